package org.dipscope.core.format.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.format.RegularFile;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of an npy file, which is mapped, or of an npz archive, whose arrays are unpacked one
 * at a time within the memory budget. All sizes are checked before anything is allocated.
 */
final class NpyFile {
  private static final int MOST_ENTRIES = 10_000;
  private static final String SUFFIX = ".npy";

  private final Path path;
  private final String file;
  private final List<NpyTable> tables = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final boolean archive;

  /** Uses the cells of an array while they are there. */
  @FunctionalInterface
  interface Use {
    void on(NpyCells cells);
  }

  private NpyFile(Path path) throws IOException {
    this.path = path;
    this.file = String.valueOf(path.getFileName());
    byte[] start;
    try (InputStream stream = Files.newInputStream(path)) {
      start = stream.readNBytes(2);
    }
    if (start.length == 0) {
      throw NpyHeader.bad(file, file + ": the file is empty.", "Choose a file with an array.");
    }
    this.archive = start.length == 2 && start[0] == 'P' && start[1] == 'K';
    if (archive) {
      readArchive();
    } else {
      tables.add(readSingle());
    }
  }

  /**
   * Reads the headers of a file.
   *
   * @throws ProblemException if it cannot be read or holds no array
   */
  static NpyFile open(Path path) {
    RegularFile.require(path);
    try {
      return new NpyFile(path);
    } catch (NoSuchFileException e) {
      throw new ProblemException(
          Problem.badInput(path + " does not exist.", "Check the path.", path.toString(), 0), e);
    } catch (IOException e) {
      throw unreadable(String.valueOf(path.getFileName()), e);
    }
  }

  private static ProblemException unreadable(String where, IOException cause) {
    return new ProblemException(
        Problem.badInput(
            where + " cannot be read: " + cause.getMessage() + ".",
            "Copy or produce the file again.",
            where,
            0),
        cause);
  }

  List<NpyTable> tables() {
    return List.copyOf(tables);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  String file() {
    return file;
  }

  private NpyTable readSingle() throws IOException {
    NpyHeader header;
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(path))) {
      header = NpyHeader.read(file, file, stream);
    }
    checkSize(file, header, Files.size(path));
    if (Files.size(path) > header.expectedBytes()) {
      problems.add(
          Problem.badInput(
              "%s: the array ends at byte %d, what follows is left out."
                  .formatted(file, header.expectedBytes()),
              "Save several arrays with numpy.savez.",
              file,
              0));
    }
    String name = file.endsWith(SUFFIX) ? file.substring(0, file.length() - 4) : file;
    return NpyTable.of(file, name, "value", header);
  }

  private void checkSize(String where, NpyHeader header, long found) {
    if (found < header.expectedBytes()) {
      throw NpyHeader.bad(
          file,
          "%s: the data are cut, expected %d bytes, found %d."
              .formatted(where, header.expectedBytes(), found),
          "Copy or save the file again.");
    }
  }

  private void readArchive() throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw NpyHeader.bad(
            file, file + ": more than " + MOST_ENTRIES + " entries.", "Save fewer arrays.");
      }
      for (ZipEntry entry : zip.stream().toList()) {
        try {
          tables.add(readEntry(zip, entry));
        } catch (ProblemException e) {
          problems.add(e.problem());
        } catch (IOException e) {
          problems.add(unreadable(file + ", entry " + entry.getName(), e).problem());
        }
      }
    }
    if (tables.isEmpty()) {
      throw problems.isEmpty()
          ? NpyHeader.bad(file, file + ": the archive is empty.", "Choose another file.")
          : new ProblemException(problems.getFirst());
    }
  }

  private NpyTable readEntry(ZipFile zip, ZipEntry entry) throws IOException {
    String name = entry.getName();
    String where = file + ", entry " + name;
    try (InputStream stream = zip.getInputStream(entry)) {
      NpyHeader header = NpyHeader.read(file, where, stream);
      if (entry.getSize() >= 0) {
        checkSize(where, header, entry.getSize());
      }
      String table = name.endsWith(SUFFIX) ? name.substring(0, name.length() - 4) : name;
      return NpyTable.of(file, table, table, header);
    }
  }

  /**
   * The cells of a table while they are there; several threads may read them.
   *
   * @param arena keeps the mapping, or null if the cells are in memory
   */
  record Opened(NpyCells cells, @Nullable Arena arena) implements AutoCloseable {
    @Override
    public void close() {
      if (arena != null) {
        arena.close();
      }
    }
  }

  /**
   * Gives access to the cells of a table until that is closed.
   *
   * @throws ProblemException if they are not all there, or do not fit into memory unpacked
   */
  Opened open(NpyTable table) {
    Arena arena = archive ? null : Arena.ofShared();
    boolean opened = false;
    try {
      NpyCells cells = new NpyCells(arena == null ? unpacked(table) : mapped(table, arena));
      opened = true;
      return new Opened(cells, arena);
    } catch (IOException e) {
      throw unreadable(file, e);
    } finally {
      if (arena != null && !opened) {
        arena.close();
      }
    }
  }

  /** Uses the cells of a table; as {@link #open(NpyTable)}. */
  void use(NpyTable table, Use use) {
    try (Opened opened = open(table)) {
      use.on(opened.cells());
    }
  }

  private MemorySegment mapped(NpyTable table, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      NpyHeader header = table.header();
      checkSize(file, header, channel.size());
      long size = header.expectedBytes() - header.bytes();
      return channel.map(FileChannel.MapMode.READ_ONLY, header.bytes(), size, arena);
    }
  }

  private MemorySegment unpacked(NpyTable table) throws IOException {
    NpyHeader header = table.header();
    long size = header.expectedBytes() - header.bytes();
    new MemoryBudget(file).take(size);
    if (size > Integer.MAX_VALUE - 16) {
      throw NpyHeader.bad(
          file, file + ": " + table.name() + " is too large to unpack.", "Save it as npy.");
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(table.name() + SUFFIX);
      ZipEntry found = entry == null ? zip.getEntry(table.name()) : entry;
      if (found == null) {
        throw NpyHeader.bad(
            file, file + ": " + table.name() + " is no longer there.", "Open it again.");
      }
      try (InputStream stream = zip.getInputStream(found)) {
        stream.skipNBytes(header.bytes());
        byte[] data = stream.readNBytes((int) size);
        checkSize(file + ", entry " + found.getName(), header, header.bytes() + data.length);
        return MemorySegment.ofArray(data);
      }
    }
  }
}
