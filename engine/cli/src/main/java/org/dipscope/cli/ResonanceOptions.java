package org.dipscope.cli;

import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Resonance;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One resonance: CP, mass, couplings, width. */
final class ResonanceOptions {
  @Option(
      names = "--mass",
      required = true,
      paramLabel = "GEV",
      description = "Mass of the resonance.")
  private double massGeV;

  @Mixin private CouplingOptions coupling = new CouplingOptions();
  @Mixin private WidthOptions width = new WidthOptions();

  Resonance resonance(StandardModel model) {
    return width.resonance(model, coupling.couplings(), massGeV);
  }
}
