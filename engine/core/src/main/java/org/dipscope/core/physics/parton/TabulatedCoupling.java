package org.dipscope.core.physics.parton;

import java.util.Arrays;

/**
 * α_s interpolated on knots as LHAPDF6 does (AlphaS_Type: ipol): Hermite cubics in ln Q², in
 * separate pieces where a knot is repeated at a flavour threshold. Below the first knot the
 * logarithmic slope of the first two continues, above the last the value stays.
 */
final class TabulatedCoupling implements Coupling {
  private final double[] logQ2;
  private final double[] values;

  /**
   * @param qKnotsGeV scales in GeV, not decreasing, no value more than twice
   * @param values α_s at each, positive
   */
  TabulatedCoupling(double[] qKnotsGeV, double[] values) {
    this.logQ2 = Arrays.stream(qKnotsGeV).map(q -> 2 * Math.log(q)).toArray();
    this.values = values.clone();
  }

  @Override
  public double at(double qGeV) {
    double q = 2 * Math.log(qGeV);
    int last = logQ2.length - 1;
    if (q < logQ2[0]) {
      int next = logQ2[1] > logQ2[0] ? 1 : 2;
      double slope = Math.log(values[next] / values[0]) / (logQ2[next] - logQ2[0]);
      return values[0] * Math.exp(slope * (q - logQ2[0]));
    }
    if (q >= logQ2[last]) {
      return values[last];
    }
    int low = 0;
    while (low + 1 < last && logQ2[low + 1] <= q) {
      low++;
    }
    double width = logQ2[low + 1] - logQ2[low];
    double[] basis = new double[4];
    HermiteCubic.basis((q - logQ2[low]) / width, width, true, basis);
    return basis[0] * values[low]
        + basis[1] * slope(low, low)
        + basis[2] * values[low + 1]
        + basis[3] * slope(low + 1, low);
  }

  /** The slope at a knot as seen from the cell that starts at {@code cell}. */
  private double slope(int knot, int cell) {
    double inside = secant(cell);
    int other = knot == cell ? cell - 1 : cell + 1;
    boolean hasOther = other >= 0 && other + 1 < logQ2.length && logQ2[other + 1] > logQ2[other];
    return hasOther ? (inside + secant(other)) / 2 : inside;
  }

  private double secant(int i) {
    return (values[i + 1] - values[i]) / (logQ2[i + 1] - logQ2[i]);
  }
}
