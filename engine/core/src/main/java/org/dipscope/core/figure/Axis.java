package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One axis.
 *
 * @param label the quantity, in rich text
 * @param unit its unit, shown in brackets; empty for pure numbers
 * @param scale linear or logarithmic; linear if absent
 * @param low the lower end, or null to follow the data
 * @param high the upper end, or null to follow the data; below {@code low} it is swapped
 * @param logFloor what a logarithmic axis shows at its lower end if the data reach zero or below; 0
 *     chooses it from the data
 * @param grid whether grid lines are drawn at the labelled ticks
 * @param names names instead of numbers, in rich text: the first in the middle of 0 to 1, the
 *     second of 1 to 2 and so on; empty for numbers
 */
public record Axis(
    String label,
    String unit,
    Scale scale,
    @Nullable Double low,
    @Nullable Double high,
    double logFloor,
    boolean grid,
    List<String> names) {
  /** Fills in defaults. */
  public Axis(
      @Nullable String label,
      @Nullable String unit,
      @Nullable Scale scale,
      @Nullable Double low,
      @Nullable Double high,
      double logFloor,
      boolean grid,
      @Nullable List<String> names) {
    this.label = Require.textOrEmpty(label);
    this.unit = Require.textOrEmpty(unit);
    this.scale = scale == null ? Scale.LINEAR : scale;
    this.low = low == null || !Double.isFinite(low) ? null : low;
    this.high = high == null || !Double.isFinite(high) ? null : high;
    this.logFloor = logFloor;
    this.grid = grid;
    this.names = Require.list(names, "names");
  }

  /** Returns a linear axis that follows the data. */
  public static Axis linear(String label, String unit) {
    return new Axis(label, unit, Scale.LINEAR, null, null, 0, false, List.of());
  }

  /** Returns a logarithmic axis that follows the data. */
  public static Axis log(String label, String unit) {
    return new Axis(label, unit, Scale.LOG, null, null, 0, false, List.of());
  }

  /** Returns a linear axis with names instead of numbers, from 0 to their number. */
  public static Axis named(String label, List<String> names) {
    double end = Math.max(1, names.size());
    return new Axis(label, "", Scale.LINEAR, 0.0, end, 0, false, names);
  }

  /** Returns this axis from {@code newLow} to {@code newHigh}; NaN leaves that end to the data. */
  public Axis range(double newLow, double newHigh) {
    return new Axis(label, unit, scale, newLow, newHigh, logFloor, grid, names);
  }

  /** Returns this axis with grid lines. */
  public Axis withGrid() {
    return new Axis(label, unit, scale, low, high, logFloor, true, names);
  }

  /** Returns this axis with the value shown where a logarithm has no answer. */
  public Axis withLogFloor(double newLogFloor) {
    return new Axis(label, unit, scale, low, high, newLogFloor, grid, names);
  }

  /** Returns the label followed by the unit in brackets. */
  public String title() {
    return unit.isEmpty() ? label : label.isEmpty() ? "[" + unit + "]" : label + " [" + unit + "]";
  }

  /** The scale of an axis. */
  public enum Scale {
    /** Equal steps. */
    LINEAR,
    /** Equal ratios. */
    LOG
  }
}
