package org.dipscope.core.format.hdf5;

import java.util.ArrayDeque;
import java.util.Deque;

/** Chunks in a B-tree of the first version (specification, chapter III.A.1). */
final class ChunkTree {
  private final Hdf5Bytes file;
  private final ChunkIndex index;
  private final DataLayout.Chunked layout;
  private final Deque<Long> waiting = new ArrayDeque<>();

  ChunkTree(Hdf5Bytes file, ChunkIndex index, DataLayout.Chunked layout) {
    this.file = file;
    this.index = index;
    this.layout = layout;
  }

  void read() {
    waiting.add(layout.address());
    while (!waiting.isEmpty()) {
      node(waiting.removeLast());
    }
  }

  private void node(long address) {
    int offsetBytes = file.superblock().offsetBytes();
    Block head = file.block(index.what(), address, 8);
    head.signature("TREE");
    int kind = head.u8();
    int level = head.u8();
    int entries = head.u16();
    if (kind != 1) {
      throw head.damaged("is a tree of groups");
    }
    int dimensions = layout.lengths().size();
    long entryBytes = 8 + 8L * (dimensions + 1) + offsetBytes;
    Block in = file.block(index.what(), address + 8 + 2L * offsetBytes, entries * entryBytes);
    for (int entry = 0; entry < entries; entry++) {
      long bytes = in.u32();
      long mask = in.u32();
      long[] scaled = new long[dimensions];
      for (int i = 0; i < dimensions; i++) {
        scaled[i] = in.number(8) / layout.lengths().get(i);
      }
      in.skip(8);
      if (level > 0) {
        waiting.add(in.offset());
      } else {
        index.add(scaled, in.offset(), bytes, mask);
      }
    }
  }
}
