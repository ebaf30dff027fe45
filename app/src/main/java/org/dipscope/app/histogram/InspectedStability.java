package org.dipscope.app.histogram;

import org.dipscope.app.histogram.InspectorRequest.Place;
import org.dipscope.app.histogram.InspectorScan.Answer;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.core.analysis.StabilityFigure;
import org.dipscope.core.bump.Stability;
import org.jspecify.annotations.Nullable;

/** z of the place in other bins. */
final class InspectedStability {
  private final StripViewModel strip;
  private final LiveQuantity<Place, Answer<Place, Stability>> stabilities;
  private final InspectedFigure figure = new InspectedFigure("stability");
  private @Nullable Place asked;

  InspectedStability(StripViewModel strip, InspectorWork work) {
    this.strip = strip;
    stabilities = work.whole("Stability", InspectorScan::stability, this::show);
  }

  InspectedFigure figure() {
    return figure;
  }

  void ask(Place wanted) {
    if (!wanted.equals(asked)) {
      asked = wanted;
      stabilities.submit(wanted);
    }
  }

  void clear() {
    asked = null;
    figure.set(null, "");
  }

  private void show(Answer<Place, Stability> answer) {
    if (asked == null) {
      return;
    }
    Stability value = answer.value();
    figure.set(
        value == null ? null : StabilityFigure.of(value, strip.unit()),
        value == null ? answer.absence() : value.verdict() + " " + value.note());
  }
}
