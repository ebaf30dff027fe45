package org.dipscope.core.format.lhe;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.EventTable;
import org.dipscope.core.format.particle.RecordEvents;
import org.jspecify.annotations.Nullable;

/** Tables of an LHE file as events. */
public final class LheEvents {
  private LheEvents() {}

  /**
   * Opens a table; its header and first thousand events are read.
   *
   * @param table {@code events}, {@code particles}, {@code beams} or {@code processes}; null for
   *     the first
   * @return for the first two a {@link RecordEvents}, which tells what it had to leave out
   * @throws org.dipscope.core.problem.ProblemException if the file is no LHE file or has no such
   *     table
   */
  public static EventSource open(Path file, @Nullable String table) {
    LheFile source = LheFile.open(file, new CancelToken());
    for (EventTable small : LheRunTables.of(source.run())) {
      if (small.name().equals(table)) {
        return small;
      }
    }
    return RecordEvents.of(source, table);
  }
}
