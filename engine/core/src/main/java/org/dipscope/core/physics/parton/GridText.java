package org.dipscope.core.physics.parton;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The lines of a PDF data file, read one by one within bounds of file and line length. */
final class GridText implements Closeable {
  private static final long LARGEST_FILE_BYTES = 200L << 20;
  private static final long LARGEST_SETTINGS_BYTES = 8L << 20;
  private static final int MOST_SETTINGS_LINES = 200_000;
  private static final int LONGEST_LINE_BYTES = 1 << 20;
  private static final int LONGEST_NUMBER = 40;
  private static final String HINT = "Get a fresh copy of the PDF set, or choose another one.";

  private final String file;
  private final InputStream in;
  private byte[] buffer = new byte[256];
  private long bytesLeft;
  private int line;

  private GridText(String file, InputStream in, long mostBytes) {
    this.file = file;
    this.in = in;
    this.bytesLeft = mostBytes;
  }

  /** Opens a data file of at most 200 MB. */
  static GridText open(Path path) {
    return open(path, LARGEST_FILE_BYTES);
  }

  private static GridText open(Path path, long mostBytes) {
    String file = path.toString();
    try {
      if (!Files.isRegularFile(path)) {
        throw failure(
            file, 0, "The file " + file + " does not exist or is not a plain file.", null);
      }
      if (Files.size(path) > mostBytes) {
        throw failure(
            file,
            0,
            "The file "
                + file
                + " is larger than "
                + (mostBytes >> 20)
                + " MB, unlike any PDF set.",
            null);
      }
      return new GridText(
          file, new BufferedInputStream(Files.newInputStream(path), 1 << 16), mostBytes);
    } catch (IOException e) {
      throw failure(file, 0, "The file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** All lines of a settings file of at most 8 MB and 200,000 lines. */
  static List<String> lines(Path path) {
    List<String> lines = new ArrayList<>();
    try (GridText text = open(path, LARGEST_SETTINGS_BYTES)) {
      for (String next = text.rawLine(); next != null; next = text.rawLine()) {
        if (lines.size() == MOST_SETTINGS_LINES) {
          throw text.problem("is one too many for the settings of a PDF set");
        }
        lines.add(next);
      }
    }
    return lines;
  }

  /** The next line with something on it that is no comment, or null at the end of the file. */
  @Nullable String contentLine() {
    for (String next = rawLine(); next != null; next = rawLine()) {
      String text = next.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        return text;
      }
    }
    return null;
  }

  /** The next content line, which the format requires. */
  String requiredLine(String content) {
    String next = contentLine();
    if (next == null) {
      throw problem("is the last, but " + content + " must follow: the file is cut off");
    }
    return next;
  }

  /** The next line as it is, or null at the end of the file. */
  @Nullable String rawLine() {
    int length = 0;
    try {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      line++;
      while (next >= 0 && next != '\n') {
        if (length == LONGEST_LINE_BYTES || --bytesLeft < 0) {
          throw problem("is too long for a PDF data file");
        }
        if (next == 0) {
          throw problem("holds binary data: this is not a text file");
        }
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * length);
        }
        buffer[length++] = (byte) next;
        next = in.read();
      }
    } catch (IOException e) {
      throw failure(file, line, "The file " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  }

  /** The one-based number of the line read last. */
  int line() {
    return line;
  }

  String file() {
    return file;
  }

  /** The failure of the line read last: "Line n of file …". */
  ProblemException problem(String what) {
    return failure(file, line, "Line " + line + " of " + file + " " + what + ".", null);
  }

  private static ProblemException failure(
      String file, int line, String message, @Nullable Throwable cause) {
    return new ProblemException(Problem.badInput(message, HINT, file, line), cause);
  }

  /** A decimal number, or NaN where the text is none: stricter than {@link Double#parseDouble}. */
  static double number(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw failure(file, 0, "The file " + file + " cannot be closed.", e);
    }
  }
}
