package org.dipscope.core.event;

/** Operators between two operands, applied to whole columns. */
enum Operator {
  ADD(Node.Kind.NUMBER),
  SUBTRACT(Node.Kind.NUMBER),
  MULTIPLY(Node.Kind.NUMBER),
  DIVIDE(Node.Kind.NUMBER),
  POWER(Node.Kind.NUMBER),
  LESS(Node.Kind.TRUTH),
  LESS_OR_EQUAL(Node.Kind.TRUTH),
  GREATER(Node.Kind.TRUTH),
  GREATER_OR_EQUAL(Node.Kind.TRUTH),
  EQUAL(Node.Kind.TRUTH),
  NOT_EQUAL(Node.Kind.TRUTH),
  AND(Node.Kind.TRUTH),
  OR(Node.Kind.TRUTH);

  private final Node.Kind result;

  Operator(Node.Kind result) {
    this.result = result;
  }

  Node.Kind result() {
    return result;
  }

  void apply(double[] left, double[] right, double[] out, int size) {
    switch (this) {
      case ADD -> {
        for (int i = 0; i < size; i++) {
          out[i] = left[i] + right[i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < size; i++) {
          out[i] = left[i] - right[i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < size; i++) {
          out[i] = left[i] * right[i];
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < size; i++) {
          out[i] = left[i] / right[i];
        }
      }
      case POWER -> {
        for (int i = 0; i < size; i++) {
          out[i] = Math.pow(left[i], right[i]);
        }
      }
      case AND, OR -> join(left, right, out, size);
      default -> compare(left, right, out, size);
    }
  }

  private void join(double[] left, double[] right, double[] out, int size) {
    if (this == AND) {
      for (int i = 0; i < size; i++) {
        out[i] = truth(left[i]) & truth(right[i]);
      }
    } else {
      for (int i = 0; i < size; i++) {
        out[i] = truth(left[i]) | truth(right[i]);
      }
    }
  }

  /** Joined as integers, because a jump per event that is hard to predict costs more. */
  private static int truth(double value) {
    return value > 0 ? 1 : 0;
  }

  /** One loop per operator, so that none of them decides anything but the comparison. */
  private void compare(double[] left, double[] right, double[] out, int size) {
    switch (this) {
      case LESS -> less(left, right, out, size);
      case GREATER -> less(right, left, out, size);
      case LESS_OR_EQUAL -> lessOrEqual(left, right, out, size);
      case GREATER_OR_EQUAL -> lessOrEqual(right, left, out, size);
      case EQUAL -> {
        for (int i = 0; i < size; i++) {
          out[i] = left[i] == right[i] ? 1 : 0;
        }
      }
      case NOT_EQUAL -> {
        for (int i = 0; i < size; i++) {
          out[i] = left[i] != right[i] ? 1 : 0;
        }
      }
      default -> throw new IllegalStateException(name());
    }
  }

  private static void less(double[] left, double[] right, double[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = left[i] < right[i] ? 1 : 0;
    }
  }

  private static void lessOrEqual(double[] left, double[] right, double[] out, int size) {
    for (int i = 0; i < size; i++) {
      out[i] = left[i] <= right[i] ? 1 : 0;
    }
  }
}
