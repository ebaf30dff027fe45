package org.dipscope.core.physics.parton;

import java.util.Arrays;

/**
 * One subgrid of an LHAPDF6 file: x·f of several partons on knots in x and Q.
 *
 * <p>Between its knots x·f is the log-bicubic interpolant of LHAPDF6 (Buckley et al.,
 * arXiv:1412.7420, section 3.3): a Hermite cubic in ln Q² on the values at each x-knot, then one in
 * ln x, with derivatives from the mean of the neighbouring slopes. Both steps are linear in the
 * grid values, so doing Q first gives the same number and leaves a function of ln x alone.
 */
final class KnotGrid {
  private static final int CUBIC_Q_KNOTS = 4;

  private final double[] logX;
  private final double[] logQ2;
  private final int[] pids;
  private final double[][] values;

  /**
   * @param xKnots increasing momentum fractions, at least 4
   * @param qKnotsGeV increasing scales in GeV, at least 2
   * @param pids PDG id of each column, the gluon as 21
   * @param values for each column x·f at (ix · number of Q knots + iq)
   */
  KnotGrid(double[] xKnots, double[] qKnotsGeV, int[] pids, double[][] values) {
    this.logX = Arrays.stream(xKnots).map(Math::log).toArray();
    this.logQ2 = Arrays.stream(qKnotsGeV).map(q -> 2 * Math.log(q)).toArray();
    this.pids = pids;
    this.values = values;
  }

  double lowestLogQ2() {
    return logQ2[0];
  }

  double highestLogQ2() {
    return logQ2[logQ2.length - 1];
  }

  /** The knot below the highest one. */
  double secondHighestLogQ2() {
    return logQ2[logQ2.length - 2];
  }

  /** The distributions at a scale inside the grid; scales outside are moved to its edge. */
  XProfile atScale(double scaleLogQ2) {
    double q = Math.clamp(scaleLogQ2, logQ2[0], highestLogQ2());
    double[] weights = new double[logQ2.length];
    HermiteCubic.weights(logQ2, q, isCubic(), weights);
    int first = Math.max(HermiteCubic.cell(logQ2, q) - 1, 0);
    int end = Math.min(first + 4, logQ2.length);
    double[][] atKnots = new double[pids.length][logX.length];
    for (int p = 0; p < pids.length; p++) {
      for (int ix = 0; ix < logX.length; ix++) {
        double sum = 0;
        for (int iq = first; iq < end; iq++) {
          sum += weights[iq] * values[p][ix * logQ2.length + iq];
        }
        atKnots[p][ix] = sum;
      }
    }
    return new XProfile(logX, pids, atKnots, isCubic());
  }

  private boolean isCubic() {
    return logQ2.length >= CUBIC_Q_KNOTS;
  }
}
