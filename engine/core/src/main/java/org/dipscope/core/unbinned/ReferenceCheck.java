package org.dipscope.core.unbinned;

/**
 * What the reference sample is worth at a hypothesis.
 *
 * @param events how many it has
 * @param effectiveEvents N<sub>eff</sub> = (&Sigma;w)&sup2;/&Sigma;w&sup2; of its weights there
 * @param largestWeight the largest expected number of times that one event occurs in a toy
 * @param residual E<sub>ref</sub>[p/p<sub>ref</sub>] &minus; 1: how far the density, interpolated
 *     between variations and learned as it is, fails to integrate to one
 * @param residualError its standard error from the size of the sample
 */
public record ReferenceCheck(
    int events,
    double effectiveEvents,
    double largestWeight,
    double residual,
    double residualError) {}
