package org.dipscope.core.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The contents of a gzip file (RFC 1952), member after member. Unlike the stream of the JDK it
 * takes any number of empty members without recursion. Bytes behind the last member are ignored.
 */
final class GzipMembers extends InputStream {
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private int at;
  private int limit;
  private boolean first = true;
  private boolean inside;
  private boolean ended;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended && length > 0) {
      if (!inside && !header()) {
        ended = true;
        break;
      }
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        checksum.update(bytes, offset, count);
        return count;
      }
      if (inflater.finished()) {
        at = limit - inflater.getRemaining();
        trailer();
      } else if (inflater.needsInput()) {
        if (!fill()) {
          throw new EOFException();
        }
        inflater.setInput(buffer, 0, limit);
      } else {
        throw new ZipException("a preset dictionary is needed");
      }
    }
    return length == 0 ? 0 : -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      ZipException damaged = new ZipException("the compressed data are damaged");
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** Reads the header of the next member; false if there is none. */
  private boolean header() throws IOException {
    if (at == limit && !fill()) {
      if (first) {
        throw new EOFException();
      }
      return false;
    }
    if (next() != 0x1F || (at == limit && !fill()) || next() != 0x8B || next() != 8) {
      if (first) {
        throw new ZipException("it is no gzip file");
      }
      return false; // padding behind the last member
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
    first = false;
    inside = true;
    checksum.reset();
    inflater.reset();
    inflater.setInput(buffer, at, limit - at);
    return true;
  }

  private void trailer() throws IOException {
    long stated = 0;
    for (int i = 0; i < 4; i++) {
      stated |= (long) next() << (8 * i);
    }
    long size = 0;
    for (int i = 0; i < 4; i++) {
      size |= (long) next() << (8 * i);
    }
    if (stated != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new ZipException("the checksum of the compressed data differs");
    }
    inside = false;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText(boolean present) throws IOException {
    int character = present ? next() : 0;
    while (character != 0) {
      character = next();
    }
  }

  private int next() throws IOException {
    if (at == limit && !fill()) {
      throw new EOFException();
    }
    return buffer[at++] & 0xFF;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
