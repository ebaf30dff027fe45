package org.dipscope.core.figure.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The pixels of an 8-bit RGB PNG with filters 0 and 2, for tests; checks every checksum. */
record DecodedPng(int width, int height, int[] rgb) {

  static DecodedPng of(byte[] file) throws Exception {
    ByteBuffer in = ByteBuffer.wrap(file);
    if (in.getLong() != 0x89504e470d0a1a0aL) {
      throw new IllegalArgumentException("no PNG signature");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    int width = 0;
    int height = 0;
    while (in.hasRemaining()) {
      int length = in.getInt();
      CRC32 crc = new CRC32();
      crc.update(file, in.position(), length + 4);
      int type = in.getInt();
      byte[] data = new byte[length];
      in.get(data);
      if ((int) crc.getValue() != in.getInt()) {
        throw new IllegalArgumentException("wrong checksum");
      }
      if (type == 0x49484452) {
        width = ByteBuffer.wrap(data).getInt(0);
        height = ByteBuffer.wrap(data).getInt(4);
      } else if (type == 0x49444154) {
        packed.writeBytes(data);
      }
    }
    return new DecodedPng(width, height, pixels(packed.toByteArray(), width, height));
  }

  int at(int x, int y) {
    return rgb[y * width + x];
  }

  private static int[] pixels(byte[] packed, int width, int height) throws Exception {
    int stride = 3 * width + 1;
    byte[] bytes = new byte[stride * height];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      if (inflater.inflate(bytes) != bytes.length) {
        throw new IllegalArgumentException("too few pixels");
      }
    }
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int i = 1; i < stride && bytes[y * stride] == 2; i++) {
        bytes[y * stride + i] += bytes[(y - 1) * stride + i];
      }
      for (int x = 0; x < width; x++) {
        int at = y * stride + 1 + 3 * x;
        rgb[y * width + x] =
            (bytes[at] & 255) << 16 | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255);
      }
    }
    return rgb;
  }
}
