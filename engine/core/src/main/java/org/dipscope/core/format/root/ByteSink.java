package org.dipscope.core.format.root;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written, big-endian, growing as needed. */
final class ByteSink {
  private static final int COUNTED = 0x4000_0000;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

  int position() {
    return buffer.position();
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int wanted = Math.addExact(buffer.position(), Math.max(bytes, buffer.position()));
      buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), wanted)).position(buffer.position());
    }
    return buffer;
  }

  ByteSink u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  ByteSink i16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  ByteSink i32(int value) {
    room(4).putInt(value);
    return this;
  }

  ByteSink f32(float value) {
    room(4).putFloat(value);
    return this;
  }

  ByteSink f64(double value) {
    room(8).putDouble(value);
    return this;
  }

  ByteSink bytes(byte[] values) {
    room(values.length).put(values);
    return this;
  }

  /** A text with its length in front. */
  ByteSink text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < 255) {
      u8(bytes.length);
    } else {
      u8(255).i32(bytes.length);
    }
    return bytes(bytes);
  }

  /** A text with a zero byte behind it. */
  ByteSink terminated(String value) {
    return bytes(value.getBytes(StandardCharsets.US_ASCII)).u8(0);
  }

  /** An array with its length in front. */
  ByteSink array(double[] values) {
    i32(values.length);
    room(8 * values.length);
    for (double value : values) {
      f64(value);
    }
    return this;
  }

  /** Starts a class part; the result goes to {@link #end}. */
  int begin(int version) {
    int start = position();
    i32(0).i16(version);
    return start;
  }

  /** Starts an object behind a pointer; the result goes to {@link #end}. */
  int pointer(String className) {
    int start = position();
    i32(0).i32(0xFFFF_FFFF).terminated(className);
    return start;
  }

  /** Ends a part: writes its length at its start. */
  void end(int start) {
    buffer.putInt(start, (position() - start - 4) | COUNTED);
  }

  void patch(int at, int value) {
    buffer.putInt(at, value);
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer.array(), position());
  }
}
