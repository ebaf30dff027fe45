package org.dipscope.app.workspace;

import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.Scenario;

/**
 * A likelihood surface.
 *
 * @param axes its axes
 * @param across what is the same all over it; the parameters of its axes have no meaning
 * @param scan the spectra it was computed from
 * @param surface −2Δ ln L with minima, contours and profiles
 */
public record SurfaceResult(
    LikelihoodSettings axes, Scenario across, SurfaceScan scan, LikelihoodSurface surface) {}
