package org.dipscope.core.figure.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.dipscope.core.figure.FigureJson;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Writes figures to files; the extension chooses the format. */
public final class FigureWriter {
  /** The extensions this writer knows. */
  public static final String EXTENSIONS = "svg, pdf, png, csv or json";

  /** Pixels per point of a PNG if nothing else is asked for. */
  public static final double DEFAULT_PIXELS_PER_POINT = 2;

  private FigureWriter() {}

  /**
   * Writes a figure; a PNG with {@link #DEFAULT_PIXELS_PER_POINT}.
   *
   * @throws ProblemException if the extension is unknown or the file cannot be written
   */
  public static void write(FigureSpec figure, Path file) {
    write(figure, file, DEFAULT_PIXELS_PER_POINT);
  }

  /**
   * Writes a figure. The bytes go to a temporary file in the same folder, are forced to the disk
   * and moved into place, so that the file is never half written.
   *
   * @param pixelsPerPoint the resolution of a PNG; other formats have none
   * @throws ProblemException if the extension is unknown or the file cannot be written
   */
  public static void write(FigureSpec figure, Path file, double pixelsPerPoint) {
    byte[] bytes = bytes(figure, extension(file), file, pixelsPerPoint);
    try {
      replace(file.toAbsolutePath(), bytes);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.badInput(
              file + " cannot be written.",
              "Check that the folder exists, can be written to and has space.",
              file.toString(),
              0),
          e);
    }
  }

  private static byte[] bytes(FigureSpec figure, String extension, Path file, double scale) {
    return switch (extension) {
      case "svg" -> SvgCanvas.write(figure).getBytes(StandardCharsets.UTF_8);
      case "csv" -> CsvTable.write(figure).getBytes(StandardCharsets.UTF_8);
      case "pdf" -> PdfCanvas.write(figure);
      case "png" -> PngWriter.write(figure, scale);
      case "json" -> FigureJson.write(figure).getBytes(StandardCharsets.UTF_8);
      default ->
          throw new ProblemException(
              Problem.usage(
                  "The file name " + file + " does not say which format to write.",
                  "Use the extension " + EXTENSIONS + "."));
    };
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IOException("no folder");
    }
    String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
    Path temporary = folder.resolve("." + file.getFileName() + "." + unique + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path temporary, Path file) throws IOException {
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
