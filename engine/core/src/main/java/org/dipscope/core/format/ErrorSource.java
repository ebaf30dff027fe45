package org.dipscope.core.format;

import java.util.Locale;
import org.dipscope.core.histogram.Values;

/**
 * One named source of error with its shift of every bin, as published: both sides carry their sign,
 * and a source may shift a bin to the same side for both of its directions.
 *
 * @param label as written in the file, such as {@code stat} or {@code sys,lumi}; empty if unnamed
 * @param down shift for the downward variation, usually negative; NaN where none is given
 * @param up shift for the upward variation, usually positive; NaN where none is given
 */
public record ErrorSource(String label, Values down, Values up) {

  /** The same shift to both sides. */
  public static ErrorSource symmetric(String label, Values size) {
    return new ErrorSource(label, size.map(s -> -Math.abs(s)), size.map(Math::abs));
  }

  /** How far the source can move bin i to smaller values: max(0, −down, −up). */
  public double low(int i) {
    return larger(-down.get(i), -up.get(i));
  }

  /** How far the source can move bin i to larger values: max(0, down, up). */
  public double high(int i) {
    return larger(up.get(i), down.get(i));
  }

  /** The larger shift, 0 if both go the other way; NaN if nothing is given for this side. */
  private static double larger(double own, double other) {
    if (other > 0 && !(own > other)) {
      return other;
    }
    return own > 0 || Double.isNaN(own) ? own : 0;
  }

  /** Whether the label says that the error is statistical. */
  boolean isStatistical() {
    return label.toLowerCase(Locale.ROOT).contains("stat");
  }

  /** Whether the label says that the error is that of the luminosity. */
  boolean isLuminosity() {
    return label.toLowerCase(Locale.ROOT).contains("lumi");
  }
}
