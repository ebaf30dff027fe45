package org.dipscope.core.event;

import java.util.Arrays;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Brings values side by side: where some are lists, single values are repeated for each element,
 * and lists must have equally many elements in every event. Belongs to one thread.
 */
final class Alignment {

  /** Says that two lists differ. */
  @FunctionalInterface
  interface Mismatch {
    ProblemException of(int operand, long event, int expected, int found);
  }

  private final Mismatch mismatch;
  private final double[][] values;
  private final Buffer[] repeated;
  private int length;
  private int @Nullable [] offsets;

  Alignment(int operands, Mismatch mismatch) {
    this.mismatch = mismatch;
    this.values = new double[operands][];
    this.repeated = new Buffer[operands];
    for (int i = 0; i < operands; i++) {
      repeated[i] = new Buffer();
    }
  }

  /** The arguments of an operator or function of an expression. */
  static Alignment of(Complaint complaint, int at, int operands) {
    return new Alignment(
        operands,
        (operand, event, expected, found) ->
            complaint.ofEvents(
                at,
                "event %d (the first is 0) has %d elements on one side and %d on the other"
                    .formatted(event, expected, found),
                "Combine lists of the same objects, or pick elements first."));
  }

  /** Aligns the values of a batch whose first event has the given number. */
  void align(EventValues[] operands, int size, long firstEvent) {
    offsets = null;
    length = size;
    for (int i = 0; i < operands.length; i++) {
      int[] own = operands[i].offsets();
      if (own != null && offsets == null) {
        offsets = own;
        length = operands[i].length();
      } else if (own != null && offsets != null) {
        compare(i, offsets, own, size, firstEvent);
      }
    }
    for (int i = 0; i < operands.length; i++) {
      boolean single = offsets != null && operands[i].offsets() == null;
      values[i] = single ? repeat(operands[i].values(), size, repeated[i]) : operands[i].values();
    }
  }

  double[][] values() {
    return values;
  }

  int length() {
    return length;
  }

  int @Nullable [] offsets() {
    return offsets;
  }

  private void compare(int operand, int[] one, int[] other, int size, long firstEvent) {
    if (Arrays.equals(one, 0, size + 1, other, 0, size + 1)) {
      return;
    }
    for (int i = 0; i < size; i++) {
      int expected = one[i + 1] - one[i];
      int found = other[i + 1] - other[i];
      if (expected != found) {
        throw mismatch.of(operand, firstEvent + i, expected, found);
      }
    }
  }

  private double[] repeat(double[] single, int size, Buffer buffer) {
    double[] out = buffer.of(length);
    int[] starts = offsets;
    for (int i = 0; i < size && starts != null; i++) {
      Arrays.fill(out, starts[i], starts[i + 1], single[i]);
    }
    return out;
  }
}
