package org.dipscope.core.format.root;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of a column for a run of entries, one after another.
 *
 * <p>The arrays are handed over, not copied: they belong to whoever asked for them.
 */
public sealed interface RootValues {

  /** How many entries these are. */
  int entries();

  /** How many values there are in all entries. */
  int size();

  /**
   * Where each entry starts among the values, with the end as one element more; null if all entries
   * have equally many values.
   */
  int @Nullable [] offsets();

  /** The value at a position as double precision; texts are NaN. */
  double asDouble(int index);

  /** Double precision, also for packed reals. */
  record Doubles(double[] values, int @Nullable [] offsets, int entries) implements RootValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double asDouble(int index) {
      return values[index];
    }
  }

  /** Single precision. */
  record Floats(float[] values, int @Nullable [] offsets, int entries) implements RootValues {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double asDouble(int index) {
      return values[index];
    }
  }

  /**
   * Integers and truth values (1 or 0).
   *
   * @param unsigned whether values below zero stand for numbers from 2⁶³ on
   */
  record Longs(long[] values, int @Nullable [] offsets, int entries, boolean unsigned)
      implements RootValues {
    private static final double TWO_TO_64 = 0x1p64;

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double asDouble(int index) {
      long value = values[index];
      return unsigned && value < 0 ? value + TWO_TO_64 : value;
    }
  }

  /** One text per entry. */
  record Texts(List<String> values) implements RootValues {
    /** Copies the list. */
    public Texts {
      values = List.copyOf(values);
    }

    @Override
    public int entries() {
      return values.size();
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public int @Nullable [] offsets() {
      return null;
    }

    @Override
    public double asDouble(int index) {
      return Double.NaN;
    }
  }
}
