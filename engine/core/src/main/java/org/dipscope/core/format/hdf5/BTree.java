package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.List;

/** A B-tree of the second version (specification, chapter III.A.2). */
final class BTree {
  private static final int NODE_FRAME = 10;
  private static final int DEEPEST = 32;
  private static final long MOST_RECORDS = 10_000_000;

  private final Hdf5Bytes file;
  private final String what;
  private final int recordBytes;
  private final int countBytes;
  private final List<Integer> totalBytes = new ArrayList<>();
  private final List<Block> records = new ArrayList<>();

  private BTree(Hdf5Bytes file, String what, Block head) {
    this.file = file;
    this.what = what;
    long nodeBytes = head.u32();
    recordBytes = head.u16();
    int depth = head.u16();
    head.skip(2);
    long root = head.offset();
    int rootRecords = head.u16();
    if (recordBytes == 0 || nodeBytes < NODE_FRAME + recordBytes || depth > DEEPEST) {
      throw head.damaged("describes an impossible tree");
    }
    long most = (nodeBytes - NODE_FRAME) / recordBytes;
    countBytes = widthOf(most);
    totalBytes.add(0);
    double all = most;
    for (int level = 1; level <= depth; level++) {
      int pointer = file.superblock().offsetBytes() + countBytes + totalBytes.get(level - 1);
      long here = Math.max(0, (nodeBytes - NODE_FRAME - pointer) / (recordBytes + pointer));
      all = Math.min(Long.MAX_VALUE, (here + 1.0) * all + here);
      totalBytes.add(widthOf((long) all));
    }
    if (root != Block.UNDEFINED) {
      node(root, rootRecords, depth);
    }
  }

  /** All records of the tree at an address, in no particular order. */
  static List<Block> records(Hdf5Bytes file, String what, long address) {
    Superblock superblock = file.superblock();
    Block head =
        file.block(what, address, 18L + superblock.offsetBytes() + superblock.lengthBytes());
    head.signature("BTHD");
    head.skip(2);
    return new BTree(file, what, head).records;
  }

  /** Bytes that hold every number up to one. */
  static int widthOf(long most) {
    return (63 - Long.numberOfLeadingZeros(Math.max(1, most))) / 8 + 1;
  }

  private void node(long address, int count, int level) {
    int pointer =
        level == 0 ? 0 : file.superblock().offsetBytes() + countBytes + totalBytes.get(level - 1);
    long length = 6 + (long) count * recordBytes + (level == 0 ? 0 : (count + 1L) * pointer);
    Block in = file.block(what, address, length);
    in.signature(level == 0 ? "BTLF" : "BTIN");
    in.skip(2);
    for (int i = 0; i < count; i++) {
      records.add(in.part(recordBytes));
    }
    if (records.size() > MOST_RECORDS) {
      throw in.damaged("has more than " + MOST_RECORDS + " records");
    }
    for (int i = 0; level > 0 && i <= count; i++) {
      long child = in.offset();
      int inChild = (int) in.number(countBytes);
      in.skip(totalBytes.get(level - 1));
      node(child, inChild, level - 1);
    }
  }
}
