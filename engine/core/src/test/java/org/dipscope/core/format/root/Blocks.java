package org.dipscope.core.format.root;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compresses records as ROOT does: blocks with headers of nine bytes. */
final class Blocks {
  private Blocks() {}

  /** One compression method; blocks hold at most {@code limit} plain bytes. */
  static UnaryOperator<byte[]> of(String method, int limit) {
    return plain -> {
      ByteSink out = new ByteSink();
      for (int at = 0; at < plain.length; at += limit) {
        byte[] part = Arrays.copyOfRange(plain, at, Math.min(plain.length, at + limit));
        byte[] packed = pack(method, part);
        out.u8(method.charAt(0)).u8(method.charAt(1));
        out.u8(method.equals("ZL") ? 8 : method.equals("XZ") ? 0 : 1);
        little(out, packed.length);
        little(out, part.length);
        out.bytes(packed);
      }
      byte[] all = out.toArray();
      return all.length < plain.length ? all : plain;
    };
  }

  private static void little(ByteSink out, int value) {
    out.u8(value).u8(value >> 8).u8(value >> 16);
  }

  private static byte[] pack(String method, byte[] part) {
    return switch (method) {
      case "ZL" -> deflate(part);
      case "ZS" -> Zstd.compress(part, 5);
      case "XZ" -> lzma(part);
      case "L4" -> lz4(part);
      default -> throw new IllegalArgumentException(method);
    };
  }

  private static byte[] deflate(byte[] part) {
    try (Deflater deflater = new Deflater(1)) {
      deflater.setInput(part);
      deflater.finish();
      byte[] packed = new byte[part.length + 100];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }

  private static byte[] lzma(byte[] part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
      out.write(part);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  /** A plain greedy lz4 encoder with the checksum in front. */
  private static byte[] lz4(byte[] part) {
    byte[] block = Lz4Encoder.encode(part);
    long hash = XxHash64.of(block, 0, block.length);
    return new ByteSink().i32((int) (hash >>> 32)).i32((int) hash).bytes(block).toArray();
  }
}
