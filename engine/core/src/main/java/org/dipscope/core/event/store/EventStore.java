package org.dipscope.core.event.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.Formats;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which columns of event tables are kept as plain numbers, mapped into memory when they
 * are looked at. It is a cache: whatever is missing, damaged or of another version of a file is
 * read from the file again. Several processes may use it at a time.
 *
 * <p>A first look at some columns reads them from the file, whatever its format, with all threads
 * that wait for them; later looks find them here.
 */
public final class EventStore {
  private static final int MOST_OPEN = 16;

  private final Path folder;
  private final long largestBytes;
  private final Consumer<Problem> notices;

  /** The tables looked at last; their columns stay mapped. */
  private final LinkedHashMap<SourceFile, CachedTable> open =
      new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

  private EventStore(Path folder, long largestBytes, Consumer<Problem> notices) {
    this.folder = folder.toAbsolutePath().normalize();
    this.largestBytes = largestBytes;
    this.notices = notices;
  }

  /**
   * A store in a folder, which is made when the first column is kept.
   *
   * @param largestBytes how much it may hold; the tables that were not used for longest make room
   * @param notices takes what the user should know although everything still works, such as a full
   *     disk
   */
  public static EventStore open(Path folder, long largestBytes, Consumer<Problem> notices) {
    return new EventStore(folder, largestBytes, notices);
  }

  /**
   * A table of a file. Only what names its columns is read. Ask again for each look: a file that
   * changed is then noticed, and a table whose length is known from a look before can be read by
   * several threads ({@link org.dipscope.core.event.IndexedEvents}) whatever its format.
   *
   * @param table its name as {@link Formats#inspect} gives it, or null for the first
   * @throws ProblemException if the file holds no such table
   */
  public EventSource events(Path file, @Nullable String table) {
    CachedTable cached = table(file, table);
    if (!cached.isStoring()) {
      return cached.source();
    }
    OptionalLong rows = cached.rows();
    return rows.isPresent() ? new CachedEvents(cached, rows.getAsLong()) : new CachedStream(cached);
  }

  private synchronized CachedTable table(Path file, @Nullable String name) {
    try {
      SourceFile asked = SourceFile.of(file, String.valueOf(name));
      CachedTable known = open.get(asked);
      if (known == null) {
        EventSource source = Formats.events(file, name);
        SourceFile identity = SourceFile.of(file, source.name());
        known = new CachedTable(source, new TableFolder(this, identity));
        open.put(asked, known);
        if (open.size() > MOST_OPEN) {
          open.pollFirstEntry();
        }
      }
      return known;
    } catch (IOException e) {
      String shortName = String.valueOf(file.getFileName());
      throw new ProblemException(
          Problem.badInput(
              shortName + " cannot be read.",
              "Check that it is still there and that you may read it.",
              shortName,
              0),
          e);
    }
  }

  Path folder() {
    return folder;
  }

  Consumer<Problem> notices() {
    return notices;
  }

  /** How many bytes it holds. */
  public long bytes() {
    try {
      return kept().stream().mapToLong(Kept::bytes).sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** A table that is kept. */
  private record Kept(Path folder, FileTime used, long bytes) {}

  private List<Kept> kept() throws IOException {
    List<Kept> tables = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return tables;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path table : folders) {
        kept(table).ifPresent(tables::add);
      }
    }
    return tables;
  }

  /** A folder as it is now; another process may be removing it. */
  private static Optional<Kept> kept(Path table) {
    try {
      long bytes = 0;
      for (Path file : files(table)) {
        bytes += Files.size(file);
      }
      return Optional.of(new Kept(table, Files.getLastModifiedTime(table), bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Path> files(Path table) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(table)) {
      found.forEach(files::add);
    }
    return files;
  }

  /**
   * Removes the tables that were not used for longest until some bytes more fit.
   *
   * @param own the table for which the room is made; it stays
   * @throws IOException if they cannot fit
   */
  void makeRoom(Path own, long needed) throws IOException {
    Files.createDirectories(folder);
    List<Kept> others = new ArrayList<>(kept());
    long total = others.stream().mapToLong(Kept::bytes).sum() + needed;
    others.removeIf(table -> table.folder().equals(own));
    others.sort(Comparator.comparing(Kept::used));
    for (Kept table : others) {
      if (total <= largestBytes && needed <= Files.getFileStore(folder).getUsableSpace()) {
        return;
      }
      total -= remove(table.folder()) ? table.bytes() : 0;
    }
    if (total > largestBytes) {
      throw new IOException(
          "%d MB are needed and %d MB allowed".formatted(total >> 20, largestBytes >> 20));
    }
    if (needed > Files.getFileStore(folder).getUsableSpace()) {
      throw new IOException("the disk is full");
    }
  }

  /**
   * Removes a table, its headers first, so that no half of a column is ever found.
   *
   * @return whether it is gone; some systems keep files that are still mapped
   */
  private static boolean remove(Path table) {
    try {
      List<Path> files = files(table);
      files.sort(Comparator.comparing(file -> !file.toString().endsWith(".json")));
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      return Files.deleteIfExists(table);
    } catch (IOException e) {
      return false;
    }
  }
}
