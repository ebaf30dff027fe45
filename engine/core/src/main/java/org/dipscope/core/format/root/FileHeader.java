package org.dipscope.core.format.root;

import java.nio.charset.StandardCharsets;
import org.dipscope.core.format.FileKind;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The first bytes of a ROOT file.
 *
 * @param firstRecord byte of the first record, which is the top directory
 * @param nameLength bytes from there to the directory proper
 * @param streamerOffset byte of the streamer information, 0 if there is none
 * @param streamerLength its length
 */
record FileHeader(int firstRecord, int nameLength, long streamerOffset, int streamerLength) {
  private static final int SMALLEST = 64;
  private static final int LARGE_VERSION = 1_000_000;

  static FileHeader read(RootStorage storage) {
    Place place = storage.place("the file header", 0);
    byte[] start = storage.bytes(0, Math.min(storage.size(), 100), place);
    checkKind(start, storage);
    if (start.length < SMALLEST) {
      throw truncated(storage, SMALLEST);
    }
    RootBytes in = new RootBytes(start, place);
    in.skip(4);
    boolean large = in.i32() >= LARGE_VERSION;
    int firstRecord = in.i32();
    long end = large ? in.i64() : in.u32();
    in.skip(large ? 8 : 4); // free segments
    in.skip(8);
    int nameLength = in.i32();
    in.skip(5); // unit of offsets and compression setting
    long streamerOffset = large ? in.i64() : in.u32();
    int streamerLength = in.i32();
    if (end > storage.size()) {
      throw truncated(storage, end);
    }
    return new FileHeader(firstRecord, nameLength, streamerOffset, streamerLength);
  }

  private static ProblemException truncated(RootStorage storage, long expected) {
    return new ProblemException(
        Problem.badInput(
            storage.file()
                + " is truncated: its header says "
                + expected
                + " bytes, but it has "
                + storage.size()
                + ".",
            "Copy or download it again; what was cut off includes the list of its objects.",
            storage.file(),
            0));
  }

  private static void checkKind(byte[] start, RootStorage storage) {
    if (start.length >= 4 && new String(start, 0, 4, StandardCharsets.ISO_8859_1).equals("root")) {
      return;
    }
    throw new ProblemException(
        Problem.badInput(
            storage.file() + " is not a ROOT file: " + looks(start) + ".",
            "Choose a file whose first bytes are \"root\", or open this one under its true kind.",
            storage.file(),
            0));
  }

  private static String looks(byte[] start) {
    if (start.length == 0) {
      return "it is empty";
    }
    boolean zeros = true;
    for (byte value : start) {
      zeros &= value == 0;
    }
    if (zeros) {
      return "it starts with " + start.length + " zero bytes instead of the mark \"root\"";
    }
    String mark = mark(start);
    return FileKind.of(start)
        .map(kind -> "its content looks like " + kind.label() + " (" + mark + ")")
        .orElse("its first bytes are " + mark + " instead of the mark \"root\"");
  }

  private static String mark(byte[] start) {
    StringBuilder text = new StringBuilder();
    boolean printable = true;
    for (int i = 0; i < Math.min(4, start.length); i++) {
      printable &= start[i] >= 0x20 && start[i] < 0x7F;
      text.append(i == 0 ? "" : " ").append(String.format("%02x", start[i] & 0xFF));
    }
    return printable
        ? new String(start, 0, Math.min(4, start.length), StandardCharsets.ISO_8859_1)
        : text.toString();
  }
}
