package org.dipscope.core.fit;

/**
 * Where a minimisation ended.
 *
 * @param x the internal coordinates
 * @param twiceNll &lambda; there
 * @param gradient &part;&lambda;/&part;x there; that of a held parameter is the slope of the
 *     profile
 * @param converged whether it is a minimum to rounding errors
 * @param isDegenerate whether &lambda; has no curvature in some direction of the free parameters
 * @param iterations how many steps were tried
 */
public record FitPoint(
    double[] x,
    double twiceNll,
    double[] gradient,
    boolean converged,
    boolean isDegenerate,
    int iterations) {}
