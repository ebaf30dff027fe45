package org.dipscope.core.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file such that nobody ever sees half of it: a temporary file in the same folder, forced
 * to disk, then moved over the old one in one step.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Bytes {

    /** Writes all of them; the stream is closed by the caller. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Writes the text of a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it; the writer is closed by the caller. */
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Replaces or creates a file, in UTF-8.
   *
   * @throws ProblemException if the folder does not exist or cannot be written
   */
  public static void write(Path file, Content content) {
    write(file, text(content), null);
  }

  /**
   * Replaces or creates a file and keeps the version before under another name in the same folder.
   *
   * @throws ProblemException if the folder does not exist or cannot be written; the old file is
   *     then unchanged
   */
  public static void writeWithBackup(Path file, Path backup, Content content) {
    write(file, text(content), backup);
  }

  /**
   * Replaces or creates a file of bytes.
   *
   * @throws ProblemException if the folder does not exist or cannot be written
   */
  public static void writeBytes(Path file, Bytes content) {
    write(file, content, null);
  }

  /** The bytes of a text in UTF-8. */
  public static Bytes text(Content content) {
    return stream -> {
      Writer writer =
          new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
      content.writeTo(writer);
      writer.flush();
    };
  }

  private static void write(Path file, Bytes content, @Nullable Path backup) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw problem(file, "its folder does not exist", null);
    }
    Path temporary = null;
    try {
      temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
      fill(temporary, content);
      if (backup != null && Files.exists(target)) {
        Files.copy(
            target,
            backup,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      move(temporary, target);
    } catch (IOException e) {
      throw problem(file, String.valueOf(e.getMessage()), e);
    } finally {
      remove(temporary);
    }
  }

  private static void fill(Path temporary, Bytes content) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      content.writeTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(@Nullable Path temporary) {
    if (temporary != null) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        temporary.toFile().deleteOnExit();
      }
    }
  }

  private static ProblemException problem(Path file, String why, @Nullable IOException cause) {
    return new ProblemException(
        Problem.badInput(
            file + " cannot be written: " + why + ".",
            "Choose a folder that exists and that you may write to.",
            file.toString(),
            0),
        cause);
  }
}
