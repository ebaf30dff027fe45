package org.dipscope.cli;

import org.dipscope.core.physics.amplitude.StandardModel;
import picocli.CommandLine.Option;

/** The constants of the leading-order formulas. */
final class ModelOptions {
  @Option(names = "--mt", paramLabel = "GEV", description = "Top mass (default: 172.5).")
  private double topMassGeV = StandardModel.DEFAULT.topMassGeV();

  @Option(names = "--mb", paramLabel = "GEV", description = "Bottom mass (default: 4.7).")
  private double bottomMassGeV = StandardModel.DEFAULT.bottomMassGeV();

  @Option(names = "--mtau", paramLabel = "GEV", description = "Tau mass (default: 1.77686).")
  private double tauMassGeV = StandardModel.DEFAULT.tauMassGeV();

  @Option(
      names = "--alpha-s",
      paramLabel = "A",
      description =
          "Strong coupling of the partonic cross-sections and of the width into gluons"
              + " (default: 0.1).")
  private double alphaS = StandardModel.DEFAULT.alphaS();

  @Option(
      names = "--gf",
      paramLabel = "GEV^-2",
      description = "Fermi constant (default: 1.1663787e-5).")
  private double fermiConstant = StandardModel.DEFAULT.fermiConstant();

  StandardModel model() {
    return new StandardModel(topMassGeV, bottomMassGeV, tauMassGeV, alphaS, fermiConstant);
  }
}
