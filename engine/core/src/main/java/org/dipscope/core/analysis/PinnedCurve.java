package org.dipscope.core.analysis;

import org.dipscope.core.histogram.Values;

/**
 * A curve of (S + I)/B that stays on screen for comparison while the parameters move on.
 *
 * @param label the parameters it belongs to
 * @param massGeV m_tt
 * @param percent (S + I)/B with resolution, in per cent
 */
public record PinnedCurve(String label, Values massGeV, Values percent) {}
