package org.dipscope.core.format.hepmc;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.particle.RecordEvents;
import org.jspecify.annotations.Nullable;

/** Tables of a HepMC file as events. */
public final class HepMcEvents {
  private HepMcEvents() {}

  /**
   * Opens a table; the first twenty events are read.
   *
   * @param table {@code events}, {@code particles} or {@code vertices}; null for the first
   * @return a {@link RecordEvents}, which tells what it had to leave out
   * @throws org.dipscope.core.problem.ProblemException if the file is no HepMC file or has no such
   *     table
   */
  public static EventSource open(Path file, @Nullable String table) {
    return RecordEvents.of(HepMcFile.open(file, new CancelToken()), table);
  }
}
