package org.dipscope.app.inference;

/** Which test statistics are looked at. */
public enum StatisticChoice {
  /** The likelihood ratio. */
  RATIO("likelihood ratio"),
  /** The focused statistic. */
  FOCUSED("focused"),
  /** One over the other. */
  BOTH("both");

  private final String words;

  StatisticChoice(String words) {
    this.words = words;
  }

  /** What the user reads. */
  public String words() {
    return words;
  }
}
