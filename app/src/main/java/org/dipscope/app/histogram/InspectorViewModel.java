package org.dipscope.app.histogram;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.dipscope.app.histogram.InspectedPlace.Spot;
import org.dipscope.app.histogram.InspectorRequest.Injections;
import org.dipscope.app.histogram.InspectorRequest.Map;
import org.dipscope.app.histogram.InspectorRequest.Place;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.StripDefinition;
import org.jspecify.annotations.Nullable;

/** A place of the significance strip in detail: it follows the strip while it is open. */
public final class InspectorViewModel implements AutoCloseable {
  private final StripViewModel strip;
  private final LiveResults results;
  private final InspectorWork work;
  private final InspectedPlace place;
  private final InspectedMap map;
  private final InspectedStability stability;
  private final InspectedResponse response;
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "place", "");
  private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper(this, "warnings", "");
  private final Subscription subscriptions;

  /**
   * Follows a strip.
   *
   * @param live runs on threads that no slider waits for
   */
  InspectorViewModel(StripViewModel strip, LiveResults results, LiveComputation live) {
    this.strip = strip;
    this.results = results;
    work = new InspectorWork(strip, live);
    place = new InspectedPlace(strip);
    map = new InspectedMap(strip, place, work);
    stability = new InspectedStability(strip, work);
    response = new InspectedResponse(work);
    subscriptions =
        Subscription.combine(
            strip.resultProperty().subscribe(now -> follow()),
            strip.messageProperty().subscribe(now -> followMessage()),
            response.addToDataProperty().subscribe(now -> askAtPlace()));
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
    return work.busyProperty();
  }

  /** Whether signals are added to the data, or to the expected background. */
  ObjectProperty<Boolean> addToDataProperty() {
    return response.addToDataProperty();
  }

  /** z over mass and width. */
  public InspectedFigure map() {
    return map.figure();
  }

  /** z in other bins. */
  public InspectedFigure stability() {
    return stability.figure();
  }

  /** z found over z injected. */
  public InspectedFigure response() {
    return response.figure();
  }

  /** The place, null while there is no strip. */
  ReadOnlyObjectProperty<@Nullable Spot> spotProperty() {
    return place.spotProperty();
  }

  /** The readout of the map; empty outside it. */
  String words(double mass, double width) {
    return map.words(mass, width);
  }

  /** Whether everything asked for is computed. */
  public boolean isSettled() {
    return work.isSettled();
  }

  /** Stops what is being computed; what is there stays. */
  void cancel() {
    work.cancel();
  }

  /** Looks at a mass, with the width that the strip has found there. */
  void choose(double mass) {
    SignificanceStrip now = place.strip();
    int bin = now == null ? -1 : InspectedPlace.binning(now).indexOf(mass);
    if (now != null && bin >= 0) {
      choose(now, mass, bin, now.curves().both().width().get(bin));
    }
  }

  /** Looks at a mass and a width in bins, as in the map. */
  void chooseInBins(double mass, double width) {
    SignificanceStrip now = place.strip();
    int bin = now == null ? -1 : InspectedPlace.binning(now).indexOf(mass);
    double nearest = width > 0 ? map.nearestWidth(width) : Double.NaN;
    if (now != null && bin >= 0 && !Double.isNaN(nearest)) {
      choose(now, mass, bin, nearest);
    }
  }

  private void choose(SignificanceStrip now, double mass, int bin, double widthInBins) {
    place.choose(mass, widthInBins * InspectedPlace.binning(now).width(bin));
    askAtPlace();
    map.draw();
  }

  /** Goes back to the strongest candidate and stays with it. */
  void chooseStrongest() {
    place.release();
    follow();
  }

  private void follow() {
    StripResult result = strip.resultProperty().get();
    SignificanceStrip now = place.strip();
    if (now == null || result == null) {
      clear();
      return;
    }
    warnings.set(String.join(" ", now.warnings()));
    place.follow(now);
    response.knowsBackground(known(now) != null);
    map.ask(new Map(now.data().data(), result.key().choice().definition()));
    map.draw();
    askAtPlace();
  }

  private void followMessage() {
    if (place.strip() == null) {
      clear();
    }
  }

  private void clear() {
    work.drop();
    place.clear();
    warnings.set("");
    headline.set(
        strip.messageProperty().get().isEmpty()
            ? "No strip: choose a significance below the spectrum."
            : strip.messageProperty().get());
    map.clear();
    stability.clear();
    response.clear();
  }

  private void askAtPlace() {
    StripResult result = strip.resultProperty().get();
    SignificanceStrip now = place.strip();
    Spot here = place.spot();
    if (result == null || now == null || here == null) {
      return;
    }
    BumpData data = now.data().data();
    int bin = data.binning().indexOf(here.mass());
    StripDefinition definition = result.key().choice().definition();
    double z = now.curves().both().z().get(bin);
    headline.set(InspectorWords.headline(now, strip.unit(), bin, here.width(), definition));
    stability.ask(new Place(data, definition, here.mass(), here.width(), z < 0));
    response.ask(
        new Injections(
            InspectorRequest.withoutInjected(result, now),
            definition,
            bin,
            here.width(),
            known(now),
            addToDataProperty().get()));
  }

  private @Nullable Values known(SignificanceStrip now) {
    return InspectorRequest.known(now, results.spectrumProperty().get());
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    work.close();
  }
}
