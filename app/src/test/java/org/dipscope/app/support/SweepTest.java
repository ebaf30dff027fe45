package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final long FRAME = 16_666_667;

  private final SliderScale scale = SliderScale.linear(400, 800, 500, 1);
  private final DoubleProperty mass = new SimpleDoubleProperty(500);
  private final Sweep sweep = new Sweep(scale, mass, Duration.ofSeconds(4));
  private long now;

  private void run(int frames) {
    for (int i = 0; i < frames; i++) {
      now += FRAME;
      sweep.tick(now);
    }
  }

  @Test
  void movesAtConstantSpeedAndTurnsAtTheEnds() {
    sweep.runningProperty().set(true);
    List<Double> seen = new ArrayList<>();
    mass.subscribe(value -> seen.add(value.doubleValue()));
    run(61);
    assertThat(mass.get()).isCloseTo(600, within(0.5));
    run(60 * 3);
    assertThat(mass.get()).isCloseTo(700, within(1.0));
    assertThat(seen).allMatch(value -> value >= 400 && value <= 800).contains(800.0);
  }

  @Test
  void restsWhereItStopsAndGoesOnFromTheSlider() {
    sweep.runningProperty().set(true);
    run(61);
    sweep.runningProperty().set(false);
    run(60);
    assertThat(mass.get()).isCloseTo(600, within(0.5));

    mass.set(450);
    sweep.runningProperty().set(true);
    run(31);
    assertThat(mass.get()).isCloseTo(500, within(0.5));
    mass.set(700);
    run(30);
    assertThat(mass.get()).isCloseTo(750, within(2.0));
  }

  @Test
  void aLateFrameDoesNotJump() {
    sweep.runningProperty().set(true);
    run(1);
    now += Duration.ofSeconds(30).toNanos();
    sweep.tick(now);
    assertThat(mass.get()).isCloseTo(510, within(0.5));
  }

  @Test
  void slowSweepsStillMove() {
    Sweep slow = new Sweep(SliderScale.linear(0, 10, 0, 1), mass, Duration.ofMinutes(10));
    mass.set(0);
    slow.runningProperty().set(true);
    for (int i = 0; i < 60 * 60; i++) {
      now += FRAME;
      slow.tick(now);
    }
    assertThat(mass.get()).isCloseTo(1.0, within(0.11));
  }
}
