package org.dipscope.app.histogram;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.app.histogram.InspectorRequest.Injections;
import org.dipscope.app.histogram.InspectorScan.Answer;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.core.analysis.ResponseFigure;
import org.dipscope.core.bump.Response;
import org.jspecify.annotations.Nullable;

/** z found over z injected at the place. */
final class InspectedResponse {
  private final LiveQuantity<Injections, Answer<Injections, List<Response>>> responses;
  private final InspectedFigure figure = new InspectedFigure("response");
  private final ObjectProperty<Boolean> addToData =
      new SimpleObjectProperty<>(this, "added to", true);
  private @Nullable Injections asked;
  private boolean knewBackground;

  InspectedResponse(InspectorWork work) {
    responses = work.coarseFirst("Response", InspectorScan::response, this::show);
  }

  InspectedFigure figure() {
    return figure;
  }

  /** Whether signals are added to the data, or to the expected background. */
  ObjectProperty<Boolean> addToDataProperty() {
    return addToData;
  }

  /** Signals are added to a background once one is known. */
  void knowsBackground(boolean knows) {
    if (knows != knewBackground) {
      knewBackground = knows;
      addToData.set(!knows);
    }
  }

  void ask(Injections wanted) {
    if (!wanted.equals(asked)) {
      asked = wanted;
      responses.submit(wanted);
    }
  }

  void clear() {
    asked = null;
    figure.set(null, "");
  }

  private void show(Answer<Injections, List<Response>> answer) {
    if (asked == null) {
      return;
    }
    List<Response> value = answer.value();
    boolean onData = answer.request().addToData();
    boolean isKnown = answer.request().known() != null;
    String base = onData ? "the data" : isKnown ? "the prediction" : "the fitted background";
    figure.set(
        value == null ? null : ResponseFigure.of(value, base),
        value == null ? answer.absence() : InspectorWords.response(value, onData));
  }
}
