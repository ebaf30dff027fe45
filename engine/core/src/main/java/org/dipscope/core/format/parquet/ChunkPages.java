package org.dipscope.core.format.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The pages of one column of one row group, read from the file one by one. */
final class ChunkPages {
  private static final int WINDOW = 1 << 18;
  private static final int USUAL_HEADER = 1 << 12;
  private static final int LARGEST_HEADER = 1 << 24;

  private final FileChannel channel;
  private final Footer.Chunk chunk;
  private final Place place;
  private final long end;
  private long next;
  private byte[] window = {};
  private long windowStart;

  ChunkPages(FileChannel channel, Footer.Chunk chunk, Place place) {
    this.channel = channel;
    this.chunk = chunk;
    this.place = place;
    this.next = chunk.offset();
    this.end = chunk.offset() + chunk.bytes();
  }

  /** The header of the next page, or null if there is none. */
  @Nullable PageHeader next() {
    if (next >= end) {
      return null;
    }
    int usual = (int) Math.min(USUAL_HEADER, end - next);
    try {
      return header(usual);
    } catch (ProblemException e) {
      if (usual == end - next) {
        throw e;
      }
      return header((int) Math.min(LARGEST_HEADER, end - next));
    }
  }

  private PageHeader header(int most) {
    load(next, most);
    int from = (int) (next - windowStart);
    ThriftReader in = new ThriftReader(window, from, from + most, place, windowStart);
    PageHeader header = PageHeader.read(in, place);
    long start = windowStart + in.position();
    if (header.bytes() > end - start) {
      throw place.damaged("a page of %d bytes is cut".formatted(header.bytes()), start);
    }
    next = start;
    return header;
  }

  /** Passes over the page whose header was read. */
  void skip(PageHeader header) {
    next += header.bytes();
  }

  /** The plain bytes of the page whose header was read: levels and values. */
  PageBytes plain(PageHeader header) {
    load(next, header.bytes());
    int from = (int) (next - windowStart);
    int until = from + header.bytes();
    check(header, from);
    next += header.bytes();
    if (header.kind() != PageHeader.Kind.DATA_2) {
      if (chunk.codec() == Codec.UNCOMPRESSED && header.bytes() == header.plainBytes()) {
        return new PageBytes(window, from, until, place);
      }
      byte[] plain = chunk.codec().plain(window, from, until, header.plainBytes(), place);
      return new PageBytes(plain, 0, plain.length, place);
    }
    return new PageBytes(window, from, until, place);
  }

  /** What follows the levels in a page of version 2. */
  PageBytes values(PageHeader header, PageBytes rest) {
    int plainBytes = header.plainBytes() - header.definitionBytes() - header.repetitionBytes();
    int packed = rest.left();
    if (!header.compressed() || chunk.codec() == Codec.UNCOMPRESSED || plainBytes == 0) {
      return rest;
    }
    if (plainBytes < 0) {
      throw place.damaged("a page header contradicts itself");
    }
    int from = rest.take(packed);
    byte[] plain = chunk.codec().plain(rest.bytes, from, from + packed, plainBytes, place);
    return new PageBytes(plain, 0, plain.length, place);
  }

  private void check(PageHeader header, int from) {
    if (header.checksum() >= 0) {
      CRC32 crc = new CRC32();
      crc.update(window, from, header.bytes());
      if (crc.getValue() != header.checksum()) {
        throw place.damaged("the checksum of a page does not match", next);
      }
    }
  }

  /** Makes the window cover some bytes; what was given out before keeps the older window. */
  private void load(long from, int count) {
    long windowEnd = windowStart + window.length;
    if (from >= windowStart && from + count <= windowEnd) {
      return;
    }
    int length = (int) Math.min(Math.max(count, WINDOW), end - from);
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, from + buffer.position()) < 0) {
          throw place.damaged("the file ends early", from + buffer.position());
        }
      }
    } catch (IOException e) {
      throw place.unreadable(e);
    }
    window = buffer.array();
    windowStart = from;
  }
}
