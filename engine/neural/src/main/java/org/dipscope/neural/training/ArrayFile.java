package org.dipscope.neural.training;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Named arrays of floats and a description, in one file: {@code DIPSNET}, a version byte, the
 * description in JSON, the arrays in little-endian order, and a CRC-32 of everything before it.
 * Written atomically.
 *
 * @param description JSON
 * @param arrays by name, in their order
 */
public record ArrayFile(String description, Map<String, float[]> arrays) {
  private static final byte[] MAGIC = "DIPSNET".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_ARRAYS = 10_000;
  private static final long MOST_FLOATS = 1L << 28;

  /** Replaces or creates a file. */
  public void write(Path file) {
    AtomicFile.writeBytes(
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          out.write(MAGIC);
          out.writeByte(VERSION);
          text(out, description);
          out.writeInt(arrays.size());
          for (Map.Entry<String, float[]> entry : arrays.entrySet()) {
            text(out, entry.getKey());
            float[] values = entry.getValue();
            out.writeInt(values.length);
            ByteBuffer bytes =
                ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            out.write(bytes.array());
          }
          out.flush();
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a file.
   *
   * @throws ProblemException if it is foreign, newer, cut or damaged
   */
  public static ArrayFile read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, String.valueOf(file.getFileName()));
    } catch (NoSuchFileException missing) {
      throw problem(file.toString(), "does not exist", "Check the path.", missing);
    } catch (IOException failure) {
      throw problem(
          file.toString(), "cannot be read", "Check the disk and its permissions.", failure);
    }
  }

  /**
   * Reads from a stream.
   *
   * @param name what to call it in messages
   */
  public static ArrayFile read(InputStream stream, String name) {
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(stream), new CRC32());
    DataInputStream in = new DataInputStream(checked);
    try {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!java.util.Arrays.equals(magic, MAGIC)) {
        throw problem(name, "is no network of Dipscope", "Choose a .dsn file.", null);
      }
      int version = in.readUnsignedByte();
      if (version > VERSION) {
        throw problem(
            name,
            "was written by a newer version (format " + version + ")",
            "Update Dipscope to use it.",
            null);
      }
      String description = text(in, name);
      Map<String, float[]> arrays = new LinkedHashMap<>();
      int count = bounded(in.readInt(), MOST_ARRAYS, name);
      long floats = 0;
      for (int i = 0; i < count; i++) {
        String key = text(in, name);
        int size = in.readInt();
        floats += size;
        if (size < 0 || floats > MOST_FLOATS) {
          throw damaged(name, null);
        }
        arrays.put(key, floats(in, size));
      }
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw damaged(name, null);
      }
      return new ArrayFile(description, arrays);
    } catch (EOFException cut) {
      throw problem(name, "ends too early", "Copy the file again, completely.", cut);
    } catch (IOException failure) {
      throw problem(name, "cannot be read", "Check the disk and its permissions.", failure);
    }
  }

  private static float[] floats(DataInputStream in, int size) throws IOException {
    byte[] bytes = in.readNBytes(4 * size);
    if (bytes.length < 4L * size) {
      throw new EOFException();
    }
    float[] values = new float[size];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static String text(DataInputStream in, String name) throws IOException {
    int length = bounded(in.readInt(), LONGEST_TEXT, name);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int bounded(int value, int most, String name) {
    if (value < 0 || value > most) {
      throw damaged(name, null);
    }
    return value;
  }

  private static ProblemException damaged(
      String name, @org.jspecify.annotations.Nullable Throwable cause) {
    return problem(name, "is damaged", "Copy the file again, or go back to a checkpoint.", cause);
  }

  private static ProblemException problem(
      String name, String what, String hint, @org.jspecify.annotations.Nullable Throwable cause) {
    return new ProblemException(
        Problem.badInput("The network file " + name + " " + what + ".", hint), cause);
  }
}
