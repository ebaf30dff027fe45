package org.dipscope.core.likelihood;

import java.util.List;

/**
 * Where &minus;2&Delta; ln L stays below a level: a union of segments, since a likelihood with
 * interference can have several minima.
 *
 * @param level the level, such as 1 or 3.84
 * @param segments in ascending order, apart from each other
 */
public record ConfidenceSet(double level, List<Segment> segments) {

  /**
   * One segment of the set.
   *
   * @param low the lower end
   * @param high the upper end
   * @param isCutLow whether the scan, not the level, ended the segment below
   * @param isCutHigh whether the scan, not the level, ended the segment above
   */
  public record Segment(double low, double high, boolean isCutLow, boolean isCutHigh) {}

  /** Copies the list. */
  public ConfidenceSet {
    segments = List.copyOf(segments);
  }

  /** Whether a value belongs to the set. */
  public boolean contains(double value) {
    return segments.stream().anyMatch(s -> value >= s.low && value <= s.high);
  }

  /** The sum of the lengths of the segments. */
  public double length() {
    return segments.stream().mapToDouble(s -> s.high - s.low).sum();
  }
}
