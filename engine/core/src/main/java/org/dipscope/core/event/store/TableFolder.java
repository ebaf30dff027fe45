package org.dipscope.core.event.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The folder in which the columns of one version of one table are kept. */
record TableFolder(EventStore store, SourceFile identity, Path path) {
  private static final Duration BEING_WRITTEN = Duration.ofDays(1);

  TableFolder(EventStore store, SourceFile identity) {
    this(store, identity, store.folder().resolve(identity.key()));
  }

  /** A column that is there and undamaged. */
  Optional<StoredColumn> open(EventColumn column) {
    return ColumnHeader.read(path, identity, column)
        .flatMap(header -> StoredColumn.open(path, header, true))
        .map(this::touched);
  }

  /** A column that has just been written. */
  Optional<StoredColumn> map(ColumnHeader header) {
    return StoredColumn.open(path, header, false).map(this::touched);
  }

  /** The folder that was used last is removed last. */
  private StoredColumn touched(StoredColumn column) {
    try {
      Files.setLastModifiedTime(path, FileTime.from(Clock.systemUTC().instant()));
    } catch (IOException e) {
      // A store that may only be read can still be read.
      return column;
    }
    return column;
  }

  /** Removes older tables, and what broken off writing left here, so that some columns fit. */
  void makeRoom(EventSource source, List<Integer> columns) throws IOException {
    removeLeftovers();
    long rows = source instanceof IndexedEvents events ? events.rows() : 0;
    store.makeRoom(path, rows * Double.BYTES * columns.size());
  }

  /** Files of numbers that no header names, unless someone may just be writing them. */
  private void removeLeftovers() throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(path)) {
      found.forEach(files::add);
    }
    Set<String> named = new HashSet<>();
    for (Path file : files) {
      ColumnHeader.read(file)
          .ifPresent(
              header -> {
                named.add(String.valueOf(file.getFileName()));
                named.add(header.values().file());
                named.add(header.offsets().file());
              });
    }
    Instant old = Clock.systemUTC().instant().minus(BEING_WRITTEN);
    for (Path file : files) {
      if (!named.contains(String.valueOf(file.getFileName())) && isOlder(file, old)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Whether a file was last changed before some time; another process may have removed it. */
  private static boolean isOlder(Path file, Instant time) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Says that the columns of this table cannot be kept. */
  void complain(@Nullable IOException reason) {
    store
        .notices()
        .accept(
            new Problem(
                Problem.Kind.COMPUTATION,
                "The columns of %s cannot be kept in %s: %s. Every look reads the file again."
                    .formatted(
                        Path.of(identity.path()).getFileName(),
                        store.folder(),
                        reason == null ? "it cannot be written" : reason.getMessage()),
                "Free some disk space or choose another cache folder.",
                identity.path(),
                0));
  }
}
