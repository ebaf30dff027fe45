package org.dipscope.core.likelihood;

/**
 * One parameter of a scan: its values at equally spaced positions 0 &hellip; count &minus; 1,
 * linear or logarithmic. Positions between the points are allowed, so every position p in [0, count
 * &minus; 1] has a value.
 *
 * @param name what the parameter is called, such as "mass"
 * @param unit its unit, or an empty string
 * @param low the value at position 0
 * @param high the value at the last position, above low
 * @param count the number of points, 2 to 4096
 * @param logarithmic whether the points are equally spaced in the logarithm; needs low &gt; 0
 */
public record Axis(
    String name, String unit, double low, double high, int count, boolean logarithmic) {
  private static final int MOST_POINTS = 4096;

  /** Checks range and count. */
  public Axis {
    if (!(Math.abs(low) <= Checks.LARGEST && Math.abs(high) <= Checks.LARGEST && low < high)) {
      throw Checks.bad(
          "The axis " + name + " runs from " + low + " to " + high + ".",
          "Give finite limits, the lower one first.");
    }
    if (count < 2 || count > MOST_POINTS) {
      throw Checks.bad(
          "The axis " + name + " has " + count + " points.",
          "Give between 2 and " + MOST_POINTS + ".");
    }
    if (logarithmic && !(low > 0)) {
      throw Checks.bad(
          "The logarithmic axis " + name + " starts at " + low + ".", "Start above zero.");
    }
  }

  /** A linear axis. */
  public static Axis linear(String name, String unit, double low, double high, int count) {
    return new Axis(name, unit, low, high, count, false);
  }

  /** A logarithmic axis; low &gt; 0. */
  public static Axis logarithmic(String name, String unit, double low, double high, int count) {
    return new Axis(name, unit, low, high, count, true);
  }

  /** The same range with another number of points. */
  public Axis withCount(int points) {
    return new Axis(name, unit, low, high, points, logarithmic);
  }

  /** The value at a position, which may lie between points or outside. */
  public double value(double position) {
    if (position == count - 1) {
      return high;
    }
    double fraction = position / (count - 1);
    return logarithmic ? low * Math.pow(high / low, fraction) : low + (high - low) * fraction;
  }

  /** The position of a value; the inverse of {@link #value}. */
  public double position(double value) {
    double fraction =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return fraction * (count - 1);
  }
}
