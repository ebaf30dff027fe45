package org.dipscope.app.likelihood;

import org.dipscope.app.bump.StripNetwork;
import org.dipscope.core.analysis.BumpHunt;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.KnownEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.jspecify.annotations.Nullable;

/** Who hunts for bumps on the map of blind spots. */
public enum Hunter {
  /** The network. */
  NETWORK("network"),
  /** The most favourable hunt: the expected background is given to it. */
  KNOWN("known background"),
  /** Profile likelihood. */
  PROFILE("profile likelihood"),
  /** The background of a joint fit. */
  JOINT_FIT("joint fit"),
  /** Windows over a fitted background. */
  BUMP_HUNTER("BumpHunter");

  private final String words;

  Hunter(String words) {
    this.words = words;
  }

  /** As the user chooses it. */
  String words() {
    return words;
  }

  /**
   * The hunt, with a log-polynomial of BIC where a background is fitted.
   *
   * @param many signals of one to four bins, or of one
   * @param network loaded if this is the network
   */
  BumpHunt hunt(boolean many, @Nullable StripNetwork network) {
    SignificanceEstimator bumps = make(StripNetwork.widths(many, false), network);
    boolean once = !many && this != BUMP_HUNTER;
    SignificanceEstimator dips = once ? bumps : make(StripNetwork.widths(many, true), network);
    return new BumpHunt(words + (many ? ", 1–4 bins" : ", 1 bin"), bumps, dips, this == KNOWN);
  }

  private SignificanceEstimator make(SignalWidths widths, @Nullable StripNetwork network) {
    return switch (this) {
      case KNOWN -> new KnownEstimator(widths);
      case PROFILE -> new ProfileEstimator(widths, null);
      case JOINT_FIT -> new JointEstimator(widths, null);
      case BUMP_HUNTER -> new BumpHunter(widths.sigma(), widths.deficit(), false, null);
      case NETWORK -> {
        if (network == null) {
          throw new IllegalStateException("the network is not loaded");
        }
        yield network.estimator(widths);
      }
    };
  }
}
