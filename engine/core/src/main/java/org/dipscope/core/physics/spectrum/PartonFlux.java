package org.dipscope.core.physics.spectrum;

import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.Luminosity;
import org.dipscope.core.physics.parton.PartonsAtScale;
import org.jspecify.annotations.Nullable;

/**
 * Luminosities that multiply partonic cross-sections computed with the α_s of the {@link
 * StandardModel}: L(M²/S, μ)·(α_s(μ)/α_s)²/S, in GeV⁻², so that dσ/dŝ = Σ flux·σ̂ and dσ/dM = 2M·Σ
 * flux·σ̂.
 */
final class PartonFlux {
  private final StandardModel model;
  private final ProtonCollisions collisions;
  private final @Nullable PartonsAtScale constant;

  PartonFlux(StandardModel model, ProtonCollisions collisions) {
    this.model = model;
    this.collisions = collisions;
    this.constant =
        collisions.scale().isConstant()
            ? collisions.partons().atScale(collisions.scale().at(model.topMassGeV(), 0))
            : null;
  }

  /** The flux of gluon and quark pairs of the given mass; none at or above √S. */
  Luminosity at(double pairMassGeV) {
    double tau = pairMassGeV * pairMassGeV / collisions.squaredEnergy();
    if (tau >= 1 || pairMassGeV <= 0) {
      return Luminosity.NONE;
    }
    PartonsAtScale partons =
        constant != null
            ? constant
            : collisions.partons().atScale(collisions.scale().at(model.topMassGeV(), pairMassGeV));
    Luminosity luminosity = partons.luminosity(tau);
    double ratio = partons.alphaS() / model.alphaS();
    double factor = ratio * ratio / collisions.squaredEnergy();
    return new Luminosity(luminosity.gg() * factor, luminosity.qqbar() * factor);
  }
}
