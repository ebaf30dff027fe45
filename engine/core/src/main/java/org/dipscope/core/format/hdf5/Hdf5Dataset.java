package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.particle.ProblemList;
import org.jspecify.annotations.Nullable;

/**
 * A dataset without its elements.
 *
 * @param path from the root group, without a slash in front
 * @param lengths of each dimension, the first of which counts rows; one row for a single value
 * @param limits how long each dimension may grow; negative if without limit
 * @param type of its elements
 * @param layout where they are
 * @param filters by which its chunks were packed, in the order of writing
 * @param fill the element where nothing was written
 * @param texts those attributes that are text
 */
record Hdf5Dataset(
    String path,
    List<Long> lengths,
    List<Long> limits,
    Hdf5Type type,
    DataLayout layout,
    List<ChunkFilter> filters,
    byte[] fill,
    Map<String, List<String>> texts) {
  private static final int MOST_DIMENSIONS = 32;

  /** A file of this length may hold any dataset that is not absurd, most of it never written. */
  private static final long ALWAYS_BELIEVED = 1L << 30;

  private static final long LARGEST_RATIO = 2000;

  private record Space(List<Long> lengths, List<Long> limits) {}

  /**
   * Reads the description of a dataset; null if it has no elements.
   *
   * @throws org.dipscope.core.problem.ProblemException if it is damaged, its elements are in other
   *     files, or its lengths are absurd; an attribute that cannot be read is added to the problems
   */
  static @Nullable Hdf5Dataset read(
      Hdf5Bytes file, String path, ObjectHeader header, ProblemList problems) {
    Space space = header.first(ObjectHeader.DATASPACE, Hdf5Dataset::space);
    Hdf5Type type = header.first(ObjectHeader.DATATYPE, Hdf5TypeReader::read);
    if (header.has(ObjectHeader.EXTERNAL_FILES)) {
      throw file.problem(
          "the dataset \"" + path + "\" keeps its data in other files, which are not opened",
          "Copy the data into one file first, for instance with h5repack.");
    }
    DataLayout layout = header.first(ObjectHeader.LAYOUT, DataLayout::read);
    List<ChunkFilter> filters = header.first(ObjectHeader.FILTERS, ChunkFilter::read);
    if (space == null || type == null || layout == null) {
      throw file.problem(
          "the dataset \"" + path + "\" lacks its shape, type or place", "Copy the file again.");
    }
    if (space.lengths().contains(0L)) {
      return null;
    }
    Hdf5Dataset dataset =
        new Hdf5Dataset(
            path,
            space.lengths(),
            space.limits(),
            type,
            layout,
            filters == null ? List.of() : filters,
            fill(header, type.size()),
            Map.copyOf(TextAttributes.of(file, header, problems)));
    dataset.check(file);
    return dataset;
  }

  /** Reads a dataspace message (specification, chapter IV.A.2.b); no space has the length 0. */
  private static Space space(Block in) {
    int version = in.u8();
    int dimensions = in.u8();
    int flags = in.u8();
    if (version < 1 || version > 2 || dimensions > MOST_DIMENSIONS) {
      throw in.damaged("has " + dimensions + " dimensions of version " + version);
    }
    boolean none = version == 2 && in.u8() == 2;
    in.skip(version == 1 ? 5 : 0);
    List<Long> lengths = new ArrayList<>();
    List<Long> limits = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      lengths.add(in.length());
    }
    for (int i = 0; i < dimensions; i++) {
      limits.add((flags & 1) == 0 ? lengths.get(i) : in.limit());
    }
    if (dimensions == 0) {
      lengths.add(none ? 0L : 1L);
      limits.add(1L);
    }
    return new Space(List.copyOf(lengths), List.copyOf(limits));
  }

  /** The lengths that a dataspace message gives. */
  static List<Long> lengths(Block in) {
    return space(in).lengths();
  }

  private static byte[] fill(ObjectHeader header, int size) {
    byte[] fill = header.first(ObjectHeader.FILL_VALUE, Hdf5Dataset::fillValue);
    if (fill == null) {
      fill = header.first(ObjectHeader.OLD_FILL_VALUE, in -> in.array(in.count()));
    }
    return fill != null && fill.length == size ? fill : new byte[0];
  }

  private static byte[] fillValue(Block in) {
    int version = in.u8();
    if (version >= 3) {
      return (in.u8() & 0x20) == 0 ? new byte[0] : in.array(in.count());
    }
    in.skip(2);
    boolean defined = in.u8() != 0;
    return version == 1 || defined ? in.array(in.count()) : new byte[0];
  }

  private void check(Hdf5Bytes file) {
    long bytes = type.size();
    for (long length : lengths) {
      bytes = length < 0 || Math.multiplyHigh(bytes, length) != 0 ? -1 : bytes * length;
      if (bytes < 0 || bytes > ALWAYS_BELIEVED + LARGEST_RATIO * file.size()) {
        throw file.problem(
            "the dataset \"%s\" announces the lengths %s, more than a file of %d bytes can hold"
                .formatted(path, lengths, file.size()),
            "Write the file again without the empty part of the dataset.");
      }
    }
    switch (layout) {
      case DataLayout.Compact compact -> {
        if (compact.bytes().length < bytes) {
          throw file.problem(
              "the dataset \"%s\" needs %d bytes, but has %d"
                  .formatted(path, bytes, compact.bytes().length),
              "Copy the file again.");
        }
      }
      case DataLayout.Contiguous contiguous -> {
        if (contiguous.address() != Block.UNDEFINED) {
          file.check("the data of \"" + path + "\"", contiguous.address(), bytes);
        }
      }
      case DataLayout.Chunked chunked -> checkChunks(file, chunked);
    }
  }

  private void checkChunks(Hdf5Bytes file, DataLayout.Chunked chunked) {
    if (chunked.lengths().size() != lengths.size()) {
      throw file.problem(
          "the dataset \"%s\" has %d dimensions, but its chunks have %d"
              .formatted(path, lengths.size(), chunked.lengths().size()),
          "Copy the file again.");
    }
    long bytes = type.size();
    for (long length : chunked.lengths()) {
      bytes *= length;
      if (bytes > Integer.MAX_VALUE - 16) {
        throw file.problem(
            "the dataset \"" + path + "\" has chunks of shape " + chunked.lengths() + ", too large",
            "Write it with chunks of some MiB.");
      }
    }
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  long rows() {
    return lengths.getFirst();
  }

  /** The lengths of all dimensions but the first. */
  List<Long> inner() {
    return lengths.subList(1, lengths.size());
  }

  /** Elements of a row. */
  long cells() {
    long cells = 1;
    for (long length : inner()) {
      cells *= length;
    }
    return cells;
  }

  /** The unit that an attribute gives, or empty. */
  String unit() {
    for (String key : List.of("units", "unit")) {
      List<String> unit = texts.getOrDefault(key, List.of());
      if (unit.size() == 1) {
        return unit.getFirst();
      }
    }
    return "";
  }
}
