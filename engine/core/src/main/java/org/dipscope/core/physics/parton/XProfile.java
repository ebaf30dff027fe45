package org.dipscope.core.physics.parton;

/** x·f of several partons as functions of ln x alone: cubic between knots, continued below them. */
final class XProfile {
  private final double[] logX;
  private final int[] pids;
  private final double[][] values;
  private final double[][] slopes;
  private final boolean cubic;

  XProfile(double[] logX, int[] pids, double[][] values, boolean cubic) {
    this.logX = logX;
    this.pids = pids;
    this.values = values;
    this.cubic = cubic;
    this.slopes = new double[pids.length][];
    for (int p = 0; p < pids.length; p++) {
      slopes[p] = HermiteCubic.slopes(logX, values[p]);
    }
  }

  double[] knots() {
    return logX;
  }

  double highestLogX() {
    return logX[logX.length - 1];
  }

  /** The column of a parton, or −1. */
  int column(int pid) {
    for (int p = 0; p < pids.length; p++) {
      if (pids[p] == pid) {
        return p;
      }
    }
    return -1;
  }

  /**
   * Fills x·f of the given columns at ln x; column −1 is a parton that the set does not have.
   *
   * @param logXValue at most the highest knot
   */
  void fill(double logXValue, int[] columns, double[] out) {
    if (logXValue < logX[0]) {
      for (int c = 0; c < columns.length; c++) {
        out[c] = columns[c] < 0 ? 0 : below(values[columns[c]], logXValue);
      }
      return;
    }
    int i = HermiteCubic.cell(logX, logXValue);
    double width = logX[i + 1] - logX[i];
    double[] basis = new double[4];
    HermiteCubic.basis((logXValue - logX[i]) / width, width, cubic, basis);
    for (int c = 0; c < columns.length; c++) {
      int p = columns[c];
      if (p < 0) {
        out[c] = 0;
        continue;
      }
      double[] v = values[p];
      double[] d = slopes[p];
      out[c] = basis[0] * v[i] + basis[1] * d[i] + basis[2] * v[i + 1] + basis[3] * d[i + 1];
    }
  }

  private double below(double[] v, double logXValue) {
    return continued(logXValue, logX[0], logX[1], v[0], v[1]);
  }

  /**
   * Straight continuation through two points: of ln y where both values exceed 1e-3, else of y
   * (LHAPDF6 "continuation").
   */
  static double continued(double at, double a, double b, double ya, double yb) {
    double fraction = (at - a) / (b - a);
    if (ya > 1e-3 && yb > 1e-3) {
      return ya * Math.exp(fraction * Math.log(yb / ya));
    }
    return ya + fraction * (yb - ya);
  }
}
