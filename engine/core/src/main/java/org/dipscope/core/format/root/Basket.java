package org.dipscope.core.format.root;

import org.jspecify.annotations.Nullable;

/**
 * The plain bytes of a run of entries of one branch.
 *
 * @param data bytes that hold the values
 * @param from first byte of the first value
 * @param until byte after the last value
 * @param offsets where each entry starts in the data, with the end as one element more; null if the
 *     file does not say
 * @param entries number of entries
 * @param place for complaints
 */
record Basket(
    byte[] data, int from, int until, int @Nullable [] offsets, int entries, Place place) {

  /** Positions as the file has them, from the start of a record header, checked and shifted. */
  static int[] shifted(int[] stored, int entries, int shift, int from, int until, Place place) {
    if (stored.length < entries) {
      throw place.damaged("has positions for " + stored.length + " of its " + entries + " entries");
    }
    int[] offsets = new int[entries + 1];
    int last = from;
    for (int i = 0; i < entries; i++) {
      int offset = stored[i] - shift;
      if (offset < last || offset > until) {
        throw place.damaged("has entry " + i + " at an impossible position");
      }
      offsets[i] = offset;
      last = offset;
    }
    offsets[entries] = until;
    return offsets;
  }
}
