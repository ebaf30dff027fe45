package org.dipscope.core.format.root;

/**
 * A basket that lies inside the object of its tree instead of in a record of its own.
 *
 * @param entries entries it holds
 * @param headerLength bytes at the start of the data that stand for a record header
 * @param last byte after the last value
 * @param offsets where each entry starts, counted like {@code last}; empty if all are equally long
 * @param data the bytes up to {@code last}
 */
record EmbeddedBasket(int entries, int headerLength, int last, int[] offsets, byte[] data) {}
