package org.dipscope.core.figure;

/** Point symbols. */
public enum Shape {
  /** A filled circle, the symbol of data. */
  DISC,
  /** An open circle. */
  CIRCLE,
  /** A filled square. */
  SQUARE,
  /** A filled triangle. */
  TRIANGLE,
  /** An upright cross. */
  PLUS,
  /** A diagonal cross. */
  CROSS,
  /** A filled five-pointed star. */
  STAR,
  /** No symbol, error bars only. */
  NONE
}
