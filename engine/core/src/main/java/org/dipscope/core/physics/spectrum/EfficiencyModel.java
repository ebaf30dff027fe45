package org.dipscope.core.physics.spectrum;

/** The fraction of produced top pairs that is selected, as a function of their true mass. */
public enum EfficiencyModel {
  /** Every pair is counted. */
  NONE {
    @Override
    public double signal(double massGeV) {
      return 1;
    }

    @Override
    public double interference(double massGeV) {
      return 1;
    }
  },

  /**
   * The lepton+jets selection of Djouadi, Ellis, Popov, Quevillon, arXiv:1901.03417: branching
   * ratio 8/27, lepton and b-tagging efficiency 0.3, and an acceptance that is a cubic in ln m,
   * fitted from 350 to 1000 GeV separately for resonance and interference. Where a cubic is
   * negative, far outside of the fit, it counts as 0. The background is given the acceptance of the
   * resonance.
   */
  PUBLISHED {
    @Override
    public double signal(double massGeV) {
      return SELECTION * cubic(massGeV, -0.1166857, 2.19917117, -13.58990087, 27.78332692);
    }

    @Override
    public double interference(double massGeV) {
      return SELECTION * cubic(massGeV, -0.05877867, 1.03660773, -5.91517033, 11.11336388);
    }
  };

  private static final double SELECTION = 0.3 * 8 / 27;

  /** The efficiency for gg → Φ → tt̄, between 0 and 1. */
  public abstract double signal(double massGeV);

  /** The efficiency for the interference, between 0 and 1. */
  public abstract double interference(double massGeV);

  /** The efficiency for top pairs without resonance, between 0 and 1. */
  public double background(double massGeV) {
    return interference(massGeV);
  }

  private static double cubic(double massGeV, double c3, double c2, double c1, double c0) {
    double x = Math.log(massGeV);
    return Math.max(0, ((c3 * x + c2) * x + c1) * x + c0);
  }
}
