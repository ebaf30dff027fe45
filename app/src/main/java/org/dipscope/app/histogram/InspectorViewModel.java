package org.dipscope.app.histogram;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.histogram.InspectorRequest.Injections;
import org.dipscope.app.histogram.InspectorRequest.Map;
import org.dipscope.app.histogram.InspectorRequest.Place;
import org.dipscope.app.histogram.InspectorScan.Answer;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Mailbox;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.core.analysis.ResponseFigure;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StabilityFigure;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.analysis.WidthMapFigure;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.Response;
import org.dipscope.core.bump.Stability;
import org.dipscope.core.bump.WidthMap;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.StripDefinition;
import org.jspecify.annotations.Nullable;

/** A place of the significance strip in detail: it follows the strip while it is open. */
public final class InspectorViewModel implements AutoCloseable {
  private final StripViewModel strip;
  private final LiveResults results;
  private final LiveComputation live;
  private final LiveQuantity<Map, Answer<Map, WidthMap>> maps;
  private final LiveQuantity<Place, Answer<Place, Stability>> stabilities;
  private final LiveQuantity<Injections, Answer<Injections, List<Response>>> responses;
  private final Mailbox<String> busyNews;
  private final Mailbox<Answer<Map, WidthMap>> coarseMaps;
  private final Mailbox<Answer<Injections, List<Response>>> coarseResponses;
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "place", "");
  private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper(this, "warnings", "");
  private final ReadOnlyStringWrapper busy = new ReadOnlyStringWrapper(this, "busy", "");
  private final ObjectProperty<Boolean> addToData =
      new SimpleObjectProperty<>(this, "added to", true);
  private final InspectedFigure mapFigure = new InspectedFigure("width-map");
  private final InspectedFigure stabilityFigure = new InspectedFigure("stability");
  private final InspectedFigure responseFigure = new InspectedFigure("response");
  private final ReadOnlyObjectWrapper<@Nullable Spot> spot =
      new ReadOnlyObjectWrapper<>(this, "spot");
  private @Nullable Map askedMap;
  private @Nullable Place askedPlace;
  private @Nullable Injections askedResponse;
  private @Nullable WidthMap map;
  private boolean knewBackground;
  private boolean isChosen;
  private final Subscription subscriptions;

  /**
   * A place.
   *
   * @param width of the signal or window, in the unit of the axis
   */
  record Spot(double mass, double width) {}

  /**
   * Follows a strip.
   *
   * @param live runs on threads that no slider waits for
   */
  InspectorViewModel(StripViewModel strip, LiveResults results, LiveComputation live) {
    this.strip = strip;
    this.results = results;
    this.live = live;
    busyNews = live.viewThread().mailbox("The inspector", busy::set);
    coarseMaps = live.viewThread().mailbox("The width map", this::showMap);
    coarseResponses = live.viewThread().mailbox("The response", this::showResponse);
    maps =
        live.quantity(
            "The width map", this::map, this::coarseMap, now -> end(now.value(), this::showMap));
    stabilities =
        live.quantity(
            "The stability", this::stability, now -> end(now.value(), this::showStability));
    responses =
        live.quantity(
            "The response",
            this::response,
            this::coarseResponse,
            now -> end(now.value(), this::showResponse));
    subscriptions =
        Subscription.combine(
            strip.resultProperty().subscribe(now -> follow()),
            strip.messageProperty().subscribe(now -> followMessage()),
            addToData.subscribe(now -> askAtPlace()));
  }

  /** What is looked at, in a line. */
  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** What to know before trusting the strip; may be empty. */
  ReadOnlyStringProperty warningsProperty() {
    return warnings.getReadOnlyProperty();
  }

  /** What takes long and how far it is; empty if nothing does. */
  public ReadOnlyStringProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether signals are added to the data, or to the expected background. */
  ObjectProperty<Boolean> addToDataProperty() {
    return addToData;
  }

  /** z over mass and width. */
  public InspectedFigure map() {
    return mapFigure;
  }

  /** z in other bins. */
  public InspectedFigure stability() {
    return stabilityFigure;
  }

  /** z found over z injected. */
  public InspectedFigure response() {
    return responseFigure;
  }

  /** The place, null while there is no strip. */
  ReadOnlyObjectProperty<@Nullable Spot> spotProperty() {
    return spot.getReadOnlyProperty();
  }

  /** Whether everything asked for is computed. */
  public boolean isSettled() {
    return maps.isSettled() && stabilities.isSettled() && responses.isSettled();
  }

  /** Stops what is being computed; what is there stays. */
  void cancel() {
    maps.cancel();
    stabilities.cancel();
    responses.cancel();
    busy.set("Cancelled: what is shown may be coarse or of before.");
  }

  /** Looks at a mass, with the width that the strip has found there. */
  void choose(double mass) {
    SignificanceStrip now = strip();
    int bin = now == null ? -1 : now.data().data().binning().indexOf(mass);
    if (now != null && bin >= 0) {
      choose(mass, now.curves().both().width().get(bin) * binning(now).width(bin));
    }
  }

  /** Looks at a mass and a width in bins, as in the map. */
  void chooseInBins(double mass, double width) {
    SignificanceStrip now = strip();
    WidthMap shown = map;
    int bin = now == null ? -1 : binning(now).indexOf(mass);
    if (now != null && shown != null && bin >= 0 && width > 0) {
      choose(mass, shown.width().get(shown.row(width)) * binning(now).width(bin));
    }
  }

  private void choose(double mass, double width) {
    isChosen = true;
    set(mass, width);
    askAtPlace();
    drawMap();
  }

  /** Goes back to the strongest candidate and stays with it. */
  void chooseStrongest() {
    isChosen = false;
    follow();
  }

  private @Nullable SignificanceStrip strip() {
    StripResult now = strip.resultProperty().get();
    return now == null ? null : now.strip();
  }

  private static Binning binning(SignificanceStrip now) {
    return now.data().data().binning();
  }

  private void follow() {
    SignificanceStrip now = strip();
    StripResult result = strip.resultProperty().get();
    if (now == null || result == null) {
      clear();
      return;
    }
    warnings.set(String.join(" ", now.warnings()));
    Spot before = spot.get();
    if (!isChosen || before == null || binning(now).indexOf(before.mass()) < 0) {
      isChosen = false;
      StripCandidate strongest = strip.strongest();
      if (strongest == null) {
        int middle = now.bins() / 2;
        set(binning(now).centre(middle), binning(now).width(middle));
      } else {
        set(strongest.mass(), strongest.width());
      }
    }
    boolean knows = known(now) != null;
    if (knows != knewBackground) {
      knewBackground = knows;
      addToData.set(!knows);
    }
    Map wanted = new Map(now.data().data(), result.key().choice().definition());
    if (!wanted.equals(askedMap)) {
      askedMap = wanted;
      maps.submit(wanted);
    }
    drawMap();
    askAtPlace();
  }

  private void followMessage() {
    if (strip() == null) {
      clear();
    }
  }

  private void set(double mass, double width) {
    SignificanceStrip now = strip();
    int bin = now == null ? -1 : binning(now).indexOf(mass);
    spot.set(now == null || bin < 0 ? null : new Spot(binning(now).centre(bin), width));
  }

  private void clear() {
    maps.cancel();
    stabilities.cancel();
    responses.cancel();
    askedMap = null;
    askedPlace = null;
    askedResponse = null;
    map = null;
    spot.set(null);
    warnings.set("");
    headline.set(
        strip.messageProperty().get().isEmpty()
            ? "No strip: choose a significance below the spectrum."
            : strip.messageProperty().get());
    for (InspectedFigure figure : List.of(mapFigure, stabilityFigure, responseFigure)) {
      figure.set(null, "");
    }
  }

  private void askAtPlace() {
    StripResult result = strip.resultProperty().get();
    SignificanceStrip now = strip();
    Spot here = spot.get();
    if (result == null || now == null || here == null) {
      return;
    }
    BumpData data = now.data().data();
    int bin = data.binning().indexOf(here.mass());
    StripDefinition definition = result.key().choice().definition();
    double z = now.curves().both().z().get(bin);
    headline.set(InspectorWords.headline(now, strip.unit(), bin, here.width(), definition));
    Place place = new Place(data, definition, here.mass(), here.width(), z < 0);
    if (!place.equals(askedPlace)) {
      askedPlace = place;
      stabilities.submit(place);
    }
    Injections wanted =
        new Injections(
            InspectorRequest.withoutInjected(result, now),
            definition,
            bin,
            here.width(),
            known(now),
            addToData.get());
    if (!wanted.equals(askedResponse)) {
      askedResponse = wanted;
      responses.submit(wanted);
    }
  }

  private Answer<Map, WidthMap> map(Map request, CancelToken token) {
    InspectorProgress progress = new InspectorProgress("Width map", live.nanoClock(), busyNews);
    return Answer.of(
        request,
        () ->
            scan(progress)
                .map(
                    request,
                    false,
                    first -> progress.ifLong(coarseMaps, new Answer<>(request, first, "")),
                    token));
  }

  private Answer<Map, WidthMap> coarseMap(Map request, CancelToken token) {
    return Answer.of(request, () -> scan(done -> {}).map(request, true, first -> {}, token));
  }

  private Answer<Place, Stability> stability(Place request, CancelToken token) {
    InspectorProgress progress = new InspectorProgress("Stability", live.nanoClock(), busyNews);
    return Answer.of(request, () -> scan(progress).stability(request, token));
  }

  private Answer<Injections, List<Response>> response(Injections request, CancelToken token) {
    InspectorProgress progress = new InspectorProgress("Response", live.nanoClock(), busyNews);
    return Answer.of(
        request,
        () ->
            scan(progress)
                .response(
                    request,
                    false,
                    first -> progress.ifLong(coarseResponses, new Answer<>(request, first, "")),
                    token));
  }

  private Answer<Injections, List<Response>> coarseResponse(Injections request, CancelToken token) {
    return Answer.of(request, () -> scan(done -> {}).response(request, true, first -> {}, token));
  }

  private InspectorScan scan(DoubleConsumer progress) {
    return new InspectorScan(strip.network(), progress);
  }

  private @Nullable Values known(SignificanceStrip now) {
    return InspectorRequest.known(now, results.spectrumProperty().get());
  }

  private <T> void end(T answer, Consumer<T> show) {
    if (isSettled()) {
      busyNews.offer("");
    }
    show.accept(answer);
  }

  private void showMap(Answer<Map, WidthMap> answer) {
    Map asked = askedMap;
    if (asked == null || asked.definition() != answer.request().definition()) {
      return;
    }
    map = answer.value();
    if (map == null) {
      mapFigure.set(null, answer.absence());
    }
    drawMap();
  }

  private void drawMap() {
    WidthMap now = map;
    SignificanceStrip shown = strip();
    Spot here = spot.get();
    if (now == null
        || shown == null
        || here == null
        || now.binning().indexOf(here.mass()) < 0
        || !now.binning().equals(binning(shown))) {
      return;
    }
    int bin = now.binning().indexOf(here.mass());
    String unit = strip.unit();
    mapFigure.set(
        WidthMapFigure.of(
            now,
            shown.data(),
            shown.name(),
            Axis.linear(strip.massLabel(), unit),
            bin,
            here.width() / now.binning().width(bin)),
        InspectorWords.map(now, shown, unit, bin));
  }

  private void showStability(Answer<Place, Stability> answer) {
    if (askedPlace == null) {
      return;
    }
    Stability value = answer.value();
    stabilityFigure.set(
        value == null ? null : StabilityFigure.of(value, strip.unit()),
        value == null ? answer.absence() : value.verdict() + " " + value.note());
  }

  private void showResponse(Answer<Injections, List<Response>> answer) {
    if (askedResponse == null) {
      return;
    }
    List<Response> value = answer.value();
    boolean onData = answer.request().addToData();
    boolean isKnown = answer.request().known() != null;
    String base = onData ? "the data" : isKnown ? "the prediction" : "the fitted background";
    responseFigure.set(
        value == null ? null : ResponseFigure.of(value, base),
        value == null ? answer.absence() : InspectorWords.response(value, onData));
  }

  /** The readout of the map; empty outside it. */
  String words(double mass, double width) {
    WidthMap now = map;
    SignificanceStrip shown = strip();
    return now == null || shown == null || !now.binning().equals(binning(shown))
        ? ""
        : WidthMapFigure.words(now, shown.data(), strip.unit(), mass, width);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    maps.close();
    stabilities.close();
    responses.close();
    busyNews.close();
    coarseMaps.close();
    coarseResponses.close();
  }
}
