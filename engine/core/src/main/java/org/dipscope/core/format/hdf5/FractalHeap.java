package org.dipscope.core.format.hdf5;

import org.dipscope.core.problem.ProblemException;

/** A heap of small objects in blocks of doubling size (specification, chapter III.G). */
final class FractalHeap {
  private static final String WHAT = "the heap of a group";
  private static final int LARGEST_BITS = 63;
  private static final long LARGEST_BLOCK = 1L << 32;

  private final Hdf5Bytes file;
  private final int wide;
  private final int offsetBytes;
  private final int lengthBytes;
  private final int width;
  private final long smallest;
  private final long largestDirect;
  private final long root;
  private final int rootRows;

  FractalHeap(Hdf5Bytes file, long address) {
    this.file = file;
    this.wide = file.superblock().offsetBytes();
    int length = file.superblock().lengthBytes();
    Block head = file.block(WHAT, address, 22L + 12L * length + 3L * wide);
    head.signature("FRHP");
    head.skip(3);
    int filterBytes = head.u16();
    head.skip(1);
    long largestObject = head.u32();
    head.skip(10L * length + 2L * wide);
    width = head.u16();
    smallest = head.length();
    largestDirect = head.length();
    int bits = head.u16();
    head.skip(2);
    root = head.offset();
    rootRows = head.u16();
    if (filterBytes != 0) {
      throw file.problem(
          "a group has its names in a compressed heap",
          "Write the file again without compressing groups.");
    }
    if (Long.bitCount(smallest) != 1
        || Long.bitCount(largestDirect) != 1
        || largestDirect < smallest
        || largestDirect > LARGEST_BLOCK
        || width == 0
        || bits > LARGEST_BITS) {
      throw head.damaged("describes an impossible heap");
    }
    offsetBytes = (bits + 7) / 8;
    lengthBytes = BTree.widthOf(Math.min(largestObject, largestDirect));
  }

  /** The object that an identifier names. */
  Block object(Block id) {
    int head = id.u8();
    return switch (head >>> 4 & 3) {
      case 0 -> {
        long at = id.number(offsetBytes);
        yield inBlock(at, id.number(lengthBytes));
      }
      case 2 -> id.part((head & 0xF) + 1);
      default ->
          throw file.problem(
              "a group has a name of more than 64 KiB", "Write the file again with shorter names.");
    };
  }

  private Block inBlock(long at, long length) {
    long address = root;
    long start = 0;
    int rows = rootRows;
    while (rows > 0) {
      int row = row(at - start);
      long size = row < rows ? blockBytes(row) : 0;
      if (size <= 0) {
        throw outside(at);
      }
      long first = row == 0 ? 0 : width * size;
      long column = (at - start - first) / size;
      int directRows = directRows();
      long entry = (long) row * width + column;
      Block in = file.block(WHAT, address + 5 + wide + offsetBytes + entry * wide, wide);
      address = in.offset();
      start += first + column * size;
      if (address == Block.UNDEFINED) {
        throw outside(at);
      }
      rows = row < directRows ? 0 : rowsOf(size);
    }
    return file.block(WHAT, address + (at - start), length);
  }

  private ProblemException outside(long at) {
    return file.damaged(WHAT, root, "has no object at its byte " + at);
  }

  /** Rows of direct blocks: 1, 1, 2, 4 and so on times the smallest block. */
  private int directRows() {
    return Long.numberOfTrailingZeros(largestDirect) - Long.numberOfTrailingZeros(smallest) + 2;
  }

  private int row(long at) {
    long units = at / (smallest * width);
    return at < 0 ? Integer.MAX_VALUE : 64 - Long.numberOfLeadingZeros(units);
  }

  private long blockBytes(int row) {
    return row == 0 ? smallest : smallest << (row - 1);
  }

  /** Rows of an indirect block that stands for a number of bytes. */
  private int rowsOf(long size) {
    long units = size / (smallest * width);
    return 64 - Long.numberOfLeadingZeros(units);
  }
}
