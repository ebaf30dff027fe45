package org.dipscope.core.event;

import org.dipscope.core.histogram.Values;

/**
 * Sums of weights and of their squares for each slot of a histogram. What rounding loses is kept
 * beside the sum (A. Neumaier, ZAMM 54 (1974) 39; the lost part without a branch after D. E. Knuth,
 * The Art of Computer Programming 2, 4.2.2).
 */
final class Sums {
  private static final int FIELDS = 3;
  private static final int LOST = 1;
  private static final int SQUARES = 2;

  private final double[] fields;

  Sums(int slots) {
    fields = new double[Math.multiplyExact(FIELDS, slots)];
  }

  void add(int slot, double weight) {
    int at = FIELDS * slot;
    add(at, weight, 0);
    fields[at + SQUARES] += weight * weight;
  }

  /** Adds a weight of 1, which loses nothing. */
  void count(int slot) {
    int at = FIELDS * slot;
    fields[at]++;
    fields[at + SQUARES]++;
  }

  /** Adds the sums of another chunk. */
  void add(Sums other) {
    for (int at = 0; at < fields.length; at += FIELDS) {
      add(at, other.fields[at], other.fields[at + LOST]);
      fields[at + SQUARES] += other.fields[at + SQUARES];
    }
  }

  private void add(int at, double term, double lostBefore) {
    double sum = fields[at];
    double next = sum + term;
    double added = next - sum;
    fields[at] = next;
    fields[at + LOST] += (sum - (next - added)) + (term - added) + lostBefore;
  }

  void clear() {
    java.util.Arrays.fill(fields, 0);
  }

  double sum(int slot) {
    double sum = fields[FIELDS * slot];
    return Double.isFinite(sum) ? sum + fields[FIELDS * slot + LOST] : sum;
  }

  /** The sums of slots 1 to count. */
  Values sums(int count) {
    double[] sums = new double[count];
    for (int i = 0; i < count; i++) {
      sums[i] = sum(i + 1);
    }
    return Values.of(sums);
  }

  /** The roots of the sums of squares of slots 1 to count. */
  Values errors(int count) {
    double[] errors = new double[count];
    for (int i = 0; i < count; i++) {
      errors[i] = Math.sqrt(fields[FIELDS * (i + 1) + SQUARES]);
    }
    return Values.of(errors);
  }
}
