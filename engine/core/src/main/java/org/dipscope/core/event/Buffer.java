package org.dipscope.core.event;

import java.util.Arrays;

/** Arrays that are used again for every batch and grow with it. */
final class Buffer {
  private double[] values = new double[0];
  private int[] offsets = new int[0];

  /** At least so many values, with whatever content. */
  double[] of(int length) {
    if (values.length < length) {
      values = new double[Math.max(EventBatch.LARGEST, length + length / 4)];
    }
    return values;
  }

  /** So many times the same value. */
  double[] constant(int length, double value) {
    if (values.length < length) {
      Arrays.fill(of(length), value);
    }
    return values;
  }

  /** Room for the offsets of so many events. */
  int[] offsets(int events) {
    if (offsets.length < events + 1) {
      offsets = new int[Math.max(EventBatch.LARGEST, events) + 1];
    }
    return offsets;
  }
}
