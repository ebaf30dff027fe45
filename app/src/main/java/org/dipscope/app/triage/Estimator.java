package org.dipscope.app.triage;

import org.dipscope.core.bump.BackgroundFamily;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.histogram.Values;

/** What z means. */
public enum Estimator {
  /** Profile likelihood. */
  PROFILE("profile likelihood"),
  /** The background of a joint fit. */
  JOINT_FIT("joint fit"),
  /** The background as if there were no signal. */
  BACKGROUND_ONLY("background-only fit");

  private static final BackgroundFamily MOTHER = new BackgroundFamily.LogPolynomial(4);

  private final String words;

  Estimator(String words) {
    this.words = words;
  }

  /** As the user chooses it. */
  String words() {
    return words;
  }

  /**
   * With log-polynomial backgrounds of order 4, the published mothers, for resonances that are
   * narrower than the resolution: in bins of half a σ they span two.
   */
  SignificanceEstimator make(Cuts cuts) {
    Values bins = Values.of(1 / cuts.selection().bins().factor());
    SignalWidths widths = new SignalWidths(bins, true, false);
    return switch (this) {
      case PROFILE -> new ProfileEstimator(widths, MOTHER);
      case JOINT_FIT -> new JointEstimator(widths, MOTHER);
      case BACKGROUND_ONLY -> new BackgroundOnlyEstimator(widths, MOTHER);
    };
  }
}
