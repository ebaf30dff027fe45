package org.dipscope.core.format.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HexFormat;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The head of a file (specification, chapter II.A).
 *
 * @param base where the addresses of the file start, behind a user block if there is one
 * @param offsetBytes width of an address
 * @param lengthBytes width of a length
 * @param root address of the object header of the root group
 */
record Superblock(long base, int offsetBytes, int lengthBytes, long root) {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10};
  private static final int LONGEST = 128;

  /** Where the signature stands: at 0, 512, 1024, 2048 and so on; or -1. */
  static long find(FileChannel channel) throws IOException {
    long size = channel.size();
    for (long at = 0; at >= 0 && at < size; at = at == 0 ? 512 : 2 * at) {
      if (Arrays.equals(head(channel, at, SIGNATURE.length), SIGNATURE)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] head(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    int got = 0;
    while (got >= 0 && buffer.hasRemaining()) {
      got = channel.read(buffer, at + buffer.position());
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /**
   * Reads it and compares the length that it announces with that of the file.
   *
   * @throws ProblemException if there is none, or the file is cut
   */
  static Superblock read(String file, FileChannel channel) throws IOException {
    long at = find(channel);
    if (at < 0) {
      String found = HexFormat.ofDelimiter(" ").formatHex(head(channel, 0, SIGNATURE.length));
      throw bad(
          file,
          "%s is not an HDF5 file: the signature %s is expected at byte 0, found %s."
              .formatted(
                  file,
                  HexFormat.ofDelimiter(" ").formatHex(SIGNATURE),
                  found.isEmpty() ? "nothing" : found),
          "Choose an HDF5 file; if it was one, copy it again.");
    }
    byte[] bytes = head(channel, at, LONGEST);
    int version = bytes.length > 8 ? bytes[8] : -1;
    int sizes = version < 2 ? 13 : 9;
    if (version < 0 || version > 3 || bytes.length < 48) {
      throw damaged(file, at, "is of unknown version " + version);
    }
    int offsetBytes = bytes[sizes];
    int lengthBytes = bytes[sizes + 1];
    if (!isWidth(offsetBytes) || !isWidth(lengthBytes)) {
      throw damaged(file, at, "has addresses of " + offsetBytes + " bytes");
    }
    int fields = version == 0 ? 24 : version == 1 ? 28 : 12;
    int rootField = version < 2 ? fields + 5 * offsetBytes : fields + 3 * offsetBytes;
    if (bytes.length < rootField + offsetBytes) {
      throw damaged(file, at, "is cut");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long base = word(buffer, fields, offsetBytes);
    long end = word(buffer, fields + 2 * offsetBytes, offsetBytes) - base + at;
    if (end < 0 || end > channel.size()) {
      throw bad(
          file,
          "%s is cut: it should have %s bytes, but has %d."
              .formatted(file, Long.toUnsignedString(end), channel.size()),
          "Copy or download the file again; its index may be among what is missing.");
    }
    return new Superblock(at, offsetBytes, lengthBytes, word(buffer, rootField, offsetBytes));
  }

  private static boolean isWidth(int bytes) {
    return bytes == 4 || bytes == 8;
  }

  private static long word(ByteBuffer buffer, int at, int bytes) {
    return bytes == 4 ? buffer.getInt(at) & 0xFFFFFFFFL : buffer.getLong(at);
  }

  private static ProblemException damaged(String file, long at, String finding) {
    return bad(
        file, file + ": the superblock at byte " + at + " " + finding + ".", "Copy it again.");
  }

  private static ProblemException bad(String file, String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint, file, 0));
  }
}
