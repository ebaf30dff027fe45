package org.dipscope.app.inference;

import org.dipscope.core.neyman.ToySummary;

/** Which simulated experiments are listed. */
public enum ToyFilter {
  /** All. */
  ALL("all"),
  /** Those that could not be fitted. */
  FAILED("failed fits"),
  /** Those whose confidence set has several pieces. */
  SEVERAL_SEGMENTS("several segments"),
  /** Those whose likelihood has several minima. */
  SECOND_MINIMA("second minima");

  private final String words;

  ToyFilter(String words) {
    this.words = words;
  }

  /** What the user reads. */
  public String words() {
    return words;
  }

  boolean wants(ToySummary toy) {
    return switch (this) {
      case ALL -> true;
      case FAILED -> !toy.failure().isEmpty();
      case SEVERAL_SEGMENTS -> toy.segments() > 1;
      case SECOND_MINIMA -> toy.minima() > 1;
    };
  }
}
