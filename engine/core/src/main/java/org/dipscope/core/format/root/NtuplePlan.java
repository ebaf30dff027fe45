package org.dipscope.core.format.root;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one column of an ntuple are found.
 *
 * @param column the column
 * @param values physical columns that hold the values, one per representation
 * @param index physical columns that hold where the items of each entry end; empty if there is one
 *     item per entry
 * @param counts whether the values are the numbers of items between such ends
 */
record NtuplePlan(RootColumn column, Source values, @Nullable Source index, boolean counts) {

  /** A physical column in its representations, with the page that was decoded last. */
  record Source(
      List<Integer> columns,
      List<PageDecoder> decoders,
      boolean deferred,
      AtomicReference<@Nullable Page> last) {
    Source(List<Integer> columns, List<PageDecoder> decoders, boolean deferred) {
      this(List.copyOf(columns), List.copyOf(decoders), deferred, new AtomicReference<>());
    }
  }

  /** A decoded page. */
  record Page(NtupleClusters.PageRange range, int decoder, long elements, byte[] values) {}
}
