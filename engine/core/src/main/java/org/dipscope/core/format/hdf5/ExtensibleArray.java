package org.dipscope.core.format.hdf5;

import org.jspecify.annotations.Nullable;

/** Chunks of a dataset that can grow in one dimension (specification, chapter VII.D). */
final class ExtensibleArray {
  private final Hdf5Bytes file;
  private final ChunkIndex index;
  private final Block head;
  private final int wide;
  private final boolean filtered;
  private final int entryBytes;
  private final int mostBits;
  private final int inIndex;
  private final int smallest;
  private final int smallestPointers;
  private final int pageBits;
  private final long end;
  private final long indexBlock;
  private long position;

  ExtensibleArray(Hdf5Bytes file, ChunkIndex index, long address) {
    this.file = file;
    this.index = index;
    this.wide = file.superblock().offsetBytes();
    int lengthBytes = file.superblock().lengthBytes();
    head = file.block(index.what(), address, 12L + 6L * lengthBytes + wide);
    head.signature("EAHD");
    head.skip(1);
    filtered = head.u8() == 1;
    entryBytes = head.u8();
    mostBits = head.u8();
    inIndex = head.u8();
    smallest = head.u8();
    smallestPointers = head.u8();
    pageBits = head.u8();
    head.skip(4L * lengthBytes);
    end = head.length();
    head.skip(lengthBytes);
    indexBlock = head.offset();
    if (entryBytes < wide
        || mostBits > 63
        || Integer.bitCount(smallest) != 1
        || Integer.bitCount(smallestPointers) != 1
        || pageBits > 31
        || end < 0) {
      throw head.damaged("describes an impossible array");
    }
  }

  void read() {
    if (indexBlock == Block.UNDEFINED) {
      return;
    }
    int superBlocks = 1 + mostBits - Integer.numberOfTrailingZeros(smallest);
    int direct = 2 * Integer.numberOfTrailingZeros(smallestPointers);
    int directData = 2 * (smallestPointers - 1);
    long pointers = directData + Math.max(0L, superBlocks - direct);
    Block in =
        file.block(
            index.what(), indexBlock, 6L + wide + (long) inIndex * entryBytes + pointers * wide);
    in.signature("EAIB");
    in.skip(2L + wide);
    add(in, inIndex);
    for (int level = 0; level < superBlocks && position < end; level++) {
      long blocks = 1L << (level / 2);
      long entries = (1L << ((level + 1) / 2)) * smallest;
      if (level < direct) {
        for (long i = 0; i < blocks && position < end; i++) {
          dataBlock(in.offset(), entries, null, 0);
        }
      } else {
        superBlock(in.offset(), blocks, entries);
      }
    }
  }

  private int offsetBytes() {
    return (mostBits + 7) / 8;
  }

  private void superBlock(long address, long blocks, long entries) {
    if (address == Block.UNDEFINED) {
      position += blocks * entries;
      return;
    }
    long pages = entries > 1L << pageBits ? entries >> pageBits : 0;
    long bitmap = (pages + 7) / 8;
    long length = 6L + wide + offsetBytes() + blocks * (bitmap + wide);
    Block in = file.block(index.what(), address, length);
    in.signature("EASB");
    in.skip(2L + wide + offsetBytes());
    byte[] written = in.array((int) (blocks * bitmap));
    for (long i = 0; i < blocks && position < end; i++) {
      dataBlock(in.offset(), entries, written, i * pages);
    }
  }

  private void dataBlock(long address, long entries, byte @Nullable [] written, long bit) {
    long after = position + entries;
    if (address != Block.UNDEFINED) {
      long data = address + 6 + wide + offsetBytes();
      file.block(index.what(), address, 4).signature("EADB");
      long page = 1L << pageBits;
      if (entries <= page || written == null) {
        add(
            file.block(index.what(), data, Math.min(entries, end - position) * entryBytes),
            entries);
      } else {
        pages(data + 4, entries, written, bit);
      }
    }
    position = after;
  }

  private void pages(long data, long entries, byte[] written, long bit) {
    long page = 1L << pageBits;
    for (long i = 0; i < entries / page && position < end; i++) {
      int flag = (int) (bit + i);
      if ((written[flag / 8] & 0x80 >>> (flag % 8)) != 0) {
        Block in = file.block(index.what(), data + i * (page * entryBytes + 4), page * entryBytes);
        add(in, page);
      } else {
        position += page;
      }
    }
  }

  private void add(Block in, long count) {
    for (long i = 0; i < count && position < end; i++) {
      index.add(position++, in.part(entryBytes), filtered);
    }
  }
}
