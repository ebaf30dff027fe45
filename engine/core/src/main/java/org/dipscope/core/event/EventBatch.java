package org.dipscope.core.event;

/**
 * Some consecutive events, column by column. The arrays belong to the source and are valid until
 * the batch has been handled.
 *
 * @param size number of events
 * @param columns one array per requested column, each at least {@code size} long
 */
public record EventBatch(int size, double[][] columns) {

  /** Events per batch: several columns of this length stay in the processor's cache. */
  public static final int LARGEST = 4096;
}
