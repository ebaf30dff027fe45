package org.dipscope.core.physics.parton;

import java.util.List;

/**
 * x·f of a grid at one scale as functions of ln x, also for scales outside the grid, where the
 * LHAPDF6 "continuation" combines the profiles at two scales inside it.
 */
sealed interface GridProfile {
  /**
   * The profile that is tabulated at the edge of the grid or inside it; tells knots and columns.
   */
  XProfile edge();

  /** Whether every function is a cubic polynomial between knots. */
  boolean cubicBetweenKnots();

  /** Fills x·f of the given columns of {@link #edge()}. */
  void fill(double logX, int[] columns, double[] out);

  /** The profile at a scale: from the highest subgrid that starts at or below it. */
  static GridProfile at(List<KnotGrid> grids, double logQ2) {
    KnotGrid first = grids.getFirst();
    KnotGrid last = grids.getLast();
    if (logQ2 < first.lowestLogQ2()) {
      double low = first.lowestLogQ2();
      XProfile nextToEdge = first.atScale(low + Math.log1p(Below.STEP));
      return new Below(first.atScale(low), nextToEdge, Math.exp(logQ2 - low));
    }
    if (logQ2 > last.highestLogQ2()) {
      return new Above(
          last.atScale(last.highestLogQ2()),
          last.atScale(last.secondHighestLogQ2()),
          last.highestLogQ2(),
          last.secondHighestLogQ2(),
          logQ2);
    }
    KnotGrid holder = first;
    for (KnotGrid grid : grids) {
      if (grid.lowestLogQ2() <= logQ2) {
        holder = grid;
      }
    }
    return new Inside(holder.atScale(logQ2));
  }

  /** A scale inside the grid. */
  record Inside(XProfile edge) implements GridProfile {
    @Override
    public boolean cubicBetweenKnots() {
      return true;
    }

    @Override
    public void fill(double logX, int[] columns, double[] out) {
      edge.fill(logX, columns, out);
    }
  }

  /** A scale above the grid: straight on from the last two Q knots. */
  record Above(XProfile edge, XProfile inner, double edgeLogQ2, double innerLogQ2, double logQ2)
      implements GridProfile {
    @Override
    public boolean cubicBetweenKnots() {
      return false;
    }

    @Override
    public void fill(double logX, int[] columns, double[] out) {
      double[] innerValues = new double[columns.length];
      edge.fill(logX, columns, out);
      inner.fill(logX, columns, innerValues);
      for (int c = 0; c < columns.length; c++) {
        out[c] = XProfile.continued(logQ2, edgeLogQ2, innerLogQ2, out[c], innerValues[c]);
      }
    }
  }

  /**
   * A scale below the grid: f(Q) = f(Q_min) r^{a r + 1 − r}, r = Q²/Q_min², where a is the
   * logarithmic slope at Q_min, at least −2.5.
   */
  record Below(XProfile edge, XProfile inner, double ratio) implements GridProfile {
    static final double STEP = 0.01;

    @Override
    public boolean cubicBetweenKnots() {
      return false;
    }

    @Override
    public void fill(double logX, int[] columns, double[] out) {
      double[] innerValues = new double[columns.length];
      edge.fill(logX, columns, out);
      inner.fill(logX, columns, innerValues);
      for (int c = 0; c < columns.length; c++) {
        double f = out[c];
        double slope = Math.abs(f) < 1e-5 ? 1 : Math.max(-2.5, (innerValues[c] - f) / (STEP * f));
        out[c] = f * Math.pow(ratio, slope * ratio + 1 - ratio);
      }
    }
  }
}
