package org.dipscope.core.format.darkmachines;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.particle.RecordInspection;

/** What is inside a Dark Machines file. */
public final class DarkMachinesInspection {
  private DarkMachinesInspection() {}

  /**
   * Reads a file: its tables {@code events} and {@code particles}, in MeV as written. Particles
   * carry the numbers of the Particle Data Group, light jets 0.
   *
   * @param statistics whether to sum the columns
   * @throws org.dipscope.core.problem.ProblemException if a line is no event; a last line that is
   *     cut is left out and listed as a problem
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    return RecordInspection.inspect(DarkMachinesFile.open(file, token), statistics, token);
  }
}
