package org.dipscope.core.event.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A new file of numbers that is written from front to back. */
final class CellFile implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

  private CellFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A file of a name that nobody has. */
  static CellFile create(Path folder, String ending) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "column", ending);
    return new CellFile(file, FileChannel.open(file, StandardOpenOption.WRITE));
  }

  Path file() {
    return file;
  }

  void append(CellFormat format, double[] cells, int count) throws IOException {
    int most = BUFFER / format.bytes();
    for (int done = 0; done < count; ) {
      if (buffer.remaining() < format.bytes()) {
        flush();
      }
      int step = Math.min(Math.min(most, count - done), buffer.remaining() / format.bytes());
      format.encode(cells, done, step, buffer);
      done += step;
    }
  }

  void append(long number) throws IOException {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(number);
  }

  private void flush() throws IOException {
    buffer.flip();
    checksum.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Writes what is left. */
  ColumnHeader.Part finish() throws IOException {
    flush();
    return new ColumnHeader.Part(String.valueOf(file.getFileName()), checksum.getValue());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Closes it and removes what was written. */
  void discard() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
