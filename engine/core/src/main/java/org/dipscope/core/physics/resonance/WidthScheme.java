package org.dipscope.core.physics.resonance;

/** How the width enters the propagator P(s) = 1/(s − M² + i w(s)). */
public enum WidthScheme {
  /** w = MΓ, what the event generators of the searches use. */
  FIXED,
  /** w = sΓ/M. */
  LINEAR,
  /** w = √s Σ Γ_i(√s), the partial widths of the couplings at mass √s; the given Γ is not used. */
  PHYSICAL
}
