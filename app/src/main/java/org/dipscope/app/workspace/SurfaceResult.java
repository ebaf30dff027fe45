package org.dipscope.app.workspace;

import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.project.LikelihoodSettings;

/**
 * A likelihood surface.
 *
 * @param axes its axes
 * @param surface −2Δ ln L with minima, contours and profiles
 */
public record SurfaceResult(LikelihoodSettings axes, LikelihoodSurface surface) {}
