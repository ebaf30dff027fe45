package org.dipscope.core.format.lhe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run information of the {@code <init>} block (hep-ph/0109068, common block HEPRUP).
 *
 * @param beams both beams, or none if the file has no such block
 * @param weightStrategy IDWTUP: what event weights mean; see {@link LheNormalisation}
 * @param processes one per subprocess
 */
public record LheRun(List<Beam> beams, int weightStrategy, List<Subprocess> processes) {
  static final LheRun UNKNOWN = new LheRun(List.of(), 0, List.of());

  /** Copies the lists. */
  public LheRun {
    beams = List.copyOf(beams);
    processes = List.copyOf(processes);
  }

  /**
   * A beam.
   *
   * @param pdgId IDBMUP
   * @param energyGeV EBMUP
   * @param pdfGroup PDFGUP, −1 for the default
   * @param pdfSet PDFSUP, −1 for the default
   */
  public record Beam(int pdgId, double energyGeV, int pdfGroup, int pdfSet) {}

  /**
   * A subprocess.
   *
   * @param id LPRUP
   * @param crossSectionPb XSECUP; some programs write −1 or 1 when they do not know it
   * @param errorPb XERRUP
   * @param largestWeight XMAXUP
   */
  public record Subprocess(int id, double crossSectionPb, double errorPb, double largestWeight) {}

  /** Sum of XSECUP, or null if there is none that is positive. */
  public @Nullable Double crossSectionPb() {
    double sum = processes.stream().mapToDouble(Subprocess::crossSectionPb).sum();
    return sum > 0 ? (Double) sum : null;
  }
}
