package org.dipscope.app.data;

import java.nio.file.Path;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.core.event.EventSource;

/** Opens the tables of the open files for one look each. Thread-safe. */
public final class EventTables {
  private final Opening opening;

  /** Opens a table of a file; cheap enough for every look. */
  @FunctionalInterface
  public interface Opening {
    /** The table of this name. */
    EventSource open(Path file, String table);
  }

  /**
   * A table as it was when its file was read.
   *
   * @param file where it lies
   * @param table its name inside the file
   * @param version another one after the file was read again
   */
  record Key(Path file, String table, Object version) {
    /** The table of the file as it was read: another reading makes another summary. */
    static Key of(TableItem table) {
      return new Key(table.file(), table.table().name(), new Identity(table.table()));
    }
  }

  /** Equal only to itself. */
  private record Identity(Object of) {
    @Override
    @SuppressWarnings("ReferenceEquality") // equal tables of two readings are not the same table
    public boolean equals(Object other) {
      return other instanceof Identity that && that.of == of;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(of);
    }
  }

  /** Tables opened by {@code opening}. */
  public EventTables(Opening opening) {
    this.opening = opening;
  }

  EventSource source(Key key) {
    return opening.open(key.file(), key.table());
  }
}
