package org.dipscope.core.physics.spectrum;

import org.dipscope.core.math.GaussLegendre;

/**
 * The Gauss–Legendre rule on [−1, 1], with the factors that make it a rule for functions with
 * poles.
 *
 * <p>If g is smooth, ∫ g(x)/(x − z) dx is the same sum Σ w_j g(x_j)/(x_j − z) with each weight
 * multiplied by 1 + c_j Q_n(z), where c_j = 2/(w_j P_n'(x_j)) and Q_n is the Legendre function of
 * the second kind: interpolate g in the nodes and integrate ℓ_j(x)/(x − z) exactly, with ℓ_j =
 * P_n(x)/((x − x_j) P_n'(x_j)) and Neumann's ∫ P_n(x)/(z − x) dx = 2Q_n(z) (Elliott and Paget,
 * Math. Comp. 33 (1979) 301).
 *
 * @param nodes x_j, increasing
 * @param weights w_j
 * @param poleFactors c_j
 */
record PoleRule(double[] nodes, double[] weights, double[] poleFactors) {

  static PoleRule ofOrder(int order) {
    GaussLegendre rule = GaussLegendre.ofPoints(order);
    double[] nodes = new double[order];
    double[] weights = new double[order];
    double[] factors = new double[order];
    for (int j = 0; j < order; j++) {
      nodes[j] = rule.node(j);
      weights[j] = rule.weight(j);
      factors[j] = 2 / (weights[j] * slope(order, nodes[j]));
    }
    return new PoleRule(nodes, weights, factors);
  }

  int order() {
    return nodes.length;
  }

  /** P_n'(x). */
  private static double slope(int order, double x) {
    double previous = 1;
    double current = x;
    for (int n = 1; n < order; n++) {
      double next = ((2 * n + 1) * x * current - n * previous) / (n + 1);
      previous = current;
      current = next;
    }
    return order * (previous - x * current) / (1 - x * x);
  }
}
