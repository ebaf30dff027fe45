package org.dipscope.app.histogram;

import org.dipscope.app.bump.StripNetwork;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.KnownEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;

/** What z means in the strip below the spectrum. */
public enum StripDefinition {
  /** No strip. */
  OFF("off"),
  /** The network. */
  NETWORK("network"),
  /** The prediction as background. */
  KNOWN("known background"),
  /** Profile likelihood. */
  PROFILE("profile likelihood"),
  /** The background of a joint fit. */
  JOINT_FIT("joint fit"),
  /** The background as if there were no signal. */
  BACKGROUND_ONLY("background only (biased)"),
  /** Windows. */
  BUMP_HUNTER("BumpHunter");

  private final String words;

  StripDefinition(String words) {
    this.words = words;
  }

  /** As the user chooses it. */
  String words() {
    return words;
  }

  /** Whether the background is fitted to the spectrum. */
  boolean isFitted() {
    return switch (this) {
      case PROFILE, JOINT_FIT, BACKGROUND_ONLY, BUMP_HUNTER -> true;
      case OFF, NETWORK, KNOWN -> false;
    };
  }

  /** As a title. */
  String title() {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * The widths that are looked for.
   *
   * @param many one to four bins, or else one
   */
  static SignalWidths widths(boolean many, boolean deficit) {
    return StripNetwork.widths(many, deficit);
  }

  /**
   * What computes z, with a log-polynomial of BIC where a background is fitted.
   *
   * @throws IllegalStateException for the network, which has to be loaded, and for no strip
   */
  SignificanceEstimator make(SignalWidths widths) {
    return switch (this) {
      case KNOWN -> new KnownEstimator(widths);
      case PROFILE -> new ProfileEstimator(widths, null);
      case JOINT_FIT -> new JointEstimator(widths, null);
      case BACKGROUND_ONLY -> new BackgroundOnlyEstimator(widths, null);
      case BUMP_HUNTER -> new BumpHunter(widths.sigma(), widths.deficit(), false, null);
      case NETWORK, OFF -> throw new IllegalStateException(name());
    };
  }
}
