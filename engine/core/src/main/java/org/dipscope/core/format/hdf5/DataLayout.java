package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.List;

/** Where the elements of a dataset are (specification, chapter IV.A.2.i). */
sealed interface DataLayout {

  /** In the header itself. */
  record Compact(byte[] bytes) implements DataLayout {}

  /** One after the other at an address, which is undefined if nothing was written. */
  record Contiguous(long address) implements DataLayout {}

  /**
   * In chunks of equal shape.
   *
   * @param lengths of a chunk in each dimension
   * @param index what finds the chunks
   * @param address of the index, or of the only chunk; undefined if nothing was written
   * @param bytes of the only chunk as stored, or 0 if it is not filtered
   * @param mask the filters that were left out for the only chunk
   */
  record Chunked(List<Integer> lengths, Index index, long address, long bytes, long mask)
      implements DataLayout {

    /** Elements of a chunk. */
    long elements() {
      long product = 1;
      for (int length : lengths) {
        product = Math.multiplyExact(product, length);
      }
      return product;
    }
  }

  /** How chunks are found. */
  enum Index {
    /** Only in files of the earlier layout messages. */
    TREE_1,
    SINGLE,
    IMPLICIT,
    FIXED_ARRAY,
    EXTENSIBLE_ARRAY,
    TREE_2
  }

  /** Reads a layout message. */
  static DataLayout read(Block in) {
    int version = in.u8();
    return switch (version) {
      case 1, 2 -> readOld(in);
      case 3, 4, 5 -> readNew(in, version);
      default -> throw in.damaged("has a data layout of unknown version " + version);
    };
  }

  private static DataLayout readOld(Block in) {
    int dimensions = in.u8();
    int kind = in.u8();
    in.skip(5);
    long address = kind == 0 ? Block.UNDEFINED : in.offset();
    List<Integer> lengths = lengths(in, dimensions, 4);
    return switch (kind) {
      case 0 -> new Compact(in.array(in.count()));
      case 1 -> new Contiguous(address);
      case 2 -> chunked(withoutLast(in, lengths), Index.TREE_1, address);
      default -> throw in.damaged("has a data layout of unknown class " + kind);
    };
  }

  private static DataLayout readNew(Block in, int version) {
    int kind = in.u8();
    return switch (kind) {
      case 0 -> new Compact(in.array(in.u16()));
      case 1 -> new Contiguous(in.offset());
      case 2 -> version == 3 ? readTreeChunks(in) : readChunks(in);
      case 3 ->
          throw in.file()
              .problem(
                  "a virtual dataset is put together from other files, which are not opened",
                  "Copy the data into one file first, for instance with h5repack.");
      default -> throw in.damaged("has a data layout of unknown class " + kind);
    };
  }

  private static DataLayout readTreeChunks(Block in) {
    int dimensions = in.u8();
    long address = in.offset();
    return chunked(withoutLast(in, lengths(in, dimensions, 4)), Index.TREE_1, address);
  }

  private static Chunked chunked(List<Integer> lengths, Index index, long address) {
    return new Chunked(lengths, index, address, 0, 0);
  }

  private static DataLayout readChunks(Block in) {
    int flags = in.u8();
    int dimensions = in.u8();
    List<Integer> lengths = withoutLast(in, lengths(in, dimensions, in.u8()));
    int kind = in.u8();
    long bytes = 0;
    long mask = 0;
    switch (kind) {
      case 1 -> {
        if ((flags & 2) != 0) {
          bytes = in.length();
          mask = in.u32();
        }
      }
      case 2 -> {}
      case 3 -> in.skip(1);
      case 4 -> in.skip(5);
      case 5 -> in.skip(6);
      default -> throw in.damaged("has chunks with an unknown index " + kind);
    }
    return new Chunked(lengths, Index.values()[kind], in.offset(), bytes, mask);
  }

  private static List<Integer> lengths(Block in, int dimensions, int width) {
    List<Integer> lengths = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      long length = in.number(width);
      if (length <= 0 || length > Integer.MAX_VALUE) {
        throw in.damaged("has chunks of impossible length " + length);
      }
      lengths.add((int) length);
    }
    return lengths;
  }

  /** The last length is the size of an element. */
  private static List<Integer> withoutLast(Block in, List<Integer> lengths) {
    if (lengths.isEmpty()) {
      throw in.damaged("has chunks without dimensions");
    }
    return List.copyOf(lengths.subList(0, lengths.size() - 1));
  }
}
