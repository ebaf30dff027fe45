package org.dipscope.core.format.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A Parquet file whose footer has been read. It is open only while something is read from it.
 *
 * @param path where it is
 * @param bytes how long it was then
 * @param footer what its end says
 * @param columns those that can be read
 * @param leaves how many columns each row group has
 * @param problems what cannot be read
 */
record ParquetFile(
    Path path,
    long bytes,
    Footer footer,
    List<ParquetColumn> columns,
    int leaves,
    List<Problem> problems) {
  private static final int TAIL = 8;
  private static final int MAGIC = 4;
  private static final int LARGEST_FOOTER = 1 << 29;

  /**
   * Reads the footer.
   *
   * @throws ProblemException if the file is truncated, encrypted, damaged or no Parquet file
   */
  static ParquetFile open(Path path) {
    Place place = new Place(String.valueOf(path.getFileName()), "the footer");
    try (FileChannel channel = FileChannel.open(path)) {
      return open(path, channel, place);
    } catch (IOException e) {
      throw place.unreadable(e);
    }
  }

  private static ParquetFile open(Path path, FileChannel channel, Place place) throws IOException {
    long size = channel.size();
    byte[] start = bytes(channel, 0, (int) Math.min(MAGIC, size), place);
    if (!isMagic(start, 0, "PAR1") && !isMagic(start, 0, "PARE")) {
      throw problem(
          place.file(),
          "this is not a Parquet file: it does not begin with PAR1",
          "Choose a Parquet file.");
    }
    byte[] tail = bytes(channel, Math.max(0, size - TAIL), (int) Math.min(TAIL, size), place);
    if (isMagic(tail, MAGIC, "PARE")) {
      throw problem(
          place.file(), "the Parquet footer is encrypted", "Write the file without encryption.");
    }
    if (size < MAGIC + TAIL || !isMagic(tail, MAGIC, "PAR1")) {
      throw problem(
          place.file(),
          "Parquet footer / PAR1 end marker missing (truncated) after " + size + " bytes",
          "Copy the file again; without its footer nothing in it can be found.");
    }
    int length = PageBytes.int32(tail, 0);
    if (length <= 0 || length > Math.min(LARGEST_FOOTER, size - MAGIC - TAIL)) {
      throw place.damaged(
          "it has %d bytes in a file of %d".formatted(length & 0xFFFF_FFFFL, size), size - TAIL);
    }
    long at = size - TAIL - length;
    Footer footer = FooterReader.read(bytes(channel, at, length, place), length, place, at);
    SchemaWalk.Columns found = SchemaWalk.of(footer.schema(), new Place(place.file(), "the table"));
    return new ParquetFile(path, size, footer, found.columns(), found.leaves(), found.problems());
  }

  private static boolean isMagic(byte[] bytes, int at, String magic) {
    return bytes.length >= at + MAGIC
        && new String(bytes, at, MAGIC, StandardCharsets.ISO_8859_1).equals(magic);
  }

  private static byte[] bytes(FileChannel channel, long at, int length, Place place)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw place.damaged("the file ends early", at + buffer.position());
      }
    }
    return buffer.array();
  }

  private static ProblemException problem(String file, String finding, String remedy) {
    return new ProblemException(Problem.badInput(file + ": " + finding + ".", remedy, file, 0));
  }

  /** The file without folder. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** The name of its one table: that of the file without extension. */
  String table() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Opens it for reading.
   *
   * @throws ProblemException if it is no longer what it was
   */
  FileChannel channel() {
    Place place = new Place(name(), "the file");
    try {
      FileChannel channel = FileChannel.open(path);
      long now = channel.size();
      if (now != bytes) {
        channel.close();
        throw place.problem(
            "has %d bytes now and had %d when it was opened".formatted(now, bytes),
            "Open it again.");
      }
      return channel;
    } catch (IOException e) {
      throw place.unreadable(e);
    }
  }

  /** A reader at the first row of a row group. */
  ColumnCursor cursor(FileChannel channel, int group, ParquetColumn column) {
    Footer.RowGroup rows = footer.groups().get(group);
    Place place =
        new Place(name(), "column \"%s\" in row group %d".formatted(column.name(), group));
    if (rows.chunks().size() != leaves) {
      throw place.damaged(
          "the row group has %d columns and the schema %d".formatted(rows.chunks().size(), leaves));
    }
    Footer.Chunk chunk = rows.chunks().get(column.index());
    boolean inside =
        chunk.offset() >= MAGIC && chunk.bytes() >= 0 && chunk.bytes() <= bytes - chunk.offset();
    boolean counted =
        column.repeated() ? chunk.values() >= rows.rows() : chunk.values() == rows.rows();
    if (!inside || !counted || Physical.of(chunk.physical()) != column.physical()) {
      throw place.damaged("where it lies, or how many values it has, contradicts the schema");
    }
    return new ColumnCursor(column, new ChunkPages(channel, chunk, place), chunk.values(), place);
  }
}
