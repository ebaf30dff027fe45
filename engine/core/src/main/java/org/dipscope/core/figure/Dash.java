package org.dipscope.core.figure;

/** Dash patterns of lines; they scale with the line width. */
public enum Dash {
  /** One unbroken line. */
  SOLID,
  /** Medium dashes. */
  DASHED,
  /** Round dots. */
  DOTTED,
  /** Dash, dot. */
  DASH_DOT,
  /** Long dashes. */
  LONG_DASH;

  /**
   * Returns on and off lengths in points for a line {@code widthPt} wide; empty for a solid line.
   */
  public double[] patternPt(double widthPt) {
    double unit = Math.max(widthPt, 0.8);
    return switch (this) {
      case SOLID -> new double[0];
      case DASHED -> new double[] {5 * unit, 3 * unit};
      case DOTTED -> new double[] {1.1 * unit, 1.9 * unit};
      case DASH_DOT -> new double[] {6 * unit, 2.2 * unit, 1.1 * unit, 2.2 * unit};
      case LONG_DASH -> new double[] {10 * unit, 4 * unit};
    };
  }
}
