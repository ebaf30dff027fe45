package org.dipscope.core.format.root;

/**
 * The plain bytes of one object of a file.
 *
 * @param header the key in front of it
 * @param bytes the object, decompressed
 * @param place for complaints
 */
record RootRecord(KeyHeader header, byte[] bytes, Place place) {
  private static final int LONGEST_HEADER = 4096;

  /** Reads and decompresses the record at an offset; {@code what} names it in complaints. */
  static RootRecord read(RootStorage storage, long offset, String what) {
    Place place = storage.place(what, offset);
    long available = Math.max(0, Math.min(LONGEST_HEADER, storage.size() - offset));
    KeyHeader header =
        KeyHeader.read(new RootBytes(storage.bytes(offset, available, place), place));
    int length = header.recordLength();
    int head = header.headerLength();
    if (length < head || head <= 0 || header.plainLength() < 0) {
      throw place.damaged("has a record header with impossible lengths");
    }
    byte[] packed = storage.bytes(offset + head, length - head, place);
    byte[] plain = Compression.plain(packed, 0, packed.length, header.plainLength(), place);
    return new RootRecord(header, plain, place);
  }
}
