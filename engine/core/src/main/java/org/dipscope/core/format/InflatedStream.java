package org.dipscope.core.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** A file unpacked if it is gzip, and refused if it expands as no file of physics does. */
public final class InflatedStream extends FilterInputStream {
  /** Event files shrink some four- to tenfold. */
  private static final int MOST_FOLD = 200;

  private static final long ALLOWED = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final Counter compressed;
  private long inflated;

  private InflatedStream(String file, Counter compressed) {
    super(new GzipMembers(compressed));
    this.file = file;
    this.compressed = compressed;
  }

  /**
   * The stream itself, or its unpacked contents if its first two bytes say gzip. Reading these ends
   * in a ProblemException where they expand beyond belief, in an EOFException where they are cut,
   * and in a ZipException where they are damaged.
   *
   * @param file stands for the file in messages
   * @throws IOException if the first bytes cannot be read
   */
  public static InputStream of(String file, InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new InflatedStream(file, new Counter(buffered)) : buffered;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    inflated += Math.max(0, read);
    if (inflated > ALLOWED && inflated / MOST_FOLD > compressed.bytes) {
      throw new ProblemException(
          Problem.badInput(
              file + ": the compressed data expand more than " + MOST_FOLD + "-fold.",
              "This is no file of physics; unpack it yourself if you trust it.",
              file,
              0));
    }
    return read;
  }

  /** Counts the bytes read. */
  private static final class Counter extends FilterInputStream {
    private long bytes;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
