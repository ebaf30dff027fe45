package org.dipscope.core.format.hepmc;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.particle.RecordInspection;

/** What is inside a HepMC text file. */
public final class HepMcInspection {
  private HepMcInspection() {}

  /**
   * Reads a file of version 2 or 3, plain or gzip: its tables {@code events}, {@code particles} and
   * {@code vertices}, in GeV and mm whatever its units.
   *
   * @param statistics whether to sum the columns
   * @throws org.dipscope.core.problem.ProblemException if it is no HepMC file or of an unknown
   *     version; events that are cut or damaged are left out and listed as problems
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    return RecordInspection.inspect(HepMcFile.open(file, token), statistics, token);
  }
}
