package org.dipscope.core.histfactory;

import java.util.List;
import java.util.Optional;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Objective;

/** &lambda; of a workspace as it stands, with central differences for derivatives. */
public final class PlainObjective implements Objective {
  private static final double STEP = 1e-4;

  private final PlainModel model;
  private final FitProblem problem;
  private final List<String> names;

  /** For the parameters of a problem with the same workspace. */
  public PlainObjective(Workspace workspace, Interpolation codes, FitProblem problem) {
    model = new PlainModel(workspace, codes);
    this.problem = problem;
    names = problem.parameters().stream().map(FitParameter::name).toList();
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public double value(double[] x) {
    return model.twiceNll(names, problem.values(x));
  }

  @Override
  public double evaluate(double[] x, double[] gradient, double[] hessian) {
    int n = size();
    double here = value(x);
    double[] above = new double[n];
    for (int k = 0; k < n; k++) {
      above[k] = at(x, k, STEP, k, 0);
      double below = at(x, k, -STEP, k, 0);
      gradient[k] = (above[k] - below) / (2 * STEP);
      hessian[k * n + k] = (above[k] + below - 2 * here) / (STEP * STEP);
    }
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < k; l++) {
        double both = at(x, k, STEP, l, STEP);
        double mixed = (both - above[k] - above[l] + here) / (STEP * STEP);
        hessian[k * n + l] = mixed;
        hessian[l * n + k] = mixed;
      }
    }
    return here;
  }

  private double at(double[] x, int k, double stepK, int l, double stepL) {
    double[] moved = x.clone();
    moved[k] += stepK;
    moved[l] += stepL;
    return value(moved);
  }

  @Override
  public int[] eliminationOrder() {
    return problem.objective().eliminationOrder();
  }

  @Override
  public Objective withShiftedObservation(int parameter, double widths) {
    throw new AssertionError("the plain formula has no derivatives");
  }

  @Override
  public Optional<String> diagnosis(double[] x) {
    return Optional.empty();
  }
}
