package org.dipscope.core.neyman;

/**
 * One piece of a confidence set.
 *
 * @param low its smallest strength
 * @param high its largest strength
 */
public record Segment(double low, double high) {

  /** Its length. */
  public double length() {
    return high - low;
  }
}
