package org.dipscope.core.event.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;
import org.jspecify.annotations.Nullable;

/** A table and those of its columns that are stored. Thread-safe. */
final class CachedTable {
  /** If columns vanish as fast as they are stored, the file is read instead. */
  private static final int MOST_ATTEMPTS = 16;

  private final EventSource source;
  private final TableFolder folder;
  private final Map<Integer, StoredColumn> stored = new ConcurrentHashMap<>();
  private @Nullable ColumnImport running;
  private volatile boolean storing = true;

  CachedTable(EventSource source, TableFolder folder) {
    this.source = source;
    this.folder = folder;
  }

  EventSource source() {
    return source;
  }

  /** Whether columns can be kept. */
  boolean isStoring() {
    return storing;
  }

  /** How many events there are, if the source or a stored column knows. */
  OptionalLong rows() {
    if (source instanceof IndexedEvents events) {
      return OptionalLong.of(events.rows());
    }
    for (int i = 0; i < source.columns().size(); i++) {
      StoredColumn column = find(i);
      if (column != null) {
        return OptionalLong.of(column.header().rows());
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The stored columns in the order asked for, after storing those that were not; null if they
   * cannot be stored.
   */
  @Nullable List<StoredColumn> columns(
      List<Integer> wanted, DoubleConsumer progress, CancelToken token) {
    for (int attempt = 0; storing && attempt < MOST_ATTEMPTS; attempt++) {
      List<StoredColumn> found = new ArrayList<>();
      List<Integer> missing = new ArrayList<>();
      for (int column : wanted) {
        StoredColumn present = find(column);
        if (present != null) {
          found.add(present);
        } else if (!canBeKept(column)) {
          return null;
        } else if (!missing.contains(column)) {
          missing.add(column);
        }
      }
      if (missing.isEmpty()) {
        return found;
      }
      store(missing, progress, token);
    }
    return null;
  }

  /** Text is not kept, and of columns with the same name only the first. */
  private boolean canBeKept(int column) {
    EventColumn wanted = source.columns().get(column);
    for (int i = 0; i < column; i++) {
      if (source.columns().get(i).name().equals(wanted.name())) {
        return false;
      }
    }
    return wanted.type() != EventColumn.Type.TEXT;
  }

  private @Nullable StoredColumn find(int column) {
    StoredColumn known = stored.get(column);
    if (known == null && canBeKept(column)) {
      known = folder.open(source.columns().get(column)).orElse(null);
      if (known != null) {
        stored.put(column, known);
      }
    }
    return known;
  }

  /** Stores columns, or helps whoever is already storing some. */
  private void store(List<Integer> missing, DoubleConsumer progress, CancelToken token) {
    ColumnImport work = null;
    try {
      work = work(missing);
      if (work == null) {
        return;
      }
      for (ColumnHeader header : work.help(progress, token)) {
        folder.map(header).ifPresent(column -> stored.put(position(header), column));
      }
    } catch (IOException e) {
      giveUp(e);
    } catch (UncheckedIOException e) {
      giveUp(e.getCause());
    } catch (CancellationException e) {
      token.throwIfCancelled();
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
    } finally {
      forget(work);
    }
  }

  private synchronized @Nullable ColumnImport work(List<Integer> missing) throws IOException {
    ColumnImport work = running;
    if (work == null && storing && !stored.keySet().containsAll(missing)) {
      folder.makeRoom(source, missing);
      work = new ColumnImport(source, missing, folder.identity(), folder.path());
      running = work;
    }
    return work;
  }

  private synchronized void forget(@Nullable ColumnImport work) {
    if (running == work) {
      running = null;
    }
  }

  private synchronized void giveUp(@Nullable IOException reason) {
    if (storing) {
      storing = false;
      folder.complain(reason);
    }
  }

  private int position(ColumnHeader header) {
    return source.columns().indexOf(header.column());
  }
}
