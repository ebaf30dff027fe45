package org.dipscope.app.histogram;

import org.dipscope.app.histogram.InspectedPlace.Spot;
import org.dipscope.app.histogram.InspectorRequest.Map;
import org.dipscope.app.histogram.InspectorScan.Answer;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.WidthMapFigure;
import org.dipscope.core.bump.WidthMap;
import org.dipscope.core.figure.Axis;
import org.jspecify.annotations.Nullable;

/** z over mass and width, with the place marked. */
final class InspectedMap {
  private final StripViewModel strip;
  private final InspectedPlace place;
  private final LiveQuantity<Map, Answer<Map, WidthMap>> maps;
  private final InspectedFigure figure = new InspectedFigure("width-map");
  private @Nullable Map asked;
  private @Nullable WidthMap map;

  InspectedMap(StripViewModel strip, InspectedPlace place, InspectorWork work) {
    this.strip = strip;
    this.place = place;
    maps = work.coarseFirst("Width map", InspectorScan::map, this::show);
  }

  InspectedFigure figure() {
    return figure;
  }

  void ask(Map wanted) {
    if (!wanted.equals(asked)) {
      asked = wanted;
      maps.submit(wanted);
    }
  }

  void clear() {
    asked = null;
    map = null;
    figure.set(null, "");
  }

  private void show(Answer<Map, WidthMap> answer) {
    Map wanted = asked;
    if (wanted == null || wanted.definition() != answer.request().definition()) {
      return;
    }
    map = answer.value();
    if (map == null) {
      figure.set(null, answer.absence());
    }
    draw();
  }

  /** The map with the place where it is now. */
  void draw() {
    WidthMap now = map;
    SignificanceStrip shown = place.strip();
    Spot here = place.spot();
    if (now == null
        || shown == null
        || here == null
        || now.binning().indexOf(here.mass()) < 0
        || !now.binning().equals(InspectedPlace.binning(shown))) {
      return;
    }
    int bin = now.binning().indexOf(here.mass());
    String unit = strip.unit();
    figure.set(
        WidthMapFigure.of(
            now,
            shown.data(),
            shown.name(),
            Axis.linear(strip.massLabel(), unit),
            bin,
            here.width() / now.binning().width(bin)),
        InspectorWords.map(now, shown, unit, bin));
  }

  /** The nearest width of the map, in bins; NaN while there is no map. */
  double nearestWidth(double widthInBins) {
    WidthMap now = map;
    return now == null ? Double.NaN : now.width().get(now.row(widthInBins));
  }

  /** The readout of the map; empty outside it. */
  String words(double mass, double width) {
    WidthMap now = map;
    SignificanceStrip shown = place.strip();
    return now == null || shown == null || !now.binning().equals(InspectedPlace.binning(shown))
        ? ""
        : WidthMapFigure.words(now, shown.data(), strip.unit(), mass, width);
  }
}
