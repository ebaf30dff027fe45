package org.dipscope.app.support;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Moves a value back and forth through its range: what the animate button does. The value keeps
 * whatever position it has when the sweep starts or stops.
 */
public final class Sweep {
  private static final double LONGEST_STEP_SECONDS = 0.1;

  private final SliderScale scale;
  private final DoubleProperty value;
  private final double positionPerSecond;
  private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
  private double direction = 1;
  private double position;
  private double written = Double.NaN;
  private long lastNanos;
  private boolean first = true;

  /**
   * A sweep at rest.
   *
   * @param scale the range
   * @param value the property it writes while running
   * @param oneWay the time from one end to the other
   */
  public Sweep(SliderScale scale, DoubleProperty value, Duration oneWay) {
    this.scale = scale;
    this.value = value;
    positionPerSecond = 1e9 / oneWay.toNanos();
    running.addListener((source, before, now) -> first = true);
  }

  /** Whether it moves; set it to start and stop. */
  public BooleanProperty runningProperty() {
    return running;
  }

  /** Moves on to the time of a frame in nanoseconds; frames that come late move no further. */
  public void tick(long nanos) {
    if (!running.get()) {
      return;
    }
    double seconds = first ? 0 : Math.clamp((nanos - lastNanos) * 1e-9, 0, LONGEST_STEP_SECONDS);
    lastNanos = nanos;
    // Somebody may have moved the slider meanwhile: go on from there.
    if (first || value.get() != written) {
      position = scale.position(value.get());
    }
    first = false;
    position += direction * seconds * positionPerSecond;
    if (position >= 1 || position <= 0) {
      direction = position >= 1 ? -1 : 1;
      position = Math.clamp(position, 0, 1);
    }
    written = scale.valueAt(position);
    value.set(written);
  }
}
