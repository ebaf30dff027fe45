package org.dipscope.core.physics.parton;

import java.util.Arrays;
import org.dipscope.core.math.GaussLegendre;

/**
 * Luminosities of tabulated partons by quadrature. With F = x·f and u = ln x,
 *
 * <p>L_ab(τ) = (1/τ) ∫_{ln τ}^0 du F_a(u) F_b(ln τ − u).
 *
 * <p>The symmetry u → ln τ − u halves the range; panels end at every knot of either factor, so
 * where both are cubic between knots four Gauss points per panel are exact.
 */
final class LuminosityIntegral {
  /** Partons that collide: index 0 the gluon, 2f−1 and 2f quark and antiquark of flavour f. */
  static final int CHANNELS = 11;

  private static final GaussLegendre CUBIC = GaussLegendre.ofPoints(4);
  private static final GaussLegendre SMOOTH = GaussLegendre.ofPoints(16);

  /** Fills x·f of the colliding partons at ln x. */
  interface Partons {
    void fill(double logX, double[] out);
  }

  private final Partons partons;
  private final double[] knots;
  private final boolean cubicBetweenKnots;

  /**
   * @param partons the distributions; zero above the last knot
   * @param knots increasing values of ln x where they are not smooth
   * @param cubicBetweenKnots whether they are cubic polynomials of ln x between knots
   */
  LuminosityIntegral(Partons partons, double[] knots, boolean cubicBetweenKnots) {
    this.partons = partons;
    this.knots = knots;
    this.cubicBetweenKnots = cubicBetweenKnots;
  }

  Luminosity at(double tau) {
    double logTau = Math.log(tau);
    double[] edges = panelEdges(logTau);
    double[] first = new double[CHANNELS];
    double[] second = new double[CHANNELS];
    double gg = 0;
    double qqbar = 0;
    for (int panel = 0; panel + 1 < edges.length; panel++) {
      double half = (edges[panel + 1] - edges[panel]) / 2;
      double centre = (edges[panel + 1] + edges[panel]) / 2;
      boolean cubic = cubicBetweenKnots && logTau - centre > knots[0];
      GaussLegendre rule = cubic ? CUBIC : SMOOTH;
      for (int i = 0; i < rule.points(); i++) {
        double u = centre + half * rule.node(i);
        partons.fill(u, first);
        partons.fill(logTau - u, second);
        double weight = rule.weight(i) * half;
        gg += weight * first[0] * second[0];
        for (int q = 1; q < CHANNELS; q += 2) {
          qqbar += weight * (first[q] * second[q + 1] + first[q + 1] * second[q]);
        }
      }
    }
    return new Luminosity(2 * gg / tau, 2 * qqbar / tau);
  }

  /** Panels of u from ln τ/2 to the last knot, split where either factor has a knot. */
  private double[] panelEdges(double logTau) {
    double low = logTau / 2;
    double high = knots[knots.length - 1];
    if (low >= high) {
      return new double[0];
    }
    double[] edges = new double[2 * knots.length + 2];
    int count = 0;
    edges[count++] = low;
    for (double knot : knots) {
      if (knot > low && knot < high) {
        edges[count++] = knot;
      }
      double mirrored = logTau - knot;
      if (mirrored > low && mirrored < high) {
        edges[count++] = mirrored;
      }
    }
    edges[count++] = high;
    double[] used = Arrays.copyOf(edges, count);
    Arrays.sort(used);
    return used;
  }
}
