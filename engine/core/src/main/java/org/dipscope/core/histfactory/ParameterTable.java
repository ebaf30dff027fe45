package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitParameter.Landscape;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The parameters of a model with their constraints, as a measurement sets them. */
final class ParameterTable {
  private final String file;
  private final Measurement measurement;
  private final List<FitParameter> parameters = new ArrayList<>();
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<Double> powers = new ArrayList<>();

  ParameterTable(String file, Measurement measurement) {
    this.file = file;
    this.measurement = measurement;
  }

  int size() {
    return parameters.size();
  }

  List<FitParameter> parameters() {
    return parameters;
  }

  List<Constraint> constraints() {
    return constraints;
  }

  List<String> warnings() {
    return warnings;
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** The power of its value that is the internal coordinate of a parameter. */
  double power(int parameter) {
    return powers.get(parameter);
  }

  /** Adds the parameters of a group. */
  void add(ParameterGroup group, boolean hasKink) {
    group.setFirst(parameters.size());
    ParameterSettings settings = measurement.settings(group.name());
    checkLengths(group, settings);
    boolean isLumi = group.kind() == ParameterGroup.Kind.LUMI;
    if (isLumi && settings.sigmas() == null) {
      throw bad(
          "the measurement \"%s\" states no width of the luminosity %s."
              .formatted(measurement.name(), group.name()),
          "Give auxdata and sigmas of "
              + group.name()
              + " among the parameters of the measurement.");
    }
    boolean isPlain = group.powers().isEmpty() || group.powers().equals(Set.of(1.0));
    double power = isPlain ? 1 : group.powers().first();
    Landscape landscape =
        hasKink ? Landscape.KINK_AT_ZERO : isPlain ? Landscape.PLAIN : Landscape.MANY_MINIMA;
    for (int i = 0; i < group.size(); i++) {
      addOne(group, i, settings, power, landscape);
    }
  }

  private void addOne(
      ParameterGroup group, int i, ParameterSettings settings, double power, Landscape landscape) {
    String name = group.parameterName(i);
    if (!names.add(name)) {
      throw bad("two parameters have the name " + name + ".", "Rename one of the modifiers.");
    }
    double auxiliary = at(settings.auxiliary(), i, Double.NaN);
    Constraint constraint = group.constraint(i, auxiliary, at(settings.sigmas(), i, Double.NaN));
    double centre = constraint.isPresent() ? constraint.nominal() : Double.NaN;
    boolean isLumi = group.kind() == ParameterGroup.Kind.LUMI;
    double initial = at(settings.initial(), i, isLumi ? centre : group.defaultInitial());
    double low = at(settings.low(), i, group.defaultLow());
    double high = at(settings.high(), i, isLumi ? 10 * Math.abs(centre) : group.defaultHigh());
    boolean fixed = Boolean.TRUE.equals(settings.fixed()) || group.isImmovable(i);
    if (low > high) {
      throw bad(
          "the bounds of %s are [%s, %s].".formatted(name, low, high), "Give the lower one first.");
    }
    if (power != 1 && low < 0) {
      warnings.add(name + " enters with a root and is kept at 0 or above.");
      low = 0;
    }
    if (!fixed && !(initial >= low && initial <= high)) {
      warnings.add(
          "%s starts at %s, outside its bounds [%s, %s]; fits start at the nearest bound."
              .formatted(name, initial, low, high));
    }
    Prior prior = prior(constraint);
    parameters.add(new FitParameter(name, initial, low, high, fixed, power, landscape, prior));
    constraints.add(constraint);
    powers.add(power);
  }

  private static @Nullable Prior prior(Constraint constraint) {
    return switch (constraint.kind()) {
      case NONE -> null;
      case GAUSSIAN -> new Prior(constraint.nominal(), constraint.scale());
      case POISSON ->
          new Prior(
              constraint.nominal() / constraint.scale(),
              Math.sqrt(Math.max(constraint.nominal(), 1)) / constraint.scale());
    };
  }

  private void checkLengths(ParameterGroup group, ParameterSettings settings) {
    checkLength(group, "inits", settings.initial());
    checkLength(group, "bounds", settings.low());
    checkLength(group, "auxdata", settings.auxiliary());
    checkLength(group, "sigmas", settings.sigmas());
    Values sigmas = settings.sigmas();
    for (int i = 0; sigmas != null && i < sigmas.size(); i++) {
      if (!(sigmas.get(i) > 0)) {
        throw bad(
            "the width of the constraint of %s is %s."
                .formatted(group.parameterName(i), sigmas.get(i)),
            "Give a positive width, or fix the parameter.");
      }
    }
  }

  private void checkLength(ParameterGroup group, String what, @Nullable Values values) {
    if (values != null && values.size() != group.size()) {
      throw bad(
          "the measurement \"%s\" gives %d %s for %s, which has %d parameters."
              .formatted(measurement.name(), values.size(), what, group.name(), group.size()),
          "Give one per parameter.");
    }
  }

  private static double at(@Nullable Values values, int i, double otherwise) {
    return values == null ? otherwise : values.get(i);
  }

  private ProblemException bad(String what, String hint) {
    return new ProblemException(Problem.badInput(file + ": " + what, hint, file, 0));
  }
}
