package org.dipscope.core.event;

import java.util.Arrays;
import org.dipscope.core.histogram.CompensatedSum;
import org.dipscope.core.histogram.Values;

/**
 * What the values of a column or of an expression look like.
 *
 * @param values how many numbers there are, missing ones not counted
 * @param missing how many are missing (NaN)
 * @param minimum the smallest, or NaN if there are none
 * @param maximum the largest, or NaN if there are none
 * @param mean their arithmetic mean, or NaN if there are none
 * @param whole whether all of them are whole numbers
 * @param first the first few, as they stand in the file
 * @param sample some finite ones, evenly spread over the file, in rising order; all if they are few
 */
public record ValueProfile(
    long values,
    long missing,
    double minimum,
    double maximum,
    double mean,
    boolean whole,
    Values first,
    Values sample) {

  /**
   * The value below which a fraction of the sample lies, interpolated between its neighbours.
   *
   * @param fraction from 0 to 1
   * @return NaN if the sample is empty
   */
  public double quantile(double fraction) {
    if (sample.isEmpty()) {
      return Double.NaN;
    }
    double place = Math.clamp(fraction, 0, 1) * (sample.size() - 1);
    int low = (int) place;
    int high = Math.min(low + 1, sample.size() - 1);
    double part = place - low;
    return sample.get(low) * (1 - part) + sample.get(high) * part;
  }

  /**
   * Collects a profile value by value. The sample keeps every value at first; whenever it is full,
   * every other one is dropped and from then on only every second, fourth, … value is taken, so
   * that it needs no random numbers and is the same on every machine.
   */
  static final class Collector {
    private static final int FIRST = 5;
    private static final int SAMPLE = 16_384;

    private final CompensatedSum sum = new CompensatedSum();
    private final double[] first = new double[FIRST];
    private final double[] sample = new double[SAMPLE];
    private int firstSize;
    private int sampleSize;
    private long stride = 1;
    private long finite;
    private long values;
    private long missing;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private boolean whole = true;

    void add(double value) {
      if (firstSize < FIRST) {
        first[firstSize++] = value;
      }
      if (Double.isNaN(value)) {
        missing++;
        return;
      }
      values++;
      sum.add(value);
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
      whole = whole && value == Math.rint(value);
      if (Double.isFinite(value)) {
        if (finite % stride == 0) {
          take(value);
        }
        finite++;
      }
    }

    private void take(double value) {
      if (sampleSize == SAMPLE) {
        for (int i = 0; i < SAMPLE / 2; i++) {
          sample[i] = sample[2 * i];
        }
        sampleSize = SAMPLE / 2;
        stride *= 2;
        // The count of finite values is a multiple of the new stride here: the value is kept.
      }
      sample[sampleSize++] = value;
    }

    ValueProfile result() {
      double[] sorted = Arrays.copyOf(sample, sampleSize);
      Arrays.sort(sorted);
      return new ValueProfile(
          values,
          missing,
          values == 0 ? Double.NaN : minimum,
          values == 0 ? Double.NaN : maximum,
          values == 0 ? Double.NaN : sum.value() / values,
          values > 0 && whole,
          Values.of(Arrays.copyOf(first, firstSize)),
          Values.of(sorted));
    }
  }
}
