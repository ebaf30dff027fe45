package org.dipscope.core.analysis;

import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.JointEstimator;
import org.dipscope.core.bump.KnownEstimator;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.StripDefinition;

/** Where the estimator of a network comes from, which is no part of this module. */
@FunctionalInterface
public interface StripEstimators {

  /** A network that knows signals of these widths. */
  SignificanceEstimator network(SignalWidths widths);

  /**
   * The widths that are looked for.
   *
   * @param many one to four bins, or else one
   */
  static SignalWidths widths(boolean many, boolean deficit) {
    return new SignalWidths(many ? Values.of(1, 2, 3, 4) : Values.of(1), true, deficit);
  }

  /**
   * What computes z, with a log-polynomial of BIC where a background is fitted.
   *
   * @throws IllegalStateException for no strip
   */
  default SignificanceEstimator of(StripDefinition definition, SignalWidths widths) {
    return switch (definition) {
      case NETWORK -> network(widths);
      case KNOWN -> new KnownEstimator(widths);
      case PROFILE -> new ProfileEstimator(widths, null);
      case JOINT_FIT -> new JointEstimator(widths, null);
      case BACKGROUND_ONLY -> new BackgroundOnlyEstimator(widths, null);
      case BUMP_HUNTER -> new BumpHunter(widths.sigma(), widths.deficit(), false, null);
      case OFF -> throw new IllegalStateException(definition.name());
    };
  }
}
