package org.dipscope.core.event;

/** Operators between two operands, applied to whole columns. */
enum Operator {
  ADD(Node.Type.NUMBER),
  SUBTRACT(Node.Type.NUMBER),
  MULTIPLY(Node.Type.NUMBER),
  DIVIDE(Node.Type.NUMBER),
  POWER(Node.Type.NUMBER),
  LESS(Node.Type.TRUTH),
  LESS_OR_EQUAL(Node.Type.TRUTH),
  GREATER(Node.Type.TRUTH),
  GREATER_OR_EQUAL(Node.Type.TRUTH),
  EQUAL(Node.Type.TRUTH),
  NOT_EQUAL(Node.Type.TRUTH),
  AND(Node.Type.TRUTH),
  OR(Node.Type.TRUTH);

  private final Node.Type result;

  Operator(Node.Type result) {
    this.result = result;
  }

  Node.Type result() {
    return result;
  }

  /** Whether both operands must be true or false. */
  boolean joinsTruths() {
    return this == AND || this == OR;
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
      default -> decide(left, right, out, size);
    }
  }

  private void decide(double[] left, double[] right, double[] out, int size) {
    for (int i = 0; i < size; i++) {
      boolean truth =
          switch (this) {
            case LESS -> left[i] < right[i];
            case LESS_OR_EQUAL -> left[i] <= right[i];
            case GREATER -> left[i] > right[i];
            case GREATER_OR_EQUAL -> left[i] >= right[i];
            case EQUAL -> left[i] == right[i];
            case NOT_EQUAL -> left[i] != right[i];
            case AND -> left[i] != 0 && right[i] != 0;
            case OR -> left[i] != 0 || right[i] != 0;
            default -> throw new IllegalStateException(name());
          };
      out[i] = truth ? 1 : 0;
    }
  }
}
