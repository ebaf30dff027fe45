package org.dipscope.core.format.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Writes small files by hand, sound or not, and unpacks those that h5py wrote. */
final class Hdf5Sample {
  static final long NOWHERE = -1;
  private static final int SUPERBLOCK = 48;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Hdf5Sample() {
    bytes.writeBytes(new byte[SUPERBLOCK]);
  }

  /** A file written by h5py, in the earliest or latest form of the format. */
  static Path h5py(String form, Path folder) throws IOException {
    String name = "hdf5-" + form + ".h5";
    try (InputStream packed = Hdf5Sample.class.getResourceAsStream(name + ".gz")) {
      byte[] plain = new GZIPInputStream(packed).readAllBytes();
      return Files.write(folder.resolve(name), plain);
    }
  }

  private static byte[] made(int size, Consumer<ByteBuffer> writer) {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    writer.accept(buffer);
    return buffer.array();
  }

  /** Where the next object will be. */
  long here() {
    return bytes.size();
  }

  long data(byte[] data) {
    long at = here();
    bytes.writeBytes(data);
    return at;
  }

  long data(double... values) {
    return data(
        made(
            8 * values.length,
            b -> {
              for (double value : values) {
                b.putDouble(value);
              }
            }));
  }

  /** An object header; each message is its kind and its bytes. */
  private long header(Object... messages) {
    long at = here();
    int size = 0;
    for (int i = 1; i < messages.length; i += 2) {
      size += 4 + ((byte[]) messages[i]).length;
    }
    int total = size;
    bytes.writeBytes(
        made(
            14 + total,
            b -> {
              b.put("OHDR".getBytes(StandardCharsets.US_ASCII)).put((byte) 2).put((byte) 2);
              b.putInt(total);
              for (int i = 0; i < messages.length; i += 2) {
                byte[] body = (byte[]) messages[i + 1];
                b.put(((Integer) messages[i]).byteValue()).putShort((short) body.length);
                b.put((byte) 0).put(body);
              }
            }));
    return at;
  }

  /** Numbers of eight bytes. */
  long doubles(long address, long... lengths) {
    byte[] layout = made(18, b -> b.put((byte) 3).put((byte) 1).putLong(address).putLong(0));
    return dataset(layout, lengths);
  }

  /** Numbers of eight bytes with a layout message of any kind. */
  long dataset(byte[] layout, long... lengths) {
    return header(ObjectHeader.DATASPACE, space(lengths), ObjectHeader.DATATYPE, real(), 8, layout);
  }

  /** A dataset that says that its data are in other files. */
  long elsewhere(long... lengths) {
    byte[] layout = made(18, b -> b.put((byte) 3).put((byte) 1).putLong(NOWHERE));
    byte[] space = space(lengths);
    return header(1, space, 3, real(), 8, layout, ObjectHeader.EXTERNAL_FILES, new byte[16]);
  }

  /** Chunks of one dimension, deflated, in a tree of the first version with one leaf. */
  long deflated(byte[] packed, int chunkLength, long length) {
    long chunk = data(packed);
    long tree = here();
    data(
        made(
            24 + 2 * 24 + 8,
            b -> {
              b.put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
              b.putShort((short) 1).putLong(NOWHERE).putLong(NOWHERE);
              b.putInt(packed.length).putInt(0).putLong(0).putLong(0).putLong(chunk);
            }));
    byte[] layout =
        made(
            19,
            b -> {
              b.put((byte) 3).put((byte) 2).put((byte) 2).putLong(tree);
              b.putInt(chunkLength).putInt(8);
            });
    byte[] filter =
        made(12, b -> b.put((byte) 2).put((byte) 1).putShort((short) 1).putShort((short) 0));
    byte[] space = space(length);
    return header(1, space, 3, real(), 8, layout, ObjectHeader.FILTERS, filter);
  }

  private static byte[] space(long... lengths) {
    return made(
        4 + 8 * lengths.length,
        b -> {
          b.put((byte) 2).put((byte) lengths.length).put((byte) 0).put((byte) 1);
          for (long length : lengths) {
            b.putLong(length);
          }
        });
  }

  private static byte[] real() {
    return made(
        20,
        b -> {
          b.put((byte) 0x11).put((byte) 0x20).put((byte) 63).put((byte) 0).putInt(8);
          b.putShort((short) 0).putShort((short) 64).put((byte) 52).put((byte) 11);
          b.put((byte) 0).put((byte) 52).putInt(1023);
        });
  }

  /** A group; an address of {@link #NOWHERE} makes a link to another file. */
  long group(Map<String, Long> children) {
    Object[] messages = new Object[2 * children.size() + 2];
    messages[0] = ObjectHeader.LINK_INFO;
    messages[1] = made(18, b -> b.putShort((short) 0).putLong(NOWHERE).putLong(NOWHERE));
    int i = 2;
    for (Map.Entry<String, Long> child : children.entrySet()) {
      messages[i++] = ObjectHeader.LINK;
      messages[i++] = link(child.getKey(), child.getValue());
    }
    return header(messages);
  }

  private static byte[] link(String name, long address) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return made(
        4 + text.length + 10,
        b -> {
          boolean outside = address == NOWHERE;
          b.put((byte) 1).put((byte) 8).put((byte) (outside ? 64 : 0));
          b.put((byte) text.length).put(text);
          if (!outside) {
            b.putLong(address);
          }
        });
  }

  /** All bytes, with the root group at an address. */
  byte[] file(long root) {
    byte[] all = bytes.toByteArray();
    ByteBuffer head = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    head.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10, 2, 8, 8, 0});
    head.putLong(0).putLong(NOWHERE).putLong(all.length).putLong(root);
    return all;
  }

  /** The number of a layout message, as a whole number of two bytes is written. */
  static byte[] layout(int... values) {
    byte[] layout = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      layout[i] = (byte) values[i];
    }
    return layout;
  }
}
