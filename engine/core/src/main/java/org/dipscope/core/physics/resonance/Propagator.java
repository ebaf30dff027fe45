package org.dipscope.core.physics.resonance;

import org.dipscope.core.math.Complex;
import org.dipscope.core.physics.amplitude.StandardModel;

/** The propagator P(s) = 1/(s − M² + i w(s)) of a resonance in its width scheme. */
final class Propagator {
  private final StandardModel model;
  private final Resonance resonance;

  Propagator(StandardModel model, Resonance resonance) {
    this.model = model;
    this.resonance = resonance;
  }

  /** w(s) in GeV². */
  double width(double sqrtS) {
    return switch (resonance.scheme()) {
      case FIXED -> resonance.massGeV() * resonance.widthGeV();
      case LINEAR -> sqrtS * sqrtS * resonance.relativeWidth();
      case PHYSICAL -> sqrtS * PartialWidths.of(model, resonance.couplings(), sqrtS).total();
    };
  }

  /** P(s) in GeV⁻². */
  Complex at(double sqrtS) {
    double detuning = (sqrtS - resonance.massGeV()) * (sqrtS + resonance.massGeV());
    double width = width(sqrtS);
    double norm = detuning * detuning + width * width;
    return new Complex(detuning / norm, -width / norm);
  }
}
