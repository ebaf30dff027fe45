package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Collects rows that several threads find in any order.
 *
 * @param <T> a row
 * @param <R> what all rows, or those so far, make up
 */
final class Gathering<T, R> {
  private final List<T> rows;
  private final Function<List<T>, R> whole;
  private final StudyProgress<R> progress;
  private int done;

  /**
   * Nothing yet.
   *
   * @param missing stands for a row that is not there
   */
  Gathering(int count, T missing, Function<List<T>, R> whole, StudyProgress<R> progress) {
    rows = new ArrayList<>(Collections.nCopies(count, missing));
    this.whole = whole;
    this.progress = progress;
  }

  /** One row more. */
  synchronized void put(int row, T value) {
    rows.set(row, value);
    done++;
    progress.at((double) done / rows.size(), this::soFar);
  }

  /** What there is. */
  synchronized R soFar() {
    return whole.apply(List.copyOf(rows));
  }

  /**
   * An order of rows in which any first part covers all of them evenly: the ends, the middle, the
   * quarters and so on.
   */
  static int[] coarseFirst(int count) {
    int[] order = new int[count];
    boolean[] taken = new boolean[count];
    int next = 0;
    int step = Math.max(1, Integer.highestOneBit(Math.max(1, count - 1)));
    for (; step >= 1; step /= 2) {
      for (int row = 0; row < count; row += step) {
        if (!taken[row]) {
          taken[row] = true;
          order[next++] = row;
        }
      }
      if (!taken[count - 1]) {
        taken[count - 1] = true;
        order[next++] = count - 1;
      }
    }
    return order;
  }
}
