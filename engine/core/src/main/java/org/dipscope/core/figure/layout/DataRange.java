package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Axis;
import org.jspecify.annotations.Nullable;

/** Collects the values along one axis and turns them into its ends. */
final class DataRange {
  private static final double LARGEST = 1e300;
  private static final double SMALLEST = 1e-290;
  private static final double NARROWEST_RELATIVE = 1e-9;
  private static final double LINEAR_PADDING = 0.06;
  private static final double MOST_DECADES = 60;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private double lowestPositive = Double.POSITIVE_INFINITY;
  private boolean tight;
  private boolean fromZero;

  /** Takes one value into the range; NaN and infinities are left out. */
  void add(double value) {
    if (Math.abs(value) <= LARGEST) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (value > 0) {
        lowestPositive = Math.min(lowestPositive, value);
      }
    }
  }

  /** The data fill the axis: it ends exactly where they end. */
  void endWithData() {
    tight = true;
  }

  /** The data are areas above zero: a linear axis starts there. */
  void startAtZero() {
    fromZero = true;
  }

  AxisScale scale(Axis axis) {
    return axis.scale() == Axis.Scale.LOG ? log(axis) : linear(axis);
  }

  private AxisScale linear(Axis axis) {
    double from = low <= high ? low : 0;
    double to = low <= high ? high : 1;
    double padding = tight ? 0 : LINEAR_PADDING * (to - from);
    double autoLow = fromZero && from >= 0 && !tight ? 0 : from - padding;
    return ordered(
        Axis.Scale.LINEAR, given(axis.low(), autoLow), given(axis.high(), to + padding), axis);
  }

  private static AxisScale ordered(Axis.Scale scale, double a, double b, Axis axis) {
    double from = Math.clamp(Math.min(a, b), -LARGEST, LARGEST);
    double to = Math.clamp(Math.max(a, b), -LARGEST, LARGEST);
    if (axis.low() != null && axis.high() == null && b < a) {
      from = Math.clamp(a, -LARGEST, LARGEST);
      to = from;
    }
    double narrowest = NARROWEST_RELATIVE * Math.max(Math.abs(from), Math.abs(to));
    if (to - from <= Math.max(narrowest, SMALLEST)) {
      double centre = from / 2 + to / 2;
      double half = Math.abs(centre) <= SMALLEST ? 0.5 : 0.1 * Math.abs(centre);
      return new AxisScale(scale, centre - half, centre + half);
    }
    return new AxisScale(scale, from, to);
  }

  private AxisScale log(Axis axis) {
    double to = high > 0 ? high : 1;
    double from = lowestPositive <= to ? lowestPositive : to / 1000;
    if (axis.logFloor() > 0 && (low <= 0 || from < axis.logFloor())) {
      from = axis.logFloor();
    }
    from = Math.max(from, to * Math.pow(10, -MOST_DECADES));
    double padding = tight ? 1 : Math.pow(Math.max(to / from, 1), LINEAR_PADDING / 2) * 1.2;
    double floor = axis.logFloor() > 0 && from <= axis.logFloor() ? from : from / padding;
    double start = positive(axis.low(), floor);
    double end = positive(axis.high(), to * padding);
    double bottom = Math.clamp(Math.min(start, end), SMALLEST, LARGEST);
    double top = Math.clamp(Math.max(start, end), SMALLEST, LARGEST);
    if (top / bottom < 1.0 + NARROWEST_RELATIVE) {
      return new AxisScale(Axis.Scale.LOG, bottom / 2, bottom * 2);
    }
    return new AxisScale(Axis.Scale.LOG, bottom, top);
  }

  private static double given(@Nullable Double wanted, double automatic) {
    return wanted == null ? automatic : wanted;
  }

  private static double positive(@Nullable Double wanted, double automatic) {
    return wanted == null || wanted <= 0 ? automatic : wanted;
  }
}
