package org.dipscope.core.format.root;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one column that were decoded last. Reading on from there decodes each record once,
 * even if other threads read other parts of the column meanwhile. Belongs to one thread.
 */
final class RootRun {
  private final RootTable table;
  private final String column;
  private final long end;
  private long from;
  private long until;
  private @Nullable RootValues values;

  /**
   * @param end where reading will stop
   */
  RootRun(RootTable table, String column, long end) {
    this.table = table;
    this.column = column;
    this.end = end;
  }

  /** Copies one value of each of some entries. */
  void singles(long first, int size, int position, int length, double[] target) {
    int done = 0;
    while (done < size) {
      RootValues run = load(first + done);
      int skip = (int) (first + done - from);
      int count = (int) Math.min(size - done, until - first - done);
      copy(run, skip * length + position, length, count, target, done);
      done += count;
    }
  }

  /**
   * Copies all values of some entries.
   *
   * @param target is used if it is long enough
   * @param starts takes where each entry starts, with the end of the last
   * @return the array with the values
   */
  double[] lists(long first, int size, double[] target, int[] starts) {
    double[] out = target;
    int done = 0;
    while (done < size) {
      RootValues run = load(first + done);
      int skip = (int) (first + done - from);
      int count = (int) Math.min(size - done, until - first - done);
      int[] offsets = run.offsets();
      int base = starts[done];
      int start = offsets == null ? 0 : offsets[skip];
      int length = offsets == null ? 0 : offsets[skip + count] - start;
      for (int i = 1; i <= count; i++) {
        starts[done + i] = base + (offsets == null ? 0 : offsets[skip + i] - start);
      }
      if (base + length > out.length) {
        out = Arrays.copyOf(out, Math.max(base + length, 2 * out.length));
      }
      copy(run, start, 1, length, out, base);
      done += count;
    }
    return out;
  }

  private RootValues load(long entry) {
    RootValues known = values;
    if (known == null || entry < from || entry >= until) {
      int count = (int) Math.min(RootEvents.batch(table, column, entry), end - entry);
      known = table.read(column, entry, count);
      values = known;
      from = entry;
      until = entry + count;
    }
    return known;
  }

  private static void copy(
      RootValues values, int from, int step, int count, double[] target, int to) {
    switch (values) {
      case RootValues.Doubles doubles -> {
        double[] source = doubles.values();
        for (int i = 0, at = from; i < count; i++, at += step) {
          target[to + i] = source[at];
        }
      }
      case RootValues.Floats floats -> {
        float[] source = floats.values();
        for (int i = 0, at = from; i < count; i++, at += step) {
          target[to + i] = source[at];
        }
      }
      case RootValues.Longs _, RootValues.Texts _ -> {
        for (int i = 0, at = from; i < count; i++, at += step) {
          target[to + i] = values.asDouble(at);
        }
      }
    }
  }
}
