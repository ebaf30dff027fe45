package org.dipscope.core.format.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** An open file; every range is compared with its size before it is read. */
final class Hdf5Bytes implements AutoCloseable {
  private static final int LARGEST_BLOCK = 1 << 26;

  /** No sound index is read as often as this; one that refers to itself would be without end. */
  private static final int MOST_READINGS = 16;

  private final String file;
  private final FileChannel channel;
  private final Superblock superblock;
  private final long size;
  private long indexBytes;

  private Hdf5Bytes(String file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.superblock = Superblock.read(file, channel);
    this.size = channel.size() - superblock.base();
  }

  /**
   * Opens a file.
   *
   * @throws ProblemException if it is no HDF5 file, or cut
   */
  static Hdf5Bytes open(Path path) {
    String file = String.valueOf(path.getFileName());
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      try {
        return new Hdf5Bytes(file, channel);
      } catch (IOException | ProblemException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          Problem.badInput(path + " does not exist.", "Check the path.", path.toString(), 0), e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ProblemException unreadable(String file, IOException cause) {
    return new ProblemException(
        Problem.badInput(
            file + " cannot be read: " + cause.getMessage() + ".",
            "Check that it is a file, that you may read it and that its disk is there.",
            file,
            0),
        cause);
  }

  String file() {
    return file;
  }

  Superblock superblock() {
    return superblock;
  }

  /** Length of the file behind its user block: no address is larger. */
  long size() {
    return size;
  }

  /** Reads some bytes of an index. */
  Block block(String what, long address, long length) {
    if (length > LARGEST_BLOCK) {
      throw damaged(what, address, "announces " + length + " bytes");
    }
    check(what, address, length);
    indexBytes += length;
    if (indexBytes > MOST_READINGS * size + LARGEST_BLOCK) {
      throw damaged(what, address, "belongs to an index that refers to itself");
    }
    byte[] bytes = new byte[(int) length];
    read(what, address, bytes, bytes.length);
    return new Block(this, what, address, bytes, 0, bytes.length);
  }

  /** Reads some bytes of data. */
  void read(String what, long address, byte[] target, int length) {
    check(what, address, length);
    ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
    try {
      while (buffer.hasRemaining()) {
        long at = superblock.base() + address + buffer.position();
        if (channel.read(buffer, at) < 0) {
          throw damaged(what, address, "ends before its " + length + " bytes");
        }
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Checks that a range is inside the file.
   *
   * @throws ProblemException if it is not
   */
  void check(String what, long address, long length) {
    if (address < 0 || length < 0 || address > size || length > size - address) {
      throw damaged(what, address, "with its " + length + " bytes lies outside the file");
    }
  }

  /** The complaint that the bytes of an object contradict themselves. */
  ProblemException damaged(String what, long address, String finding) {
    return problem(
        what + " at byte " + (superblock.base() + address) + " " + finding,
        "The file is damaged or was written by a program that does not follow the HDF5"
            + " specification; copy it again.");
  }

  /** Any other complaint. */
  ProblemException problem(String finding, String remedy) {
    return new ProblemException(Problem.badInput(file + ": " + finding + ".", remedy, file, 0));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
