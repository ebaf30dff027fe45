package org.dipscope.core.format.root;

/**
 * What a basket says about itself (class TBasket).
 *
 * @param version version of the class
 * @param entries number of entries
 * @param last byte after the last value, counted from the start of the record header
 * @param flag which arrays follow an embedded basket
 */
record BasketHeader(int version, int entries, int last, int flag) {
  /** From this flag on, the positions of the entries are not stored. */
  static final int GENERATED = 80;

  static BasketHeader read(RootBytes in) {
    int version = in.u16();
    in.skip(4); // size of the buffer
    if (in.i32() < 0) {
      in.skip(1); // optional features
    }
    int entries = in.i32();
    int last = in.i32();
    int flag = in.i8();
    if (entries < 0 || last < 0) {
      throw in.place().damaged("has a basket with a negative length");
    }
    return new BasketHeader(version, entries, last, flag);
  }
}
