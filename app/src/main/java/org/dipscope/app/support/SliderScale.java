package org.dipscope.app.support;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * How a slider covers its range, and how numbers are typed into its field.
 *
 * @param low the smallest value
 * @param high the largest value
 * @param standard the value a reset returns to
 * @param step what an arrow key adds; on a logarithmic scale the relative change, 0.01 for 1 %
 * @param logarithmic whether equal distances are equal ratios
 */
public record SliderScale(
    double low, double high, double standard, double step, boolean logarithmic) {
  private static final MathContext SHOWN = new MathContext(6);
  private static final MathContext DRAGGED = new MathContext(3);
  private static final double FINE = 0.1;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the range is empty, the standard value outside of it, the
   *     step not positive, or a logarithmic range reaches zero
   */
  public SliderScale {
    if (!(low < high && standard >= low && standard <= high && step > 0)) {
      throw new IllegalArgumentException(
          "no slider from %s to %s in steps of %s at %s".formatted(low, high, step, standard));
    }
    if (logarithmic && low <= 0) {
      throw new IllegalArgumentException("a logarithmic slider cannot start at " + low);
    }
  }

  /** Equal distances are equal differences. */
  public static SliderScale linear(double low, double high, double standard, double step) {
    return new SliderScale(low, high, standard, step, false);
  }

  /** Equal distances are equal ratios; an arrow key changes the value by {@code relativeStep}. */
  public static SliderScale log(double low, double high, double standard, double relativeStep) {
    return new SliderScale(low, high, standard, relativeStep, true);
  }

  /** Where the value sits, 0 at the low and 1 at the high end. */
  public double position(double value) {
    double inside = Math.clamp(value, low, high);
    return logarithmic
        ? Math.log(inside / low) / Math.log(high / low)
        : (inside - low) / (high - low);
  }

  /**
   * The value at a position, rounded to what a hand can mean: a tenth of a step or three digits.
   */
  public double valueAt(double position) {
    double along = Math.clamp(position, 0, 1);
    if (along == 0 || along == 1) {
      return along == 0 ? low : high;
    }
    double raw = logarithmic ? low * Math.pow(high / low, along) : low + along * (high - low);
    return Math.clamp(logarithmic ? rounded(raw, DRAGGED) : onFineGrid(raw), low, high);
  }

  /** The value {@code steps} arrow keys away, a fraction for finer moves; stays in the range. */
  public double stepped(double value, double steps) {
    double moved =
        logarithmic
            ? rounded(value * Math.pow(1 + step, steps), SHOWN)
            : onFineGrid(value + steps * step);
    return Math.clamp(moved, low, high);
  }

  /** The value as text: at most six digits, no trailing zeros. */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal shown = new BigDecimal(value).round(SHOWN);
    if (shown.signum() == 0) {
      return "0";
    }
    shown = shown.stripTrailingZeros();
    int exponent = shown.precision() - shown.scale() - 1;
    return exponent < -4 || exponent > 6
        ? shown.unscaledValue() + exponentOf(shown)
        : shown.toPlainString();
  }

  /**
   * Reads a typed number.
   *
   * @param typed what the user typed; a decimal comma is understood
   * @param name the quantity, for the message
   * @param unit its unit, for the message; may be empty
   */
  public Entry read(String typed, String name, String unit) {
    String number = typed.strip().replace(',', '.').replace('\u2212', '-');
    if (!unit.isEmpty() && number.endsWith(unit)) {
      number = number.substring(0, number.length() - unit.length()).strip();
    }
    double value;
    try {
      value = Double.parseDouble(number);
    } catch (NumberFormatException notANumber) {
      return new Entry.Invalid(
          String.format(Locale.ROOT, "\u201c%s\u201d is not a number.", typed.strip()));
    }
    if (value >= low && value <= high) {
      return new Entry.Valid(value);
    }
    String suffix = unit.isEmpty() ? "" : "\u00a0" + unit;
    return new Entry.Invalid(
        "%s goes from %s to %s%s.".formatted(name, text(low), text(high), suffix));
  }

  /** The outcome of typing a value. */
  public sealed interface Entry {
    /** A value in the range. */
    record Valid(double value) implements Entry {}

    /** Not usable; the message says why. */
    record Invalid(String message) implements Entry {}
  }

  private double onFineGrid(double value) {
    double grid = FINE * step;
    return rounded(Math.rint(value / grid) * grid, new MathContext(12));
  }

  private static double rounded(double value, MathContext digits) {
    return new BigDecimal(value).round(digits).doubleValue();
  }

  private static String exponentOf(BigDecimal number) {
    return "e" + -number.scale();
  }
}
