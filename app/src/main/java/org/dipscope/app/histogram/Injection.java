package org.dipscope.app.histogram;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.histogram.Binning;
import org.jspecify.annotations.Nullable;

/** The signal that is added to the shown counts; it belongs to the view, not to the data. */
public final class Injection {
  /** The ends of a dragged interval are this many standard deviations apart. */
  private static final double DRAGGED_SIGMA = 4;

  private final BooleanProperty active = new SimpleBooleanProperty(this, "inject");
  private final DoubleProperty mass = new SimpleDoubleProperty(this, "mass");
  private final DoubleProperty sigma = new SimpleDoubleProperty(this, "width", 1);
  private final DoubleProperty z = new SimpleDoubleProperty(this, "significance", 5);
  private final ReadOnlyObjectWrapper<@Nullable InjectedSignal> signal =
      new ReadOnlyObjectWrapper<>(this, "signal");
  private @Nullable Binning bins;
  private boolean placing;
  private boolean placed;

  Injection() {
    active.subscribe(now -> refresh());
    mass.subscribe(now -> refresh());
    sigma.subscribe(now -> refresh());
    z.subscribe(now -> refresh());
  }

  /** Whether a click or a drag places the signal. */
  public BooleanProperty activeProperty() {
    return active;
  }

  /** Its centre, in the unit of the axis. */
  public DoubleProperty massProperty() {
    return mass;
  }

  /** Its &sigma;, in the unit of the axis. */
  public DoubleProperty sigmaProperty() {
    return sigma;
  }

  /** Its significance over the background; negative for a dip. */
  public DoubleProperty zProperty() {
    return z;
  }

  /** The signal, or null if there is none. */
  public ReadOnlyObjectProperty<@Nullable InjectedSignal> signalProperty() {
    return signal.getReadOnlyProperty();
  }

  /** A signal that is switched on for other bins than before begins in their middle. */
  void startIn(Binning now) {
    if (active.get() && (bins == null || !now.equals(bins))) {
      bins = now;
      int middle = now.count() / 2;
      place(now.centre(middle), now.width(middle));
    }
  }

  /** Moves the centre. */
  public void place(double newMass) {
    place(newMass, sigma.get());
  }

  /** Covers an interval with 95 % of the signal. */
  public void cover(double from, double to) {
    place(0.5 * (from + to), Math.abs(to - from) / DRAGGED_SIGMA);
  }

  private void place(double newMass, double newSigma) {
    placing = true;
    placed = true;
    mass.set(newMass);
    sigma.set(newSigma);
    placing = false;
    refresh();
  }

  /** Takes it away. */
  public void clear() {
    active.set(false);
  }

  private void refresh() {
    if (!placing) {
      boolean exists = active.get() && placed && sigma.get() > 0 && z.get() != 0;
      signal.set(exists ? new InjectedSignal(mass.get(), sigma.get(), z.get()) : null);
    }
  }
}
