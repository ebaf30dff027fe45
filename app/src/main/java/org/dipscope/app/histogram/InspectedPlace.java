package org.dipscope.app.histogram;

import java.util.Comparator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.histogram.Binning;
import org.jspecify.annotations.Nullable;

/** Where the inspector looks: at the strongest candidate of the strip, or where it is told to. */
final class InspectedPlace {
  private final StripViewModel strip;
  private final ReadOnlyObjectWrapper<@Nullable Spot> spot =
      new ReadOnlyObjectWrapper<>(this, "spot");
  private boolean isChosen;

  /**
   * A place.
   *
   * @param width of the signal or window, in the unit of the axis
   */
  record Spot(double mass, double width) {}

  InspectedPlace(StripViewModel strip) {
    this.strip = strip;
  }

  /** The place, null while there is no strip. */
  ReadOnlyObjectProperty<@Nullable Spot> spotProperty() {
    return spot.getReadOnlyProperty();
  }

  @Nullable Spot spot() {
    return spot.get();
  }

  /** The strip, null while there is none. */
  @Nullable SignificanceStrip strip() {
    StripResult now = strip.resultProperty().get();
    return now == null ? null : now.strip();
  }

  static Binning binning(SignificanceStrip strip) {
    return strip.data().data().binning();
  }

  void choose(double mass, double width) {
    isChosen = true;
    set(mass, width);
  }

  /** From now on the strongest candidate. */
  void release() {
    isChosen = false;
  }

  /** Stays where it was told to look, if the strip still has that mass. */
  void follow(SignificanceStrip now) {
    Spot before = spot.get();
    if (isChosen && before != null && binning(now).indexOf(before.mass()) >= 0) {
      return;
    }
    isChosen = false;
    StripCandidate strongest = strongest();
    if (strongest == null) {
      int middle = now.bins() / 2;
      set(binning(now).centre(middle), binning(now).width(middle));
    } else {
      set(strongest.mass(), strongest.width());
    }
  }

  /** The candidate with the largest |z|, null if there is none. */
  private @Nullable StripCandidate strongest() {
    return strip.candidatesProperty().get().stream()
        .max(Comparator.comparingDouble(candidate -> Math.abs(candidate.z())))
        .orElse(null);
  }

  private void set(double mass, double width) {
    SignificanceStrip now = strip();
    int bin = now == null ? -1 : binning(now).indexOf(mass);
    spot.set(now == null || bin < 0 ? null : new Spot(binning(now).centre(bin), width));
  }

  void clear() {
    spot.set(null);
  }
}
