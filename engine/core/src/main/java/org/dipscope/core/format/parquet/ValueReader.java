package org.dipscope.core.format.parquet;

import java.util.Arrays;

/** The values of one page that are there, in order, as numbers. */
interface ValueReader {

  /** Takes the next values. */
  void read(double[] target, int at, int count);

  /** For columns of text, which are not numbers. */
  record Text() implements ValueReader {
    @Override
    public void read(double[] target, int at, int count) {
      Arrays.fill(target, at, at + count, Double.NaN);
    }
  }

  /** Positions in a dictionary. */
  record FromDictionary(double[] dictionary, RunReader positions, Place place, int[] scratch)
      implements ValueReader {
    private static final int STEP = 4096;

    FromDictionary(double[] dictionary, RunReader positions, Place place) {
      this(dictionary, positions, place, new int[STEP]);
    }

    @Override
    public void read(double[] target, int at, int count) {
      for (int done = 0; done < count; ) {
        int step = Math.min(STEP, count - done);
        positions.read(scratch, 0, step);
        for (int i = 0; i < step; i++) {
          int position = scratch[i];
          if (position < 0 || position >= dictionary.length) {
            throw place.damaged(
                "value %d of a dictionary of %d".formatted(position, dictionary.length));
          }
          target[at + done + i] = dictionary[position];
        }
        done += step;
      }
    }
  }

  /** Truth values in runs. */
  record Runs(RunReader runs) implements ValueReader {
    @Override
    public void read(double[] target, int at, int count) {
      int[] numbers = new int[count];
      runs.read(numbers, 0, count);
      for (int i = 0; i < count; i++) {
        target[at + i] = numbers[i];
      }
    }
  }

  /** Whole numbers as differences. */
  record Deltas(DeltaReader deltas, CellReader cells) implements ValueReader {
    @Override
    public void read(double[] target, int at, int count) {
      for (int i = 0; i < count; i++) {
        target[at + i] = cells.whole(deltas.next());
      }
    }
  }
}
