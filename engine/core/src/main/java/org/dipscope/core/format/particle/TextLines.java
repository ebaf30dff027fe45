package org.dipscope.core.format.particle;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.dipscope.core.format.InflatedStream;
import org.dipscope.core.format.RegularFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file as bytes, plain or gzip by its first bytes. Memory is one buffer,
 * however long the file is. Compressed data that end early or are damaged end the text; {@link
 * #trouble()} then says why.
 */
public final class TextLines implements Closeable {
  /** Longer lines are refused. */
  static final int LONGEST = 1 << 20;

  private static final int START = 1 << 16;
  private static final int CHUNK = 1 << 16;

  private final String file;
  private final InputStream stream;
  private byte[] buffer = new byte[4 * START];
  private int filled;
  private int from;
  private int to;
  private int following;
  private int number;
  private boolean ended;
  private boolean terminated = true;
  private @Nullable String trouble;

  private TextLines(String file, InputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /**
   * Opens a file.
   *
   * @throws ProblemException if it does not exist, cannot be read, or is empty
   */
  public static TextLines open(Path path) {
    String file = String.valueOf(path.getFileName());
    RegularFile.require(path);
    try {
      InputStream raw = Files.newInputStream(path);
      try {
        TextLines lines = new TextLines(file, InflatedStream.of(file, raw));
        while (!lines.ended && lines.filled < START) {
          lines.fill();
        }
        if (lines.filled == 0 && lines.trouble == null) {
          throw bad(file, 0, "the file is empty.", "Choose a file with at least one event.");
        }
        lines.skipByteOrderMark();
        return lines;
      } catch (IOException | RuntimeException e) {
        raw.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          Problem.badInput(path + " does not exist.", "Check the path.", path.toString(), 0), e);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              file + " cannot be read: " + e.getMessage() + ".",
              "Check that it is a file and that you may read it.",
              file,
              0),
          e);
    }
  }

  private void skipByteOrderMark() {
    boolean marked =
        filled >= 3
            && buffer[0] == (byte) 0xEF
            && buffer[1] == (byte) 0xBB
            && buffer[2] == (byte) 0xBF;
    following = marked ? 3 : 0;
  }

  /** The name of the file, for messages. */
  public String file() {
    return file;
  }

  /** Whether some ASCII text occurs in the first 64 KiB; to be asked before the first line. */
  public boolean startContains(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    int last = Math.min(filled, START) - wanted.length;
    for (int i = 0; i <= last; i++) {
      if (Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Moves to the next line; false at the end.
   *
   * @throws ProblemException if a line is too long to be one
   */
  public boolean next() {
    from = following;
    int at = from;
    while (true) {
      byte[] bytes = buffer;
      int end = filled;
      while (at < end && bytes[at] != '\n') {
        at++;
      }
      if (at < end) {
        following = at + 1;
        break;
      }
      if (ended) {
        if (from == filled) {
          to = from;
          return false;
        }
        terminated = false;
        following = at;
        break;
      }
      if (at - from > LONGEST) {
        throw bad(
            file,
            number + 1,
            "line " + (number + 1) + " is longer than " + (LONGEST >> 20) + " MiB.",
            "Choose an event file; its lines hold one particle each.");
      }
      at -= shift();
      fill();
    }
    to = at > from && buffer[at - 1] == '\r' ? at - 1 : at;
    number++;
    return true;
  }

  /** Moves the unfinished line to the start of the buffer; by how many bytes. */
  private int shift() {
    int by = from;
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= by;
    from = 0;
    following = 0;
    if (filled + CHUNK > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    return by;
  }

  private void fill() {
    try {
      int read = stream.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        ended = true;
      } else {
        filled += read;
      }
    } catch (EOFException e) {
      ended = true;
      trouble = "compressed data ends early (truncated gzip)";
    } catch (IOException e) {
      ended = true;
      trouble = "the data cannot be read further (" + e.getMessage() + ")";
    }
  }

  /** The buffer that holds the line between {@link #from()} and {@link #to()}. */
  public byte[] bytes() {
    return buffer;
  }

  /** Where the line starts. */
  public int from() {
    return from;
  }

  /** Where the line ends, without its line break. */
  public int to() {
    return to;
  }

  /** Number of the line, from 1. */
  public int number() {
    return number;
  }

  /** Whether the line ended with a line break; only the last may not. */
  public boolean terminated() {
    return terminated;
  }

  /** Why the text ended before the file did, or null. */
  public @Nullable String trouble() {
    return trouble;
  }

  /** The line as text; not for the fast path. */
  public String text() {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  /** Position of the first character that is not blank, or {@link #to()}. */
  public int firstVisible() {
    int at = from;
    while (at < to && (buffer[at] == ' ' || buffer[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** Whether the line has an ASCII text at a position. */
  public boolean hasAt(int at, String text) {
    int length = text.length();
    if (to - at < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A problem at a line of this file; the message follows the name of the file. */
  public Problem problem(int line, String message, String hint) {
    return Problem.badInput(file + ": " + message, hint, file, line);
  }

  private static ProblemException bad(String file, int line, String message, String hint) {
    return new ProblemException(Problem.badInput(file + ": " + message, hint, file, line));
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      trouble = trouble == null ? String.valueOf(e.getMessage()) : trouble;
    }
  }
}
