package org.dipscope.cli;

import static org.dipscope.core.physics.amplitude.CpParity.EVEN;
import static org.dipscope.core.physics.amplitude.CpParity.ODD;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.PartonicCrossSections;
import org.dipscope.core.physics.resonance.Resonance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Partonic cross-sections of top pairs with one resonance. */
@CommandLine.Command(
    name = "theory",
    description = {
      "Partonic cross-sections in pb of top pairs with one resonance, at leading order.",
      "",
      "Born terms of gluon and quark pairs, signal, interference, and the dip floor: signal +"
          + " interference never fall below minus the floor, the J = 0 colour-singlet part of the"
          + " Born term. With --z the four cross-sections are differential in the cosine of the"
          + " top's polar angle, at every pair of energy and cosine; the floor is always the"
          + " integrated one, because only the integral is bounded by it. Below threshold all are"
          + " 0."
    })
final class TheoryCommand implements Command {

  /** What the command prints. */
  record Report(ResonanceReport resonance, List<Point> points) {}

  /** Cross-sections in pb at one energy in GeV, and one cosine if there is any. */
  record Point(
      double sqrtS,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double z,
      double bornGg,
      double bornQq,
      double signal,
      double interference,
      double floor) {}

  @Mixin private ResonanceOptions resonance = new ResonanceOptions();

  @Option(
      names = "--sqrt-s",
      required = true,
      paramLabel = "E1,E2,...",
      description = "Partonic energies in GeV.")
  private NumberList energies = new NumberList(new double[0]);

  @Option(
      names = "--z",
      paramLabel = "Z1,Z2,...",
      description = "Cosines of the top's polar angle: print differential cross-sections.")
  private @Nullable NumberList cosines;

  @Mixin private ModelOptions constants = new ModelOptions();

  @Override
  public Object run(Session session) {
    StandardModel model = constants.model();
    Resonance state = resonance.resonance(model);
    PartonicCrossSections sections = new PartonicCrossSections(model, List.of(state));
    List<Point> points = new ArrayList<>();
    for (double sqrtS : energies.values()) {
      double floor = floor(sections, state, EVEN, sqrtS) + floor(sections, state, ODD, sqrtS);
      if (cosines == null) {
        points.add(integrated(sections, sqrtS, floor));
      } else {
        for (double z : cosines.values()) {
          points.add(differential(sections, sqrtS, z, floor));
        }
      }
    }
    return new Report(ResonanceReport.of(model, state), points);
  }

  private static Point integrated(PartonicCrossSections sections, double sqrtS, double floor) {
    return new Point(
        sqrtS,
        null,
        sections.born().gg(sqrtS),
        sections.born().qqbar(sqrtS),
        sections.signal(sqrtS),
        sections.interference(sqrtS),
        floor);
  }

  private static Point differential(
      PartonicCrossSections sections, double sqrtS, double z, double floor) {
    return new Point(
        sqrtS,
        z,
        sections.born().gg(sqrtS, z),
        sections.born().qqbar(sqrtS, z),
        sections.signal(sqrtS, z),
        sections.interference(sqrtS, z),
        floor);
  }

  /** Only the waves of top pairs that the resonance reaches can be emptied by it. */
  private static double floor(
      PartonicCrossSections sections, Resonance state, CpParity parity, double sqrtS) {
    return state.couplings().top(parity) == 0 ? 0 : sections.floor(sqrtS, parity);
  }
}
