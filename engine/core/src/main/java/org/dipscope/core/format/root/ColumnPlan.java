package org.dipscope.core.format.root;

import org.jspecify.annotations.Nullable;

/**
 * How the values of one column lie in the baskets of its branch.
 *
 * @param column the column
 * @param baskets the baskets of its branch
 * @param packed how packed reals lie; null for other types
 * @param stride bytes of an entry, all leaves of the branch together; not for jagged columns
 * @param skip bytes of an entry before the values of this column
 * @param header bytes in front of the values of every entry of a jagged column
 * @param counts the column with the number of items of every entry, if there is one
 */
record ColumnPlan(
    RootColumn column,
    BasketIndex baskets,
    @Nullable PackedReal packed,
    int stride,
    int skip,
    int header,
    @Nullable ColumnPlan counts) {
  /** Byte count, version and number of items, which stand in front of a {@code std::vector}. */
  static final int VECTOR_HEADER = 10;

  int width() {
    return packed == null ? column.type().width() : packed.width();
  }
}
