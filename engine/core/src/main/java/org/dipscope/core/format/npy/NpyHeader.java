package org.dipscope.core.format.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an array says.
 *
 * @param bytes length of the header with all before the data
 * @param shape length of each dimension; none for a single value
 * @param fortran whether the first index runs fastest
 * @param cell type of plain cells, or null if structured
 * @param members of structured cells, in order; else none
 * @param cellBytes size of a cell
 */
record NpyHeader(
    int bytes,
    List<Long> shape,
    boolean fortran,
    @Nullable NpyType cell,
    List<NpyField> members,
    int cellBytes) {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_DIMENSIONS = 32;
  private static final int MOST_MEMBERS = 10_000;
  private static final String HINT = "Save the array again with numpy.save.";

  /**
   * Reads a header.
   *
   * @param where the file, or file and entry, for messages
   * @throws ProblemException if it is none, or announces what is not read
   */
  static NpyHeader read(String file, String where, InputStream stream) throws IOException {
    byte[] start = stream.readNBytes(8);
    String magic = new String(start, StandardCharsets.ISO_8859_1);
    if (start.length < 8 || !magic.startsWith("\u0093NUMPY")) {
      throw bad(file, where + ": it does not start with the mark of a NumPy array.", HINT);
    }
    int width = start[6] == 1 ? 2 : 4;
    byte[] size = stream.readNBytes(width);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = (length << 8) | (size[i] & 0xFF);
    }
    if (start[6] < 1 || start[6] > 3 || size.length < width || length > LONGEST) {
      throw bad(file, where + ": the version or length of its header is not known.", HINT);
    }
    byte[] text = stream.readNBytes((int) length);
    int bytes = 8 + width + text.length;
    if (text.length < length) {
      throw bad(
          file,
          "%s: the header is cut, expected %d bytes, found %d."
              .formatted(where, 8 + width + length, bytes),
          "Copy the file again.");
    }
    return of(file, where, bytes, new String(text, StandardCharsets.UTF_8));
  }

  private static NpyHeader of(String file, String where, int bytes, String text) {
    if (NpyLiteral.read(text) instanceof Map<?, ?> map
        && map.get("fortran_order") instanceof Boolean fortran
        && map.get("shape") instanceof List<?> shape
        && map.containsKey("descr")) {
      Object description = map.get("descr");
      List<NpyField> members = new ArrayList<>();
      long size = cell(file, where, description, "", 0, members);
      boolean plain = description instanceof String;
      return new NpyHeader(
          bytes,
          lengths(file, where, shape),
          fortran,
          plain ? members.getFirst().type() : null,
          plain ? List.of() : List.copyOf(members),
          (int) size);
    }
    throw bad(file, where + ": its header is not a description of an array.", HINT);
  }

  private static List<Long> lengths(String file, String where, List<?> shape) {
    List<Long> lengths = new ArrayList<>();
    for (Object length : shape) {
      if (!(length instanceof Long number) || lengths.size() == MOST_DIMENSIONS) {
        throw bad(file, where + ": its shape " + shape + " is none.", HINT);
      }
      lengths.add(number);
    }
    return List.copyOf(lengths);
  }

  /** Adds the members of a cell; its size in bytes. */
  private static long cell(
      String file,
      String where,
      @Nullable Object description,
      String prefix,
      long offset,
      List<NpyField> members) {
    if (description instanceof String text) {
      NpyType type = type(file, where, text);
      if (members.size() == MOST_MEMBERS) {
        throw bad(file, where + ": its cells have more than " + MOST_MEMBERS + " members.", HINT);
      }
      members.add(new NpyField(prefix, type, offset));
      return type.bytes();
    }
    long size = 0;
    if (description instanceof List<?> list && !list.isEmpty()) {
      for (Object member : list) {
        size += member(file, where, member, prefix, offset + size, members);
      }
      if (size <= Integer.MAX_VALUE) {
        return size;
      }
    }
    throw bad(file, where + ": the type of its cells is not known.", HINT);
  }

  private static long member(
      String file,
      String where,
      Object member,
      String prefix,
      long offset,
      List<NpyField> members) {
    if (!(member instanceof List<?> parts) || parts.size() < 2 || parts.size() > 3) {
      throw bad(file, where + ": a member of its cells has no name and type.", HINT);
    }
    Object given = parts.get(0);
    Object type = parts.get(1);
    String name =
        given instanceof List<?> titled && !titled.isEmpty()
            ? String.valueOf(titled.getLast())
            : "" + given;
    String path = prefix.isEmpty() ? name : prefix + "." + name;
    long copies = 1;
    if (parts.size() == 3 && parts.get(2) instanceof List<?> shape) {
      for (long length : lengths(file, where, shape)) {
        copies = length <= MOST_MEMBERS ? copies * length : Long.MAX_VALUE;
        if (copies > MOST_MEMBERS) {
          throw bad(file, where + ": a member of its cells has too many values.", HINT);
        }
      }
    }
    long size = 0;
    for (long i = 0; i < copies; i++) {
      String column = parts.size() == 3 ? path + "[" + i + "]" : path;
      size += cell(file, where, type, column, offset + size, members);
    }
    return size;
  }

  private static NpyType type(String file, String where, String text) {
    if (text.endsWith("O")) {
      throw bad(
          file,
          where + ": object arrays (pickle) are not read, so that no code is run.",
          "Save plain numbers: numpy.save(name, array.astype(float)).");
    }
    return NpyType.of(text)
        .orElseThrow(
            () ->
                bad(
                    file,
                    where + ": cells of type \"" + text + "\" are not read.",
                    "Save it as float64, whole numbers or bool."));
  }

  /** How many cells there are; the largest long if that is no number. */
  long cells() {
    long cells = 1;
    for (long length : shape) {
      long high = Math.multiplyHigh(cells, length);
      cells = high != 0 || cells * length < 0 ? Long.MAX_VALUE : cells * length;
      if (length == 0) {
        return 0;
      }
    }
    return cells;
  }

  /** Size of header and data; the largest long if that is no number. */
  long expectedBytes() {
    long cells = cells();
    boolean countable = Math.multiplyHigh(cells, cellBytes) == 0 && cells * cellBytes >= 0;
    return countable && cells * cellBytes < Long.MAX_VALUE - bytes
        ? bytes + cells * cellBytes
        : Long.MAX_VALUE;
  }

  static ProblemException bad(String file, String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint, file, 0));
  }
}
