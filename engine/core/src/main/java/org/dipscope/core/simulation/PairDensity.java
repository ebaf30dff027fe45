package org.dipscope.core.simulation;

import java.util.List;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.PartonsAtScale;
import org.dipscope.core.physics.resonance.PartonicCrossSections;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.jspecify.annotations.Nullable;

/**
 * The exact leading-order density of top pairs in mass M, rapidity y and cosine z,
 *
 * <pre>
 *   d³σ/dM dy dz = (2M/S) [g(x₁)g(x₂) dσ̂_gg/dz + Σ_q (q(x₁)q̄(x₂) + q̄(x₁)q(x₂)) dσ̂_qq̄/dz],
 *   x₁,₂ = (M/√S) e^{±y},
 * </pre>
 *
 * times luminosity, K factors and efficiency: expected events per unit of M, y and z.
 */
final class PairDensity {
  private static final int FLAVOURS = 5;
  private static final int GLUON = 21;

  private final StandardModel model;
  private final ProtonCollisions collisions;
  private final PartonicCrossSections sections;
  private final Normalisation normalisation;
  private final EfficiencyModel efficiency;
  private final @Nullable PartonsAtScale constant;

  /** The products of parton densities, with α_s at the scale and the factor 2M/S. */
  record Partons(double gluons, double quarks) {}

  PairDensity(
      StandardModel model,
      ProtonCollisions collisions,
      List<Resonance> resonances,
      Normalisation normalisation,
      EfficiencyModel efficiency) {
    this.model = model;
    this.collisions = collisions;
    this.sections = new PartonicCrossSections(model, resonances);
    this.normalisation = normalisation;
    this.efficiency = efficiency;
    this.constant =
        collisions.scale().isConstant()
            ? collisions.partons().atScale(collisions.scale().at(model.topMassGeV(), 0))
            : null;
  }

  double largestRapidity(double mass) {
    return Math.log(collisions.energyGeV() / mass);
  }

  Partons partons(double mass, double y) {
    PartonsAtScale at =
        constant != null
            ? constant
            : collisions.partons().atScale(collisions.scale().at(model.topMassGeV(), mass));
    double root = mass / collisions.energyGeV();
    double x1 = Math.min(1, root * Math.exp(y));
    double x2 = Math.min(1, root * Math.exp(-y));
    double coupling = at.alphaS() / model.alphaS();
    double energy = collisions.energyGeV();
    double factor = 2 * mass / (energy * energy) * coupling * coupling / (x1 * x2);
    double quarks = 0;
    for (int q = 1; q <= FLAVOURS; q++) {
      quarks += at.xf(q, x1) * at.xf(-q, x2) + at.xf(-q, x1) * at.xf(q, x2);
    }
    return new Partons(factor * at.xf(GLUON, x1) * at.xf(GLUON, x2), factor * quarks);
  }

  /** The background. */
  double background(double mass, double y, double z) {
    Partons at = partons(mass, y);
    return perPicobarn(normalisation.kBorn())
        * efficiency.background(mass)
        * (at.gluons() * sections.born().gg(mass, z)
            + at.quarks() * sections.born().qqbar(mass, z));
  }

  /** Signal plus interference, of either sign. */
  double signal(double mass, double y, double z) {
    return partons(mass, y).gluons()
        * (perPicobarn(normalisation.kSignal()) * efficiency.signal(mass) * sections.signal(mass, z)
            + perPicobarn(normalisation.kInterference())
                * efficiency.interference(mass)
                * sections.interference(mass, z));
  }

  private double perPicobarn(double kFactor) {
    return 1000 * normalisation.luminosityInvFb() * kFactor;
  }
}
