package org.dipscope.core.event;

import org.jspecify.annotations.Nullable;

/**
 * Some consecutive events, column by column. The arrays belong to the source and are valid until
 * the batch has been handled.
 *
 * @param size number of events
 * @param columns the values of each requested column, one event after the other; the arrays may be
 *     longer
 * @param offsets for each column null if it has one value per event, else where its events start:
 *     event i has the values from offsets[i] to before offsets[i + 1]; the first offset is 0
 */
public record EventBatch(int size, double[][] columns, int[] @Nullable [] offsets) {

  /** Events per batch: several columns of this length stay in the processor's cache. */
  public static final int LARGEST = 4096;

  /** Events with one value in every column. */
  public EventBatch(int size, double[][] columns) {
    this(size, columns, new int[columns.length][]);
  }
}
