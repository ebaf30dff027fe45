package org.dipscope.core.event.store;

import org.dipscope.core.histogram.CompensatedSum;

/**
 * What is known about the numbers of a column.
 *
 * @param values how many are not NaN
 * @param notNumbers how many are
 * @param sum of the values
 * @param minimum the smallest, or NaN if there are none
 * @param maximum the largest, or NaN if there are none
 * @param areIntegers whether all values are whole and none is −0
 * @param areFloats whether all are exact in single precision
 */
public record CellSummary(
    long values,
    long notNumbers,
    double sum,
    double minimum,
    double maximum,
    boolean areIntegers,
    boolean areFloats) {

  /** Of no numbers. */
  static final CellSummary NONE = new CellSummary(0, 0, 0, Double.NaN, Double.NaN, true, true);

  private static final long MINUS_ZERO = Double.doubleToRawLongBits(-0.0);

  /** Looks at the first {@code count} cells. */
  static CellSummary of(double[] cells, int count) {
    CompensatedSum sum = new CompensatedSum();
    long notNumbers = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean integers = true;
    boolean floats = true;
    for (int i = 0; i < count; i++) {
      double cell = cells[i];
      if (Double.isNaN(cell)) {
        notNumbers++;
      } else {
        sum.add(cell);
        low = Math.min(low, cell);
        high = Math.max(high, cell);
        integers &= (long) cell == cell && Double.doubleToRawLongBits(cell) != MINUS_ZERO;
        floats &= (float) cell == cell;
      }
    }
    if (notNumbers == count) {
      return new CellSummary(0, notNumbers, 0, Double.NaN, Double.NaN, true, true);
    }
    return new CellSummary(
        count - notNumbers, notNumbers, sum.value(), low, high, integers, floats);
  }

  /** What is known about these numbers followed by others; sums are added in this order. */
  CellSummary and(CellSummary next) {
    if (next.values == 0) {
      return withNotNumbers(notNumbers + next.notNumbers);
    }
    if (values == 0) {
      return next.withNotNumbers(notNumbers + next.notNumbers);
    }
    return new CellSummary(
        values + next.values,
        notNumbers + next.notNumbers,
        sum + next.sum,
        Math.min(minimum, next.minimum),
        Math.max(maximum, next.maximum),
        areIntegers && next.areIntegers,
        areFloats && next.areFloats);
  }

  private CellSummary withNotNumbers(long count) {
    return new CellSummary(values, count, sum, minimum, maximum, areIntegers, areFloats);
  }
}
