package org.dipscope.core.figure.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Writes PNG (ISO/IEC 15948): 8-bit RGB with the resolution and a description. */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final long MOST_PIXELS = 64_000_000;
  private static final double POINTS_PER_METRE = 72 / 0.0254;
  private static final int CHANNELS = 3;

  private PngWriter() {}

  /**
   * Returns the figure as a PNG file.
   *
   * @throws ProblemException if the picture would have no pixel or more than 64 million
   */
  static byte[] write(FigureSpec figure, double pixelsPerPoint) {
    double wide = Math.ceil(figure.widthPt() * pixelsPerPoint - 1e-6);
    double high = Math.ceil(figure.heightPt() * pixelsPerPoint - 1e-6);
    if (!(wide >= 1 && high >= 1 && wide * high <= MOST_PIXELS)) {
      throw new ProblemException(
          Problem.usage(
              "A picture of %.0f × %.0f pixels cannot be written.".formatted(wide, high),
              "Choose a size between 1 and 64 million pixels, or write SVG or PDF."));
    }
    int width = (int) wide;
    int height = (int) high;
    int[] pixels = RasterCanvas.draw(figure, width, height, pixelsPerPoint).pixels();
    return encode(pixels, width, height, pixelsPerPoint, figure.description());
  }

  static byte[] encode(
      int[] pixels, int width, int height, double pixelsPerPoint, String description) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    byte[] trueColour = {8, 2, 0, 0, 0};
    chunk(
        out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(trueColour).array());
    int perMetre = (int) Math.round(pixelsPerPoint * POINTS_PER_METRE);
    chunk(
        out,
        "pHYs",
        ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1).array());
    if (!description.isEmpty()) {
      String text = "Description\0\0\0\0\0" + description;
      chunk(out, "iTXt", text.getBytes(StandardCharsets.UTF_8));
    }
    chunk(out, "IDAT", deflate(filtered(pixels, width, height)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /**
   * Rows equal to the one above are written as differences (filter 2), others as they are (filter
   * 0).
   */
  private static byte[] filtered(int[] pixels, int width, int height) {
    int stride = CHANNELS * width + 1;
    byte[] bytes = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      int at = y * stride;
      int start = y * width;
      int same = 0;
      for (int x = 0; y > 0 && x < width; x++) {
        same += pixels[start + x] == pixels[start + x - width] ? 1 : 0;
      }
      boolean up = 2 * same > width;
      bytes[at++] = (byte) (up ? 2 : 0);
      for (int x = 0; x < width; x++) {
        int rgb = pixels[start + x];
        int above = up ? pixels[start + x - width] : 0;
        bytes[at++] = (byte) ((rgb >> 16) - (above >> 16));
        bytes[at++] = (byte) ((rgb >> 8) - (above >> 8));
        bytes[at++] = (byte) (rgb - above);
      }
    }
    return bytes;
  }

  static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(6);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 8 + 64);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
