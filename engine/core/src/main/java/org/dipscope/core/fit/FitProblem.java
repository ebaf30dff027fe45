package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A likelihood to be fitted.
 *
 * @param objective &lambda; in internal coordinates
 * @param parameters one per coordinate
 * @param poi the position of the parameter of interest, or -1
 */
public record FitProblem(Objective objective, List<FitParameter> parameters, int poi) {

  /** Takes the parameters as they are now. */
  public FitProblem {
    parameters = List.copyOf(parameters);
    if (parameters.size() != objective.size()) {
      throw new IllegalArgumentException("one parameter per coordinate");
    }
  }

  /** The number of parameters, fixed ones included. */
  public int size() {
    return parameters.size();
  }

  /**
   * The position of a parameter.
   *
   * @throws ProblemException if there is none of this name
   */
  public int index(String name) {
    for (int k = 0; k < parameters.size(); k++) {
      if (parameters.get(k).name().equals(name)) {
        return k;
      }
    }
    List<String> some = parameters.stream().map(FitParameter::name).limit(20).toList();
    throw new ProblemException(
        Problem.usage(
            "There is no parameter " + name + ".",
            "Parameters: "
                + String.join(", ", some)
                + (parameters.size() > some.size() ? ", …." : ".")));
  }

  /** The same likelihood with another parameter of interest. */
  public FitProblem withPoi(int index) {
    return new FitProblem(objective, parameters, index);
  }

  /** The same parameters with another likelihood, such as that of another data set. */
  public FitProblem withObjective(Objective other) {
    return new FitProblem(other, parameters, poi);
  }

  /** The same likelihood with one parameter replaced. */
  public FitProblem with(int index, FitParameter parameter) {
    List<FitParameter> changed = new ArrayList<>(parameters);
    changed.set(index, parameter);
    return new FitProblem(objective, changed, poi);
  }

  /** The internal coordinates of the initial values. */
  public double[] start() {
    double[] x = new double[parameters.size()];
    for (int k = 0; k < x.length; k++) {
      FitParameter p = parameters.get(k);
      x[k] = p.internal(p.fixed() ? p.initial() : Math.clamp(p.initial(), p.low(), p.high()));
    }
    return x;
  }

  /** The values at internal coordinates. */
  public double[] values(double[] x) {
    double[] values = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      values[k] = parameters.get(k).external(x[k]);
    }
    return values;
  }
}
