package org.dipscope.core.histfactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The parameters that modifiers of one name share, as they are collected from the samples. */
final class ParameterGroup {
  private static final double SMALLEST_GAMMA = 1e-10;
  private static final double LARGEST = 10;
  private static final double ALPHA_RANGE = 5;

  private final String name;
  private final Kind kind;
  private final SortedSet<Double> powers = new TreeSet<>();
  private final Map<String, StatErrors> statErrors = new LinkedHashMap<>();
  private int size;
  private int first;
  private int[] indexOfBin = new int[0];
  private double[] poissonScale = new double[0];

  /** What modifiers of one name have in common. */
  enum Kind {
    FACTOR,
    LUMI,
    ALPHA,
    SHAPE_SYS,
    STAT_ERROR,
    SHAPE_FACTOR;

    static Kind of(Modifier modifier) {
      return switch (modifier) {
        case Modifier.NormFactor _, Modifier.PowerFactor _ -> FACTOR;
        case Modifier.Lumi _ -> LUMI;
        case Modifier.NormSys _, Modifier.HistoSys _ -> ALPHA;
        case Modifier.ShapeSys _ -> SHAPE_SYS;
        case Modifier.StatError _ -> STAT_ERROR;
        case Modifier.ShapeFactor _ -> SHAPE_FACTOR;
      };
    }

    boolean isPerBin() {
      return this == SHAPE_SYS || this == STAT_ERROR || this == SHAPE_FACTOR;
    }
  }

  /** The pooled statistical errors of one channel. */
  private record StatErrors(int offset, double[] nominal, double[] variance) {}

  ParameterGroup(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
    size = kind.isPerBin() ? 0 : 1;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  int size() {
    return size;
  }

  int first() {
    return first;
  }

  void setFirst(int index) {
    first = index;
  }

  SortedSet<Double> powers() {
    return powers;
  }

  /** Takes the bins of a shapefactor; false if it has another number of bins elsewhere. */
  boolean takeFreeBins(int bins) {
    if (size != 0 && size != bins) {
      return false;
    }
    size = bins;
    return true;
  }

  /** Takes the errors of a shapesys: a parameter for every bin with contents and uncertainty. */
  void takeShapeErrors(double[] nominal, double[] uncertainty) {
    indexOfBin = new int[nominal.length];
    poissonScale = new double[nominal.length];
    for (int i = 0; i < nominal.length; i++) {
      boolean isConstrained = nominal[i] > 0 && uncertainty[i] > 0;
      indexOfBin[i] = isConstrained ? size : -1;
      if (isConstrained) {
        double ratio = nominal[i] / uncertainty[i];
        poissonScale[size] = ratio * ratio;
        size++;
      }
    }
  }

  /** Pools the statistical errors of one more sample of a channel. */
  void takeStatErrors(String channel, double[] nominal, double[] uncertainty) {
    StatErrors pooled = statErrors.get(channel);
    if (pooled == null) {
      pooled = new StatErrors(size, new double[nominal.length], new double[nominal.length]);
      statErrors.put(channel, pooled);
      size += nominal.length;
    }
    for (int i = 0; i < nominal.length; i++) {
      pooled.nominal[i] += nominal[i];
      pooled.variance[i] += uncertainty[i] * uncertainty[i];
    }
  }

  /** The parameter of a bin among all parameters of the model, or -1. */
  int parameter(String channel, int bin) {
    if (kind == Kind.SHAPE_SYS) {
      return indexOfBin[bin] < 0 ? -1 : first + indexOfBin[bin];
    }
    StatErrors pooled = statErrors.get(channel);
    return first + bin + (pooled == null ? 0 : pooled.offset);
  }

  /** The relative statistical error of parameter i of the group; 0 without contents. */
  private double statError(int i) {
    for (StatErrors pooled : statErrors.values()) {
      int bin = i - pooled.offset;
      if (bin >= 0 && bin < pooled.nominal.length) {
        double nominal = Math.abs(pooled.nominal[bin]);
        return nominal > 0 ? Math.sqrt(pooled.variance[bin]) / nominal : 0;
      }
    }
    return 0;
  }

  /** Whether parameter i has nothing to vary: a statistical error of 0. */
  boolean isImmovable(int i) {
    return kind == Kind.STAT_ERROR && !(statError(i) > 0);
  }

  /** The constraint of parameter i; {@code sigma} and {@code auxiliary} are NaN if not set. */
  Constraint constraint(int i, double auxiliary, double sigma) {
    return switch (kind) {
      case FACTOR, SHAPE_FACTOR -> Constraint.NONE;
      case LUMI, ALPHA ->
          new Constraint(
              Constraint.Kind.GAUSSIAN,
              given(auxiliary, kind == Kind.LUMI ? 1 : 0),
              given(sigma, 1));
      case SHAPE_SYS ->
          new Constraint(
              Constraint.Kind.POISSON, given(auxiliary, poissonScale[i]), poissonScale[i]);
      case STAT_ERROR ->
          new Constraint(
              Constraint.Kind.GAUSSIAN,
              given(auxiliary, 1),
              given(sigma, isImmovable(i) ? 1 : statError(i)));
    };
  }

  private static double given(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  double defaultInitial() {
    return kind == Kind.ALPHA ? 0 : 1;
  }

  double defaultLow() {
    return switch (kind) {
      case FACTOR, LUMI, SHAPE_FACTOR -> 0;
      case ALPHA -> -ALPHA_RANGE;
      case SHAPE_SYS, STAT_ERROR -> SMALLEST_GAMMA;
    };
  }

  double defaultHigh() {
    return kind == Kind.ALPHA ? ALPHA_RANGE : LARGEST;
  }

  /** The name of parameter i: the group's own, or with the position in brackets. */
  String parameterName(int i) {
    return kind.isPerBin() ? name + "[" + i + "]" : name;
  }
}
