package org.dipscope.cli;

import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The conditions of an experiment, with the defaults of the workbench. */
final class ConditionOptions {
  @Option(
      names = "--ecm",
      paramLabel = "TEV",
      description = "Centre-of-mass energy in TeV (default: 13).")
  private double energyTeV = Scenario.DEFAULT.energyTeV();

  @Option(
      names = "--set",
      paramLabel = "builtin|PATH",
      description = "Parton distributions, as for 'pdf' (default: builtin).")
  private String set = Scenario.DEFAULT.pdfSet();

  @Option(names = "--member", paramLabel = "N", description = "Member of the set (default: 0).")
  private int member = Scenario.DEFAULT.pdfMember();

  @Option(
      names = "--scale",
      paramLabel = "mt|GEV|mtt/2",
      converter = CollisionOptions.ScaleName.class,
      description = "Scale, as for 'spectrum' (default: mt).")
  private CollisionOptions.Name scale = new CollisionOptions.Name(Scenario.DEFAULT.scale());

  @Option(names = "--mt", paramLabel = "GEV", description = "Top mass (default: 172.5).")
  private double topMassGeV = Scenario.DEFAULT.topMassGeV();

  @Option(
      names = "--luminosity",
      paramLabel = "INVFB",
      description =
          "Integrated luminosity in fb^-1 (default: that of the data where the file says it, else"
              + " 140).")
  private @Nullable Double luminosityInvFb;

  @Option(
      names = "--resolution",
      paramLabel = "R",
      description = "Relative Gaussian resolution of the mass (default: 0.08).")
  private double resolution = Scenario.DEFAULT.resolution();

  @Option(
      names = "--k-born",
      paramLabel = "K",
      description = "K factor of the background (default: 2).")
  private double kBorn = Scenario.DEFAULT.kBorn();

  @Option(
      names = "--k-signal",
      paramLabel = "K",
      description = "K factor of the signal (default: 2).")
  private double kSignal = Scenario.DEFAULT.kSignal();

  @Option(
      names = "--k-interference",
      paramLabel = "K",
      description = "K factor of the interference (default: the geometric mean of the other two).")
  private @Nullable Double kInterference;

  @Option(
      names = "--efficiency",
      paramLabel = "none|published",
      converter = EfficiencyConverter.class,
      description = "Selection: none, or lepton + jets of arXiv:1901.03417 (default: published).")
  private EfficiencyModel efficiency = Scenario.DEFAULT.efficiency();

  /** These conditions for a scalar; the luminosity of the data counts where none was given. */
  Scenario scenario(Scalar scalar, double strength, @Nullable Double luminosityOfData) {
    double luminosity =
        luminosityInvFb != null
            ? luminosityInvFb
            : luminosityOfData != null ? luminosityOfData : Scenario.DEFAULT.luminosityInvFb();
    return new Scenario(
        scalar,
        null,
        strength,
        topMassGeV,
        energyTeV,
        set,
        member,
        scale.text(),
        kBorn,
        kSignal,
        kInterference,
        efficiency,
        resolution,
        luminosity);
  }
}
