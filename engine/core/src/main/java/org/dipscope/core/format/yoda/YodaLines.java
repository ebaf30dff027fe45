package org.dipscope.core.format.yoda;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.dipscope.core.format.InflatedStream;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.format.RegularFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The lines of a plain or compressed file, counted, with their length and total bounded. */
final class YodaLines implements Closeable {
  private static final int LONGEST_LINE = 8 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final Reader reader;
  private final MemoryBudget budget;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder text = new StringBuilder();
  private int filled;
  private int at;
  private int line;
  private boolean afterReturn;

  private YodaLines(String file, InputStream stream) {
    this.file = file;
    this.reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
    this.budget = new MemoryBudget(file);
  }

  static YodaLines open(Path file) {
    String name = String.valueOf(file.getFileName());
    RegularFile.require(file);
    if (Files.isDirectory(file)) {
      throw problem(name, 0, "this is a folder.", "Choose a file in it.", null);
    }
    try {
      InputStream stream = InflatedStream.of(name, Files.newInputStream(file));
      return new YodaLines(name, stream);
    } catch (NoSuchFileException e) {
      throw problem(name, 0, "the file does not exist.", "Check the path.", e);
    } catch (IOException e) {
      throw problem(name, 0, "the file cannot be read.", "Check that the file is readable.", e);
    }
  }

  String file() {
    return file;
  }

  /** The one-based number of the line read last. */
  int line() {
    return line;
  }

  /**
   * Accounts for what is kept of the lines.
   *
   * @throws ProblemException if the file needs more memory than one file may
   */
  void hold(long bytes) {
    budget.take(bytes);
  }

  /** The next line without its end, or null. */
  @Nullable String next() {
    text.setLength(0);
    try {
      while (true) {
        if (at == filled && !fill()) {
          if (text.isEmpty()) {
            return null;
          }
          return finish();
        }
        char c = buffer[at++];
        if (c == '\n' && afterReturn) {
          afterReturn = false;
        } else if (c == '\n' || c == '\r') {
          afterReturn = c == '\r';
          return finish();
        } else {
          afterReturn = false;
          text.append(c);
          if (text.length() > LONGEST_LINE) {
            throw problem(
                file, line + 1, "the line is longer than 8 MiB.", "This is no YODA file.", null);
          }
        }
      }
    } catch (EOFException | ZipException e) {
      throw problem(
          file,
          line,
          "the compressed data end early or are damaged (truncated gzip).",
          "Get the file again.",
          e);
    } catch (IOException e) {
      throw problem(file, line, "the file cannot be read further.", "Check the disk.", e);
    }
  }

  private boolean fill() throws IOException {
    filled = reader.read(buffer);
    at = 0;
    if (filled <= 0) {
      filled = 0;
      return false;
    }
    return true;
  }

  private String finish() {
    line++;
    if (line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text.deleteCharAt(0);
    }
    return text.toString();
  }

  static ProblemException problem(
      String file, int line, String what, String hint, @Nullable IOException cause) {
    String place = line > 0 ? file + ", line " + line : file;
    return new ProblemException(Problem.badInput(place + ": " + what, hint, file, line), cause);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw problem(file, 0, "the file cannot be closed.", "Check the disk.", e);
    }
  }
}
