package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.math.GaussLegendre;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Where a profiled likelihood is evaluated to average it over a focus: Gauss&ndash;Legendre points
 * in the internal coordinate of the strength on panels no wider than a few widths of the likelihood
 * or the focus.
 *
 * @param u internal coordinates, increasing
 * @param logWeight ln of weight times focus, the focus being normalised by this same quadrature
 */
record FocusNodes(double[] u, double[] logWeight) {
  private static final int PER_PANEL = 16;
  private static final double WIDTHS_PER_PANEL = 4.5;
  private static final int SURVEYED = 400;
  private static final int MOST_PANELS = 300;

  /**
   * Nodes over the bounds of a parameter.
   *
   * @param width the width of the likelihood in the internal coordinate
   * @throws ProblemException if the focus has no weight within the bounds
   */
  static FocusNodes of(FitParameter strength, Focus focus, double width) {
    TreeSet<Double> edges =
        new TreeSet<>(
            List.of(strength.internal(strength.low()), strength.internal(strength.high())));
    for (double edge : new double[] {focus.low(), focus.high()}) {
      if (edge > strength.low() && edge < strength.high()) {
        edges.add(strength.internal(edge));
      }
    }
    DoubleUnaryOperator density =
        u ->
            1 / width
                + Math.abs(strength.slope(u)) / Math.max(1e-300, focus.scale(strength.external(u)));
    List<Double> u = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    GaussLegendre rule = GaussLegendre.ofPoints(PER_PANEL);
    double from = edges.first();
    for (double to : edges.tailSet(from, false)) {
      for (double[] panel : panels(density, from, to)) {
        double centre = 0.5 * (panel[0] + panel[1]);
        double half = 0.5 * (panel[1] - panel[0]);
        for (int j = 0; j < PER_PANEL; j++) {
          double at = centre + half * rule.node(j);
          double mu = strength.external(at);
          boolean isOutside = mu < focus.low() || mu > focus.high();
          u.add(at);
          weights.add(
              isOutside ? 0 : half * rule.weight(j) * strength.slope(at) * focus.weight(mu));
        }
      }
      from = to;
    }
    return normalised(u, weights);
  }

  private static List<double[]> panels(DoubleUnaryOperator density, double from, double to) {
    double step = (to - from) / SURVEYED;
    double[] widths = new double[SURVEYED + 1];
    for (int k = 0; k < SURVEYED; k++) {
      widths[k + 1] = widths[k] + step * density.applyAsDouble(from + (k + 0.5) * step);
    }
    double all = widths[SURVEYED];
    int count = (int) Math.clamp(Math.ceil(all / WIDTHS_PER_PANEL), 1, MOST_PANELS);
    List<double[]> panels = new ArrayList<>();
    double left = from;
    int k = 0;
    for (int panel = 1; panel <= count; panel++) {
      double wanted = all * panel / count;
      while (k < SURVEYED - 1 && widths[k + 1] < wanted) {
        k++;
      }
      double part = (wanted - widths[k]) / (widths[k + 1] - widths[k]);
      double right = panel == count ? to : from + (k + Math.clamp(part, 0, 1)) * step;
      if (right > left) {
        panels.add(new double[] {left, right});
      }
      left = right;
    }
    return panels;
  }

  private static FocusNodes normalised(List<Double> u, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new ProblemException(
          Problem.usage(
              "The focus has no weight within the bounds of the parameter of interest.",
              "Move the focus into the bounds, or widen it."));
    }
    return new FocusNodes(
        u.stream().mapToDouble(Double::doubleValue).toArray(),
        weights.stream().mapToDouble(w -> Math.log(w / sum)).toArray());
  }

  /** The place of the node closest to a coordinate. */
  int nearest(double coordinate) {
    int best = 0;
    for (int k = 1; k < u.length; k++) {
      best = Math.abs(u[k] - coordinate) < Math.abs(u[best] - coordinate) ? k : best;
    }
    return best;
  }
}
