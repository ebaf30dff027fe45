package org.dipscope.core.format.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Bytes of npy files made up for tests, as NEP 1 describes them. */
final class NpySample {
  private NpySample() {}

  static byte[] file(String type, boolean fortran, String shape, byte[] data) {
    String header =
        "{'descr': %s, 'fortran_order': %s, 'shape': %s, }"
            .formatted(type, fortran ? "True" : "False", shape);
    int length = (10 + header.length() + 1 + 63) / 64 * 64;
    ByteBuffer buffer = ByteBuffer.allocate(length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
    buffer.putShort((short) (length - 10));
    buffer.put(header.getBytes(StandardCharsets.ISO_8859_1));
    while (buffer.position() < length - 1) {
      buffer.put((byte) ' ');
    }
    return buffer.put((byte) '\n').put(data).array();
  }

  static byte[] data(int bytes, ByteOrder order, Consumer<ByteBuffer> content) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
    content.accept(buffer);
    return buffer.array();
  }

  /** 1, 2, 3, … as float64. */
  static byte[] doubles(int count, ByteOrder order) {
    return data(
        8 * count,
        order,
        buffer -> {
          for (int i = 1; i <= count; i++) {
            buffer.putDouble(i);
          }
        });
  }
}
