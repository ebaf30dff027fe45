package org.dipscope.core.project;

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
  public String words() {
    return words;
  }

  /** Whether the background is fitted to the spectrum. */
  public boolean isFitted() {
    return switch (this) {
      case PROFILE, JOINT_FIT, BACKGROUND_ONLY, BUMP_HUNTER -> true;
      case OFF, NETWORK, KNOWN -> false;
    };
  }

  /** As a title. */
  public String title() {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
