package org.dipscope.core.event;

import java.util.function.DoubleBinaryOperator;

/** What makes one value of a list. */
enum Reduction {
  MAXIMUM(Node.Kind.NUMBER),
  MINIMUM(Node.Kind.NUMBER),
  SUM(Node.Kind.NUMBER),
  MEAN(Node.Kind.NUMBER),
  /** How many elements there are. */
  LENGTH(Node.Kind.NUMBER),
  ANY(Node.Kind.TRUTH),
  ALL(Node.Kind.TRUTH),
  /** Position of the first of the largest elements. */
  ARG_MAXIMUM(Node.Kind.NUMBER),
  /** Position of the first of the smallest elements. */
  ARG_MINIMUM(Node.Kind.NUMBER);

  private final Node.Kind result;

  Reduction(Node.Kind result) {
    this.result = result;
  }

  Node.Kind result() {
    return result;
  }

  /** One value for each event; what an empty list has not is NaN. */
  void apply(double[] values, int[] offsets, double[] out, int size) {
    switch (this) {
      case MAXIMUM -> fold(values, offsets, out, size, Math::max);
      case MINIMUM -> fold(values, offsets, out, size, Math::min);
      case SUM, ANY, ALL, MEAN -> sums(values, offsets, out, size);
      case LENGTH -> {
        for (int i = 0; i < size; i++) {
          out[i] = offsets[i + 1] - offsets[i];
        }
      }
      case ARG_MAXIMUM, ARG_MINIMUM -> {
        double sign = this == ARG_MAXIMUM ? 1 : -1;
        for (int i = 0; i < size; i++) {
          out[i] = best(values, offsets[i], offsets[i + 1], sign);
        }
      }
    }
  }

  private static void fold(
      double[] values, int[] offsets, double[] out, int size, DoubleBinaryOperator better) {
    for (int i = 0; i < size; i++) {
      double best = offsets[i] < offsets[i + 1] ? values[offsets[i]] : Double.NaN;
      for (int j = offsets[i] + 1; j < offsets[i + 1]; j++) {
        best = better.applyAsDouble(best, values[j]);
      }
      out[i] = best;
    }
  }

  private void sums(double[] values, int[] offsets, double[] out, int size) {
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = offsets[i]; j < offsets[i + 1]; j++) {
        sum += values[j];
      }
      int count = offsets[i + 1] - offsets[i];
      out[i] =
          switch (this) {
            case ANY -> sum > 0 ? 1 : 0;
            case ALL -> sum == count ? 1 : 0;
            case MEAN -> sum / count;
            default -> sum;
          };
    }
  }

  /** NaN if there is no element that is a number. */
  private static double best(double[] values, int from, int until, double sign) {
    double best = Double.NaN;
    double place = Double.NaN;
    for (int j = from; j < until; j++) {
      double value = sign * values[j];
      if (value > best || (Double.isNaN(best) && !Double.isNaN(value))) {
        best = value;
        place = j - from;
      }
    }
    return place;
  }
}
