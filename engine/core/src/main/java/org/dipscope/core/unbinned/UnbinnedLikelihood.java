package org.dipscope.core.unbinned;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dipscope.core.fit.Objective;
import org.dipscope.core.histfactory.Factor;
import org.jspecify.annotations.Nullable;

/**
 * &lambda; of an unbinned model for some events, with exact gradient and Hessian. Coordinates are s
 * = &radic;&mu; and the nuisance parameters. Evaluations allocate nothing unless the density is
 * renormalised.
 */
public final class UnbinnedLikelihood implements Objective {
  private final UnbinnedModel model;
  private final CompiledEvents events;
  private final double[] weights;
  private final double[] auxiliary;
  private final @Nullable UnbinnedLikelihood reference;
  private final double total;
  private final double floor;
  private final int n;
  private final double[][] rateFactor;
  private final double[] strength;
  private final double[] shapeFactor = new double[3];
  private final double[] term;
  private final double[][] first;
  private final double[][] second;
  private final double[] slope;
  private double[] gradient = new double[0];
  private double[] hessian = new double[0];

  /**
   * A likelihood.
   *
   * @param reference the same model for the reference sample, by whose integral the density is
   *     divided; null for none
   */
  UnbinnedLikelihood(
      UnbinnedModel model,
      CompiledEvents events,
      double[] weights,
      double[] auxiliary,
      @Nullable UnbinnedLikelihood reference) {
    this.reference = reference;
    total = Arrays.stream(weights).sum();
    double size = 0;
    for (Component component : model.components()) {
      size += Math.abs(component.yield());
    }
    floor = Math.max(LogDensity.FLOOR * size, Double.MIN_NORMAL);
    this.model = model;
    this.events = events;
    this.weights = weights;
    this.auxiliary = auxiliary;
    n = model.parameters().size();
    int components = model.components().size();
    strength = new double[3 * components];
    term = new double[components];
    rateFactor = new double[components][];
    first = new double[components][];
    second = new double[components][];
    for (int j = 0; j < components; j++) {
      int variations = model.components().get(j).variations().size();
      rateFactor[j] = new double[3 * variations];
      first[j] = new double[variations];
      second[j] = new double[variations];
    }
    slope = new double[n];
  }

  @Override
  public int size() {
    return n;
  }

  @Override
  public double value(double[] x) {
    prepare(x);
    double rate = rate();
    double sum = 2 * rate + constraints(x);
    if (reference != null) {
      sum +=
          2 * total * LogDensity.value(reference.integral(x), floor)
              - 2 * total * LogDensity.value(rate, floor);
    }
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        sum -= 2 * weights[i] * LogDensity.value(density(i, x), events.floor(i));
      }
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  @Override
  public double evaluate(double[] x, double[] newGradient, double[] newHessian) {
    gradient = newGradient;
    hessian = newHessian;
    Arrays.fill(gradient, 0);
    Arrays.fill(hessian, 0);
    prepare(x);
    double rate = rate();
    double sum = 2 * rate + constraints(x);
    differentiate(2, 0);
    for (int k = 1; k < n; k++) {
      if (model.isConstrained(k)) {
        gradient[k] += 2 * (x[k] - auxiliary[k]);
        hessian[k * n + k] += 2;
      }
    }
    if (reference != null) {
      double factor = -2 * total;
      sum += factor * LogDensity.value(rate, floor);
      differentiate(factor * LogDensity.slope(rate, floor), factor * LogDensity.bend(rate, floor));
      sum += addLogIntegral(reference, x);
    }
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        double density = density(i, x);
        double floor = events.floor(i);
        double factor = -2 * weights[i];
        sum += factor * LogDensity.value(density, floor);
        differentiate(
            factor * LogDensity.slope(density, floor), factor * LogDensity.bend(density, floor));
      }
    }
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < k; l++) {
        hessian[l * n + k] = hessian[k * n + l];
      }
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  /** 2N ln &Sigma;<sub>ref</sub> w D with its derivatives. */
  private double addLogIntegral(UnbinnedLikelihood over, double[] x) {
    double[] first = new double[n];
    double[] second = new double[n * n];
    double integral = over.integral(x, first, second);
    double factor = 2 * total;
    double outerSlope = factor * LogDensity.slope(integral, floor);
    double outerBend = factor * LogDensity.bend(integral, floor);
    for (int k = 0; k < n; k++) {
      gradient[k] += outerSlope * first[k];
      for (int l = 0; l <= k; l++) {
        hessian[k * n + l] += outerSlope * second[k * n + l] + outerBend * first[k] * first[l];
      }
    }
    return factor * LogDensity.value(integral, floor);
  }

  /** &Sigma; w D. */
  private double integral(double[] x) {
    prepare(x);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * density(i, x);
    }
    return sum;
  }

  /** The same with its gradient and the lower triangle of its Hessian. */
  private double integral(double[] x, double[] newGradient, double[] newHessian) {
    gradient = newGradient;
    hessian = newHessian;
    prepare(x);
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        sum += weights[i] * density(i, x);
        differentiate(weights[i], 0);
      }
    }
    return sum;
  }

  private double constraints(double[] x) {
    double sum = 0;
    for (int k = 1; k < n; k++) {
      double pull = model.isConstrained(k) ? x[k] - auxiliary[k] : 0;
      sum += pull * pull;
    }
    return sum;
  }

  /** Fills in what all events share: f and G with their derivatives. */
  private void prepare(double[] x) {
    double s = x[0];
    for (int j = 0; j < term.length; j++) {
      Component component = model.components().get(j);
      double yield = component.yield();
      strength[3 * j] = yield * component.morphing().value(s);
      strength[3 * j + 1] = yield * component.morphing().slope(s);
      strength[3 * j + 2] = yield * component.morphing().bend();
      int[] nuisances = model.nuisances(j);
      for (int v = 0; v < nuisances.length; v++) {
        model.rateFactor(j, v).evaluate(x[nuisances[v]], rateFactor[j], 3 * v);
      }
    }
  }

  /** &nu;, leaving its parts in the arrays that {@link #differentiate} reads. */
  private double rate() {
    double sum = 0;
    for (int j = 0; j < term.length; j++) {
      double product = 1;
      for (int v = 0; v < first[j].length; v++) {
        double factor = rateFactor[j][3 * v];
        product *= factor;
        first[j][v] = rateFactor[j][3 * v + 1] / factor;
        second[j][v] = rateFactor[j][3 * v + 2] / factor;
      }
      term[j] = product;
      sum += strength[3 * j] * product;
    }
    return sum;
  }

  /** D of an event, likewise. */
  private double density(int event, double[] x) {
    double sum = 0;
    for (int j = 0; j < term.length; j++) {
      double product = events.density(j, event);
      int[] nuisances = model.nuisances(j);
      for (int v = 0; v < nuisances.length; v++) {
        double rate = rateFactor[j][3 * v];
        double rateFirst = rateFactor[j][3 * v + 1] / rate;
        double rateSecond = rateFactor[j][3 * v + 2] / rate;
        product *= rate;
        if (events.hasShape(j, v)) {
          Factor shape = events.shape(j, v, event);
          shape.evaluate(x[nuisances[v]], shapeFactor, 0);
          double shapeFirst = shapeFactor[1] / shapeFactor[0];
          rateSecond += 2 * rateFirst * shapeFirst + shapeFactor[2] / shapeFactor[0];
          rateFirst += shapeFirst;
          product *= shapeFactor[0];
        }
        first[j][v] = rateFirst;
        second[j][v] = rateSecond;
      }
      term[j] = product;
      sum += strength[3 * j] * product;
    }
    return sum;
  }

  /** Adds the derivatives of F(D) for the parts of D at hand, given F' and F''. */
  private void differentiate(double outerSlope, double outerBend) {
    Arrays.fill(slope, 0);
    for (int j = 0; j < term.length; j++) {
      double value = strength[3 * j] * term[j];
      double bySlope = strength[3 * j + 1] * term[j];
      slope[0] += bySlope;
      hessian[0] += outerSlope * strength[3 * j + 2] * term[j];
      int[] nuisances = model.nuisances(j);
      for (int v = 0; v < nuisances.length; v++) {
        int k = nuisances[v];
        slope[k] += value * first[j][v];
        hessian[k * n + k] += outerSlope * value * second[j][v];
        hessian[k * n] += outerSlope * bySlope * first[j][v];
        for (int w = 0; w < v; w++) {
          int row = Math.max(k, nuisances[w]);
          int column = Math.min(k, nuisances[w]);
          hessian[row * n + column] += outerSlope * value * first[j][v] * first[j][w];
        }
      }
    }
    for (int k = 0; k < n; k++) {
      gradient[k] += outerSlope * slope[k];
      double outer = outerBend * slope[k];
      for (int l = 0; l <= k && outer != 0; l++) {
        hessian[k * n + l] += outer * slope[l];
      }
    }
  }

  /** D of all events. */
  double[] densities(double[] x) {
    prepare(x);
    double[] densities = new double[weights.length];
    Arrays.setAll(densities, i -> density(i, x));
    return densities;
  }

  /** The expected number of events &nu;. */
  public double rate(double[] x) {
    prepare(x);
    return rate();
  }

  @Override
  public int[] eliminationOrder() {
    return IntStream.range(0, n).map(k -> n - 1 - k).toArray();
  }

  @Override
  public UnbinnedLikelihood withShiftedObservation(int parameter, double widths) {
    double[] shifted = auxiliary.clone();
    shifted[parameter] += parameter == 0 ? 0 : widths;
    return new UnbinnedLikelihood(model, events, weights, shifted, reference);
  }

  @Override
  public Optional<String> diagnosis(double[] x) {
    prepare(x);
    double expected = rate();
    if (!(expected >= 0)) {
      return Optional.of("%s events are expected at %s".formatted(expected, model.place(x)));
    }
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        double density = density(i, x);
        if (!(density >= events.floor(i))) {
          return Optional.of(
              "event %d has the density %s at %s".formatted(i + 1, density, model.place(x)));
        }
      }
    }
    return Optional.empty();
  }
}
