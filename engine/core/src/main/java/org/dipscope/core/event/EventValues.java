package org.dipscope.core.event;

import org.jspecify.annotations.Nullable;

/**
 * What an expression yields for the events of a batch. The arrays are valid until the next batch is
 * evaluated.
 *
 * @param values the values, one event after the other; conditions are 1 or 0; the array may be
 *     longer
 * @param length how many values there are
 * @param offsets null if every event has one value, else where its values start, as in {@link
 *     EventBatch}
 */
public record EventValues(double[] values, int length, int @Nullable [] offsets) {}
