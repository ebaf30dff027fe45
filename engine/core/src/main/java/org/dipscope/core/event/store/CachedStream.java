package org.dipscope.core.event.store;

import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;

/** A table whose length is not known before it has been read once. Thread-safe. */
final class CachedStream implements EventSource {
  private final CachedTable table;

  CachedStream(CachedTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return table.source().name();
  }

  @Override
  public List<EventColumn> columns() {
    return table.source().columns();
  }

  @Override
  public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
    List<StoredColumn> stored = wanted.isEmpty() ? null : table.columns(wanted, share -> {}, token);
    if (stored == null) {
      table.source().read(wanted, consumer, token);
    } else {
      CachedEvents.readStored(stored, 0, stored.getFirst().header().rows(), consumer, token);
    }
  }
}
