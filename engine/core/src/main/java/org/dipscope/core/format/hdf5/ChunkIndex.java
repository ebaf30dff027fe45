package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.MemoryBudget;
import org.jspecify.annotations.Nullable;

/** Where the chunks of a dataset are in the file. */
final class ChunkIndex {
  private static final int ENTRY_BYTES = 128;

  private final Hdf5Bytes file;
  private final Hdf5Dataset dataset;
  private final DataLayout.Chunked layout;
  private final MemoryBudget budget;
  private final Map<Long, Chunk> chunks = new HashMap<>();

  /**
   * A chunk as stored.
   *
   * @param address where
   * @param bytes how long
   * @param mask a bit for each filter that was left out
   */
  record Chunk(long address, int bytes, int mask) {}

  private ChunkIndex(Hdf5Bytes file, Hdf5Dataset dataset, DataLayout.Chunked layout) {
    this.file = file;
    this.dataset = dataset;
    this.layout = layout;
    this.budget = new MemoryBudget(file.file());
  }

  /** Reads the index of a dataset. */
  static ChunkIndex of(Hdf5Bytes file, Hdf5Dataset dataset, DataLayout.Chunked layout) {
    ChunkIndex index = new ChunkIndex(file, dataset, layout);
    if (layout.address() != Block.UNDEFINED) {
      index.read();
    }
    return index;
  }

  private void read() {
    switch (layout.index()) {
      case TREE_1 -> new ChunkTree(file, this, layout).read();
      case TREE_2 -> readSecondTree();
      case SINGLE ->
          add(
              new long[dataset.lengths().size()],
              layout.address(),
              layout.bytes() == 0 ? chunkBytes() : layout.bytes(),
              layout.mask());
      case IMPLICIT -> readImplicit();
      case FIXED_ARRAY -> new FixedArray(file, this, layout.address()).read();
      case EXTENSIBLE_ARRAY -> new ExtensibleArray(file, this, layout.address()).read();
    }
  }

  private void readImplicit() {
    long count = 1;
    for (int i = 0; i < dataset.lengths().size(); i++) {
      count = Math.multiplyHigh(count, grid(i, true)) == 0 ? count * grid(i, true) : -1;
      if (count < 0 || count > file.size()) {
        throw file.damaged(
            what(), layout.address(), "announces more chunks than the file has bytes");
      }
    }
    file.check(what(), layout.address(), count * chunkBytes());
    for (long i = 0; i < count; i++) {
      add(scaled(i), layout.address() + i * chunkBytes(), chunkBytes(), 0);
    }
  }

  private void readSecondTree() {
    int dimensions = dataset.lengths().size();
    boolean filtered = !dataset.filters().isEmpty();
    for (Block in : BTree.records(file, what(), layout.address())) {
      long address = in.offset();
      int tail = 8 * dimensions + 4;
      long bytes = filtered ? in.number(in.remaining() - tail) : chunkBytes();
      long mask = filtered ? in.u32() : 0;
      long[] scaled = new long[dimensions];
      for (int i = 0; i < dimensions; i++) {
        scaled[i] = in.number(8);
      }
      add(scaled, address, bytes, mask);
    }
  }

  String what() {
    return "the chunk index of \"" + dataset.path() + "\"";
  }

  /** Bytes of an unpacked chunk. */
  int chunkBytes() {
    return (int) (layout.elements() * dataset.type().size());
  }

  /** Adds a chunk of an array of addresses. */
  void add(long position, Block entry, boolean filtered) {
    long address = entry.offset();
    if (address == Block.UNDEFINED) {
      entry.skip(entry.remaining());
      return;
    }
    long bytes = filtered ? entry.number(entry.remaining() - 4) : chunkBytes();
    long mask = filtered ? entry.u32() : 0;
    add(scaled(position), address, bytes, mask);
  }

  /**
   * Adds a chunk.
   *
   * @param scaled which one it is along each dimension; one outside the dataset is left out
   */
  void add(long[] scaled, long address, long bytes, long mask) {
    for (int i = 0; i < scaled.length; i++) {
      if (scaled[i] < 0 || scaled[i] >= grid(i, false)) {
        return;
      }
    }
    file.check("a chunk of \"" + dataset.path() + "\"", address, bytes);
    if (bytes > Integer.MAX_VALUE - 16) {
      throw file.damaged(what(), layout.address(), "has a chunk of " + bytes + " bytes");
    }
    budget.take(ENTRY_BYTES);
    chunks.put(number(scaled), new Chunk(address, (int) bytes, (int) mask));
  }

  /** The chunk at a place, or null if nothing was written there. */
  @Nullable Chunk find(long[] scaled) {
    return chunks.get(number(scaled));
  }

  private long number(long[] scaled) {
    long number = 0;
    for (int i = 0; i < scaled.length; i++) {
      number = number * grid(i, false) + scaled[i];
    }
    return number;
  }

  /** How many chunks lie along a dimension now, or at most. */
  private long grid(int dimension, boolean most) {
    long now = dataset.lengths().get(dimension);
    long length = most ? Math.max(now, dataset.limits().get(dimension)) : now;
    return (length - 1) / layout.lengths().get(dimension) + 1;
  }

  /** Where the chunk at a position of an array is; a dimension without limit runs slowest. */
  private long[] scaled(long position) {
    int dimensions = dataset.lengths().size();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      order.add(dataset.limits().get(i) < 0 ? 0 : order.size(), i);
    }
    long[] scaled = new long[dimensions];
    long rest = position;
    for (int i = dimensions - 1; i > 0; i--) {
      long count = grid(order.get(i), true);
      scaled[order.get(i)] = rest % count;
      rest /= count;
    }
    scaled[order.getFirst()] = rest;
    return scaled;
  }
}
