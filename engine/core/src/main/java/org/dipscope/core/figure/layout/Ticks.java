package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dipscope.core.figure.Axis;

/**
 * The ticks of one axis.
 *
 * @param major labelled ticks in rising order
 * @param minor unlabelled ticks in rising order, without the major ones
 * @param exponent labels are values divided by ten to this power; the axis title says so
 */
public record Ticks(List<Tick> major, List<Double> minor, int exponent) {
  private static final int MOST_LABELS = 60;

  /**
   * A labelled tick.
   *
   * @param value its value on the axis
   * @param label its label in rich text
   */
  public record Tick(double value, String label) {}

  /**
   * Chooses ticks.
   *
   * @param axis the scale and its ends
   * @param most the number of labels that fit, at least 2
   */
  public static Ticks of(AxisScale axis, int most) {
    int limit = Math.clamp(most, 2, MOST_LABELS);
    return axis.scale() == Axis.Scale.LOG ? LogTicks.of(axis, limit) : LinearTicks.of(axis, limit);
  }

  /** One tick per name, each in the middle of its unit; those outside the axis are left out. */
  static Ticks named(List<String> names, AxisScale axis) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double value = i + 0.5;
      if (value > axis.low() && value < axis.high()) {
        ticks.add(new Tick(value, names.get(i)));
      }
    }
    return new Ticks(ticks, List.of(), 0);
  }

  /** Returns all tick values, major and minor. */
  DoubleStream values() {
    return DoubleStream.concat(
        major.stream().mapToDouble(Tick::value), minor.stream().mapToDouble(Double::doubleValue));
  }
}
