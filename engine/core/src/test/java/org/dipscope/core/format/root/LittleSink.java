package org.dipscope.core.format.root;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little-endian bytes with the frames of ntuple envelopes. */
final class LittleSink {
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  int position() {
    return buffer.position();
  }

  LittleSink u8(int value) {
    buffer.put((byte) value);
    return this;
  }

  LittleSink u16(int value) {
    buffer.putShort((short) value);
    return this;
  }

  LittleSink i32(int value) {
    buffer.putInt(value);
    return this;
  }

  LittleSink i64(long value) {
    buffer.putLong(value);
    return this;
  }

  LittleSink f64(double value) {
    buffer.putDouble(value);
    return this;
  }

  LittleSink text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    i32(bytes.length);
    buffer.put(bytes);
    return this;
  }

  /** Starts a record; the result goes to {@link #end}. */
  int record() {
    int start = position();
    i64(0);
    return start;
  }

  /** Starts a list; the result goes to {@link #endList}. */
  int list(int items) {
    int start = position();
    i64(0).i32(items);
    return start;
  }

  void end(int start) {
    buffer.putLong(start, position() - start);
  }

  void endList(int start) {
    buffer.putLong(start, start - position());
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer.array(), position());
  }

  /** An envelope around what was written: type and length in front, checksum behind. */
  byte[] envelope(int type) {
    byte[] payload = toArray();
    LittleSink all = new LittleSink();
    all.i64((payload.length + 16L) << 16 | type);
    all.buffer.put(payload);
    byte[] head = all.toArray();
    return all.i64(XxHash3.of(head, 0, head.length)).toArray();
  }
}
