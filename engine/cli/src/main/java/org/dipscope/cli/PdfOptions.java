package org.dipscope.cli;

import org.dipscope.core.physics.parton.PartonDistribution;
import org.dipscope.core.physics.parton.PartonDistributions;
import picocli.CommandLine.Option;

/** Which parton distributions. */
final class PdfOptions {
  @Option(
      names = "--set",
      paramLabel = "builtin|PATH",
      description =
          "Parton distributions: 'builtin' (MSTW2008LO input, evolved at leading order), the"
              + " folder of an LHAPDF6 set, or the name of one on LHAPDF_DATA_PATH or in the usual"
              + " folders (default: builtin).")
  private String set = "builtin";

  @Option(
      names = "--member",
      paramLabel = "N",
      description = "Member of the set (default: 0, the central one).")
  private int member;

  PartonDistribution open() {
    return PartonDistributions.open(set, member);
  }
}
