package org.dipscope.core.format.root;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dipscope.core.format.RegularFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** The bytes of a file, mapped into memory; parts are copied out after a check against its size. */
final class RootStorage implements AutoCloseable {
  private final String file;
  private final Arena arena;
  private final MemorySegment mapped;

  private RootStorage(String file, Arena arena, MemorySegment mapped) {
    this.file = file;
    this.arena = arena;
    this.mapped = mapped;
  }

  /**
   * Maps a file.
   *
   * @throws ProblemException if it cannot be read
   */
  static RootStorage open(Path path) {
    RegularFile.require(path);
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(
          Problem.badInput(
              path + (Files.exists(path) ? " is a folder, not a file." : " does not exist."),
              "Check the path.",
              path.toString(),
              0));
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return new RootStorage(
          String.valueOf(path.getFileName()),
          arena,
          channel.map(MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException e) {
      arena.close();
      throw new ProblemException(
          Problem.badInput(
              path + " cannot be read: " + e.getMessage() + ".",
              "Check the path and the access rights.",
              path.toString(),
              0),
          e);
    }
  }

  String file() {
    return file;
  }

  long size() {
    return mapped.byteSize();
  }

  Place place(String what, long offset) {
    return new Place(file, what, offset);
  }

  /** A copy of {@code length} bytes from {@code offset}, all of which must lie inside the file. */
  byte[] bytes(long offset, long length, Place place) {
    require(offset, length, place);
    byte[] copy = new byte[(int) length];
    try {
      MemorySegment.copy(mapped, ValueLayout.JAVA_BYTE, offset, copy, 0, copy.length);
    } catch (InternalError e) {
      throw place.damaged("can no longer be read, because the file became shorter meanwhile", e);
    } catch (IllegalStateException e) {
      throw new ProblemException(
          Problem.usage(file + " is closed.", "Open the file again before reading from it."), e);
    }
    return copy;
  }

  private void require(long offset, long length, Place place) {
    if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 16 || offset > size() - length) {
      throw place.damaged(
          "needs "
              + length
              + " bytes from byte "
              + offset
              + " of the file, which has only "
              + size()
              + " bytes");
    }
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
