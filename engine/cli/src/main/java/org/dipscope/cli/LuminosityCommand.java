package org.dipscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.Luminosity;
import org.dipscope.core.physics.parton.PartonsAtScale;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Parton luminosities of proton collisions. */
@CommandLine.Command(
    name = "luminosity",
    description = {
      "Parton luminosities of proton collisions at masses of the pair.",
      "",
      "With tau = M^2/S: gg is the integral of dx/x g(x) g(tau/x), qqbar the sum over the quark"
          + " flavours of 2 q qbar. alphaS is the coupling of the set at the scale."
    })
final class LuminosityCommand implements Command {

  /** What the command prints. */
  record Report(String set, List<Value> values) {}

  /** Luminosities at one mass in GeV; dimensionless. */
  record Value(double mass, double tau, double gg, double qqbar, double alphaS) {}

  @Mixin private CollisionOptions collision = new CollisionOptions();

  @Option(
      names = "--mass",
      required = true,
      paramLabel = "M1,M2,...",
      description = "Masses of the pair in GeV.")
  private NumberList masses = new NumberList(new double[0]);

  @Option(names = "--mt", paramLabel = "GEV", description = "Top mass (default: 172.5).")
  private double topMassGeV = StandardModel.DEFAULT.topMassGeV();

  @Override
  public Object run(Session session) {
    StandardModel model = StandardModel.DEFAULT.withTopMass(topMassGeV);
    ProtonCollisions collisions = collision.collisions();
    List<Value> values = new ArrayList<>();
    for (double mass : masses.values()) {
      if (!(mass > 0 && mass <= collisions.energyGeV())) {
        throw new ProblemException(
            Problem.badInput(
                "A pair of "
                    + mass
                    + " GeV cannot come from protons of "
                    + collisions.energyGeV() / 1000
                    + " TeV.",
                "Give masses above 0 and up to the collision energy."));
      }
      double fraction = mass / collisions.energyGeV();
      double scale = collisions.scale().at(model.topMassGeV(), mass);
      PartonsAtScale partons = collisions.partons().atScale(scale);
      Luminosity luminosity = partons.luminosity(fraction * fraction);
      values.add(
          new Value(
              mass, fraction * fraction, luminosity.gg(), luminosity.qqbar(), partons.alphaS()));
    }
    return new Report(collisions.partons().name(), values);
  }
}
