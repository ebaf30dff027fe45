package org.dipscope.core.format.darkmachines;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.particle.RecordEvents;
import org.jspecify.annotations.Nullable;

/** Tables of a Dark Machines file as events. */
public final class DarkMachinesEvents {
  private DarkMachinesEvents() {}

  /**
   * Opens a table; the first line is read.
   *
   * @param table {@code events} or {@code particles}; null for the first
   * @return a {@link RecordEvents}, which tells what it had to leave out
   * @throws org.dipscope.core.problem.ProblemException if the file is none or has no such table
   */
  public static EventSource open(Path file, @Nullable String table) {
    return RecordEvents.of(DarkMachinesFile.open(file, new CancelToken()), table);
  }
}
