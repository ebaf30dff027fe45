package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Axis;

/**
 * The map between values and positions along an axis; position 0 is its lower and 1 its upper end.
 *
 * @param scale linear or logarithmic
 * @param low the lower end; positive if logarithmic
 * @param high the upper end, above low
 */
public record AxisScale(Axis.Scale scale, double low, double high) {
  /** Values further away than this many axis lengths are drawn there. */
  private static final double FAR = 1e6;

  /**
   * Returns the position of a value, finite for all but NaN; a logarithmic axis puts zero and below
   * far down.
   */
  public double position(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    double position;
    if (scale == Axis.Scale.LOG) {
      position = value <= 0 ? -FAR : Math.log(value / low) / Math.log(high / low);
      if (Double.isNaN(position) || Double.isInfinite(position)) {
        position = (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low));
      }
    } else {
      position = (value - low) / (high - low);
    }
    return Math.clamp(position, -FAR, FAR);
  }

  /** Returns the value at a position. */
  public double value(double position) {
    return scale == Axis.Scale.LOG
        ? Math.exp(Math.log(low) + position * (Math.log(high) - Math.log(low)))
        : low + position * (high - low);
  }

  /**
   * Returns whether a value lies on the axis, with a tolerance of a billionth of its length and for
   * rounding.
   */
  public boolean shows(double value) {
    double rounding =
        scale == Axis.Scale.LOG ? 0 : 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
    double position = position(value);
    return (position >= -1e-9 && position <= 1 + 1e-9)
        || (value >= low - rounding && value <= high + rounding);
  }

  /** Returns this scale with its upper end moved so that it is {@code factor} times as long. */
  AxisScale stretched(double factor) {
    double end = value(factor);
    return Double.isFinite(end) && end > high ? new AxisScale(scale, low, end) : this;
  }
}
