package org.dipscope.core.analysis;

import org.dipscope.core.histogram.Values;

/**
 * The interference of a scalar as smooth curves in the mass of the top pair, relative to the
 * background, in per cent.
 *
 * @param producedMassGeV m_tt of the curves without detector, increasing
 * @param produced (S + I)/B without detector; NaN where there is no background
 * @param floor −B₀/B: how deep the produced dip can be at most (the J = 0 singlet part of gg → tt̄)
 * @param massGeV m_tt of the curves after efficiency and resolution, increasing
 * @param reconstructed (S + I)/B
 * @param signal S/B
 * @param interference I/B
 */
public record Curves(
    Values producedMassGeV,
    Values produced,
    Values floor,
    Values massGeV,
    Values reconstructed,
    Values signal,
    Values interference) {}
