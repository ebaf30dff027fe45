package org.dipscope.core.figure.canvas;

/**
 * An axis-parallel rectangle in points, y downwards.
 *
 * @param left its left side
 * @param top its upper side
 * @param right its right side, not less than left
 * @param bottom its lower side, not less than top
 */
public record Box(double left, double top, double right, double bottom) {
  /** Returns right minus left. */
  public double width() {
    return right - left;
  }

  /** Returns bottom minus top. */
  public double height() {
    return bottom - top;
  }

  /** Returns whether the point lies inside or on the border. */
  public boolean contains(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Returns whether the two boxes share an area. */
  public boolean overlaps(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** Returns this box grown by {@code margin} on each side. */
  public Box grow(double margin) {
    return new Box(left - margin, top - margin, right + margin, bottom + margin);
  }

  /** Returns the common part, which may be empty but never negative. */
  public Box intersect(Box other) {
    double newLeft = Math.max(left, other.left);
    double newTop = Math.max(top, other.top);
    return new Box(
        newLeft,
        newTop,
        Math.max(newLeft, Math.min(right, other.right)),
        Math.max(newTop, Math.min(bottom, other.bottom)));
  }
}
