package org.dipscope.core.format.hdf5;

/** Chunks of a dataset that cannot grow (specification, chapter VII.C). */
final class FixedArray {
  private final Hdf5Bytes file;
  private final ChunkIndex index;
  private final long address;

  FixedArray(Hdf5Bytes file, ChunkIndex index, long address) {
    this.file = file;
    this.index = index;
    this.address = address;
  }

  void read() {
    int wide = file.superblock().offsetBytes();
    Block head = file.block(index.what(), address, 8L + file.superblock().lengthBytes() + wide);
    head.signature("FAHD");
    head.skip(1);
    boolean filtered = head.u8() == 1;
    int entryBytes = head.u8();
    int pageBits = head.u8();
    long entries = head.length();
    long data = head.offset();
    if (entries < 0 || entries > file.size() || entryBytes < wide || pageBits > 31) {
      throw head.damaged("announces " + entries + " chunks");
    }
    if (data == Block.UNDEFINED) {
      return;
    }
    long page = 1L << pageBits;
    if (entries <= page) {
      Block in = file.block(index.what(), data, 6L + wide + entries * entryBytes);
      in.signature("FADB");
      in.skip(2L + wide);
      add(in, 0, entries, entryBytes, filtered);
      return;
    }
    long pages = (entries - 1) / page + 1;
    Block start = file.block(index.what(), data, 6L + wide + (pages + 7) / 8);
    start.signature("FADB");
    start.skip(2L + wide);
    byte[] written = start.array(start.remaining());
    long at = data + 6 + wide + written.length + 4;
    for (long i = 0; i < pages; i++) {
      long count = Math.min(page, entries - i * page);
      if ((written[(int) (i / 8)] & 0x80 >>> (i % 8)) != 0) {
        Block in = file.block(index.what(), at, count * entryBytes);
        add(in, i * page, count, entryBytes, filtered);
      }
      at += page * entryBytes + 4;
    }
  }

  private void add(Block in, long first, long count, int entryBytes, boolean filtered) {
    for (long i = 0; i < count; i++) {
      index.add(first + i, in.part(entryBytes), filtered);
    }
  }
}
