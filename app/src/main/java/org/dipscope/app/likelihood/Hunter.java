package org.dipscope.app.likelihood;

import org.dipscope.core.analysis.BumpHunt;
import org.dipscope.core.analysis.StripEstimators;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.neural.significance.StripNetwork;
import org.jspecify.annotations.Nullable;

/** Who hunts for bumps on the map of blind spots. */
public enum Hunter {
  /** The network. */
  NETWORK(StripDefinition.NETWORK),
  /** The most favourable hunt: the expected background is given to it. */
  KNOWN(StripDefinition.KNOWN),
  /** Profile likelihood. */
  PROFILE(StripDefinition.PROFILE),
  /** The background of a joint fit. */
  JOINT_FIT(StripDefinition.JOINT_FIT),
  /** Windows over a fitted background. */
  BUMP_HUNTER(StripDefinition.BUMP_HUNTER);

  private final StripDefinition definition;

  Hunter(StripDefinition definition) {
    this.definition = definition;
  }

  /** As the user chooses it. */
  String words() {
    return definition.words();
  }

  /**
   * The hunt, with a log-polynomial of BIC where a background is fitted.
   *
   * @param many signals of one to four bins, or of one
   * @param network loaded if this is the network
   */
  BumpHunt hunt(boolean many, @Nullable StripNetwork network) {
    SignificanceEstimator bumps = make(StripEstimators.widths(many, false), network);
    boolean once = !many && this != BUMP_HUNTER;
    SignificanceEstimator dips = once ? bumps : make(StripEstimators.widths(many, true), network);
    return new BumpHunt(words() + (many ? ", 1–4 bins" : ", 1 bin"), bumps, dips, this == KNOWN);
  }

  private SignificanceEstimator make(SignalWidths widths, @Nullable StripNetwork network) {
    StripEstimators estimators =
        asked -> {
          if (network == null) {
            throw new IllegalStateException("the network is not loaded");
          }
          return network.any(asked);
        };
    return estimators.of(definition, widths);
  }
}
