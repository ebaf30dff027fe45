/**
 * Hadron-level spectra of top pairs: differential cross-sections and expected counts per bin.
 *
 * <p>{@link org.dipscope.core.physics.spectrum.DifferentialSpectrum} is dσ/dM as in the paper.
 * {@link org.dipscope.core.physics.spectrum.SpectrumGrid} holds, for a set of bins, everything that
 * no slider of a resonance changes; {@link org.dipscope.core.physics.spectrum.SpectrumEvaluator}
 * adds the resonances in some ten microseconds. How that is exact for any width: the cells of
 * {@code CellLayout} make everything but the propagators a polynomial in t = √(s − 4m_t²), and
 * {@code PoleSet} integrates a polynomial over poles in closed form.
 */
@NullMarked
package org.dipscope.core.physics.spectrum;

import org.jspecify.annotations.NullMarked;
