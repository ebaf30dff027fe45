package org.dipscope.core.figure.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects of a PDF 1.7 file (ISO 32000-1) and their cross-reference table. No dates: equal
 * figures give equal files.
 */
final class PdfDocument {
  private final List<byte[]> objects = new ArrayList<>();

  /** Reserves an object and returns its number. */
  int reserve() {
    objects.add(new byte[0]);
    return objects.size();
  }

  /** Adds an object and returns its number. */
  int add(String body) {
    int number = reserve();
    set(number, body);
    return number;
  }

  void set(int number, String body) {
    objects.set(number - 1, bytes(body));
  }

  /**
   * Adds a compressed stream and returns its number; {@code entries} is put into its dictionary.
   */
  int addStream(String entries, byte[] data) {
    byte[] packed = PngWriter.deflate(data);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        bytes(
            "<< " + entries + " /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n"));
    out.writeBytes(packed);
    out.writeBytes(bytes("\nendstream"));
    int number = reserve();
    objects.set(number - 1, out.toByteArray());
    return number;
  }

  /** Returns the file. */
  byte[] write(int catalogue, int information) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes("%PDF-1.7\n%"));
    out.writeBytes(new byte[] {(byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'});
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      out.writeBytes(bytes((i + 1) + " 0 obj\n"));
      out.writeBytes(objects.get(i));
      out.writeBytes(bytes("\nendobj\n"));
    }
    int start = out.size();
    int size = objects.size() + 1;
    out.writeBytes(bytes("xref\n0 " + size + "\n" + table));
    out.writeBytes(
        bytes(
            "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(size, catalogue, information, start)));
    return out.toByteArray();
  }

  /** Returns a text string in UTF-16 with byte order mark, as hexadecimal digits. */
  static String text(String text) {
    StringBuilder hex = new StringBuilder("<feff");
    text.chars().forEach(c -> hex.append("%04x".formatted(c)));
    return hex.append('>').toString();
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.ISO_8859_1);
  }
}
