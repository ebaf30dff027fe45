package org.dipscope.core.format;

import org.dipscope.core.histogram.CompensatedSum;
import org.dipscope.core.histogram.Values;

/**
 * Number, sum and range of the values of a column. NaN is left out and not counted.
 *
 * @param values how many values were counted
 * @param sum their compensated sum; 0 if there are none
 * @param minimum the smallest, or NaN if there are none
 * @param maximum the largest, or NaN if there are none
 */
public record Statistics(long values, double sum, double minimum, double maximum) {

  /** The statistics of a row of numbers. */
  public static Statistics of(Values values) {
    Accumulator accumulator = new Accumulator();
    for (int i = 0; i < values.size(); i++) {
      accumulator.add(values.get(i));
    }
    return accumulator.result();
  }

  /** Collects statistics value by value, for tables that are not held in memory. */
  public static final class Accumulator {
    private final CompensatedSum sum = new CompensatedSum();
    private long count;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** Adds one value, unless it is NaN. */
    public void add(double value) {
      if (!Double.isNaN(value)) {
        count++;
        sum.add(value);
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      }
    }

    /** What was added so far. */
    public Statistics result() {
      return count == 0
          ? new Statistics(0, 0, Double.NaN, Double.NaN)
          : new Statistics(count, sum.value(), minimum, maximum);
    }
  }
}
