package org.dipscope.app.workspace;

import org.dipscope.core.analysis.FitSettings;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.Workspace;

/**
 * Everything that the likelihood surface depends on. The sliders of its own axes are taken out, so
 * that moving them asks for the surface that is already there.
 */
record SurfaceRequest(
    DataEntry entry,
    Scenario across,
    FitSettings fit,
    Correlation correlation,
    LikelihoodSettings axes) {

  static SurfaceRequest of(Workspace document, DataEntry entry) {
    LikelihoodSettings axes = document.likelihood();
    return new SurfaceRequest(
        entry,
        axes.across(Edits.scenario(document)),
        Edits.fit(document),
        document.nuisances().correlation(),
        axes);
  }
}
