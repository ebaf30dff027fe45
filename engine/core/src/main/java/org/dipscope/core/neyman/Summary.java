package org.dipscope.core.neyman;

/** How much of an event a likelihood sees. */
public enum Summary {
  /** Mass and angle of every event. */
  MASS_AND_ANGLE("mass and angle"),
  /** The mass of every event. */
  MASS("mass"),
  /** The mass, in 25 bins. */
  BINS("25 bins of mass"),
  /** How many events there are. */
  RATE("number of events");

  private final String words;

  Summary(String words) {
    this.words = words;
  }

  /** What the user reads. */
  public String words() {
    return words;
  }
}
