package org.dipscope.app.data;

import java.util.List;
import java.util.Optional;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.histogram.Histogram;

/**
 * Histograms that were filled from a table.
 *
 * @param request what was asked for
 * @param histograms one for each cut; none if it failed
 * @param failure why it failed, or empty
 * @param part the part of the events that is in them, 0 to 1
 */
record Built(BuildRequest request, List<FilledHistogram> histograms, String failure, double part) {

  Built {
    histograms = List.copyOf(histograms);
  }

  /** The first, if it is complete, named after what is in it. */
  Optional<Histogram> first() {
    if (histograms.isEmpty() || part < 1) {
      return Optional.empty();
    }
    Histogram h = histograms.getFirst().histogram();
    String cut = request.cuts().getFirst().text();
    String name = request.x() + (cut == null ? "" : ", " + cut);
    return Optional.of(
        new Histogram(
            name,
            h.axes(),
            h.contents(),
            h.errorsLow(),
            h.errorsHigh(),
            h.underflow(),
            h.overflow(),
            h.sumOfWeights()));
  }
}
