package org.dipscope.app.workspace;

import java.util.List;
import org.dipscope.core.analysis.FitSettings;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.Workspace;

/** Everything that the spectrum figure depends on. */
record SpectrumRequest(
    DataEntry entry,
    Scenario scenario,
    FitSettings fit,
    Correlation correlation,
    List<PinnedComparison> pins,
    ViewSettings view,
    List<Spectrum> overlays) {

  static SpectrumRequest of(Workspace document, DataEntry entry, List<Spectrum> overlays) {
    return new SpectrumRequest(
        entry,
        Edits.scenario(document),
        Edits.fit(document),
        document.nuisances().correlation(),
        document.pinned(),
        document.view(),
        overlays);
  }
}
