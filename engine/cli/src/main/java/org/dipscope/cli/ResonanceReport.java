package org.dipscope.cli;

import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.PartialWidths;
import org.dipscope.core.physics.resonance.Resonance;

/**
 * A resonance as printed.
 *
 * @param mass in GeV
 * @param width total width in GeV
 * @param partialWidths in GeV, at the mass
 * @param unphysical whether the total width is smaller than the sum of the partial ones
 */
record ResonanceReport(double mass, double width, PartialWidths partialWidths, boolean unphysical) {

  static ResonanceReport of(StandardModel model, Resonance resonance) {
    return new ResonanceReport(
        resonance.massGeV(),
        resonance.widthGeV(),
        resonance.partialWidths(model),
        resonance.isUnphysical(model));
  }
}
