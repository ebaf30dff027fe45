package org.dipscope.core.analysis;

import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.NuisanceFit;

/**
 * What the model expects in the bins of a spectrum at one position of its parameters, in the units
 * of the data: counts per bin, or a differential cross-section.
 *
 * @param bornGg gg → tt̄ before the fit of the nuisances
 * @param bornQq qq̄ → tt̄ before the fit
 * @param signal |Φ|² before the fit
 * @param interference of Φ with gg → tt̄ before the fit
 * @param background B after the fit of the nuisances at this position
 * @param total B + S + I after the fit
 * @param uncertainty standard deviation of the total from the nuisances after the fit
 * @param fit the nuisances at this position
 * @param twiceDeltaNll −2Δ ln L with respect to the background-only hypothesis; negative where the
 *     data prefer the scalar
 * @param expectedSignificance Z with which this scalar would be seen on average, over background
 */
public record Prediction(
    Values bornGg,
    Values bornQq,
    Values signal,
    Values interference,
    Values background,
    Values total,
    Values uncertainty,
    NuisanceFit fit,
    double twiceDeltaNll,
    double expectedSignificance) {}
