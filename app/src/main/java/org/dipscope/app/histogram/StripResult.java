package org.dipscope.app.histogram;

import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.core.analysis.SignificancePanel;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripFound;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A strip, or why there is none.
 *
 * @param key what it belongs to
 * @param strip the significances, or null
 * @param absence why there are none, in a sentence; else empty
 * @param injected events that are added to the drawn bins, or null
 * @param injectedZ their significance over the background
 * @param preview whether only the narrowest width was looked for, and no other definition
 */
record StripResult(
    StripRequest.Key key,
    @Nullable SignificanceStrip strip,
    String absence,
    @Nullable Values injected,
    double injectedZ,
    boolean preview) {

  static StripResult of(StripRequest request, StripFound found, boolean preview) {
    return new StripResult(
        request.key(),
        found.strip(),
        found.absence(),
        found.injected(),
        found.injectedZ(),
        preview);
  }

  /** What to know before trusting it; may be empty. */
  String warnings() {
    return strip == null ? "" : String.join(" ", strip.warnings());
  }

  /** A figure of a spectrum with this strip at its foot, if the strip is of its bins. */
  FigureSpec below(SpectrumResult shown) {
    return strip == null || !key.bins().isSameButForMasks(StripRequest.Bins.of(shown))
        ? shown.figure()
        : SignificancePanel.below(
            shown.figure(), shown.drawn(), strip, preview ? "preview" : "", injected);
  }
}
