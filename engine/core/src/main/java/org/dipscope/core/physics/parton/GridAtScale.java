package org.dipscope.core.physics.parton;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** A tabulated set at one scale. */
final class GridAtScale implements PartonsAtScale {
  private static final int GLUON = 21;

  private final double qGeV;
  private final GridPdf pdf;
  private final GridProfile profile;
  private final GridPdf.Positivity positivity;
  private final LuminosityIntegral integral;

  GridAtScale(double qGeV, GridPdf pdf, GridProfile profile, GridPdf.Positivity positivity) {
    this.qGeV = qGeV;
    this.pdf = pdf;
    this.profile = profile;
    this.positivity = positivity;
    int[] colliding = collidingColumns(profile.edge());
    this.integral =
        new LuminosityIntegral(
            (logX, out) -> fill(logX, colliding, out),
            profile.edge().knots(),
            profile.cubicBetweenKnots());
  }

  private static int[] collidingColumns(XProfile profile) {
    int[] columns = new int[LuminosityIntegral.CHANNELS];
    columns[0] = profile.column(GLUON);
    for (int f = 1; 2 * f < columns.length; f++) {
      columns[2 * f - 1] = profile.column(f);
      columns[2 * f] = profile.column(-f);
    }
    return columns;
  }

  @Override
  public double scaleGeV() {
    return qGeV;
  }

  @Override
  public double alphaS() {
    return pdf.alphaS(qGeV);
  }

  @Override
  public double xf(int pid, double x) {
    PartonDomain.requireFraction("x", x);
    double logX = Math.log(x);
    if (logX > profile.edge().highestLogX()) {
      throw new ProblemException(
          Problem.badInput(
              "The momentum fraction x = "
                  + x
                  + " lies above "
                  + Math.exp(profile.edge().highestLogX())
                  + ", where the grid of "
                  + pdf.name()
                  + " ends.",
              "Choose a smaller x or another set."));
    }
    int column = profile.edge().column(pid == 0 ? GLUON : pid);
    if (column < 0) {
      return 0;
    }
    double[] value = new double[1];
    fill(logX, new int[] {column}, value);
    requireFinite(value[0]);
    return value[0];
  }

  @Override
  public Luminosity luminosity(double tau) {
    PartonDomain.requireFraction("τ", tau);
    Luminosity luminosity = integral.at(tau);
    requireFinite(luminosity.gg() + luminosity.qqbar());
    return luminosity;
  }

  private void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new ProblemException(
          Problem.badInput(
              "The set " + pdf.name() + " cannot be continued so far outside its grid.",
              "Choose x and Q inside the range of the set."));
    }
  }

  private void fill(double logX, int[] columns, double[] out) {
    profile.fill(logX, columns, out);
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] >= 0) {
        out[c] = positivity.apply(out[c]);
      }
    }
  }
}
