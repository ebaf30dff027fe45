package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.Kernel;
import org.junit.jupiter.api.Test;

/** The computation rules that make sliders feel right, in virtual time. */
class LiveQuantityTest {
  private static final Duration LONG_AFTER = Duration.ofSeconds(10);

  private final VirtualTime time = new VirtualTime();
  private final List<String> problems = new ArrayList<>();
  private final ViewThread viewThread =
      new ViewThread(
          time.pulse, (origin, failure) -> problems.add(origin + ": " + failure.getMessage()));
  private final LiveComputation live =
      new LiveComputation(time.worker, viewThread, time.restTimer, time::nanos);
  private final List<Shown<Integer>> shown = new ArrayList<>();

  private Kernel<Integer, Integer> lasting(int millis) {
    return (input, token) -> {
      time.advance(Duration.ofMillis(millis));
      token.throwIfCancelled();
      return input;
    };
  }

  /** A 3 s drag with an input every 8 ms; returns the last input. */
  private int drag(LiveQuantity<Integer, Integer> quantity) {
    int moves = 3000 / 8;
    for (int i = 1; i <= moves; i++) {
      int position = i;
      time.at(Duration.ofMillis(8L * i), () -> quantity.submit(position));
    }
    return moves;
  }

  private List<Integer> values() {
    return shown.stream().map(Shown::value).toList();
  }

  @Test
  void a40MillisecondKernelGivesAtLeast50FramesInA3SecondDrag() {
    try (var quantity = live.quantity("spectrum", lasting(40), shown::add)) {
      int last = drag(quantity);
      time.advance(Duration.ofSeconds(3));
      assertThat(shown).hasSizeGreaterThanOrEqualTo(50);

      time.advance(LONG_AFTER);
      assertThat(values()).isSorted().doesNotHaveDuplicates().endsWith(last);
      assertThat(shown).noneMatch(Shown::preview);
    }
  }

  @Test
  void aFastKernelShowsAtMostOneValuePerPulse() {
    try (var quantity = live.quantity("spectrum", lasting(1), shown::add)) {
      int last = drag(quantity);
      time.advance(LONG_AFTER);
      assertThat(shown).hasSizeBetween(150, time.pulses());
      assertThat(values()).isSorted().endsWith(last);
    }
  }

  @Test
  void aSlowKernelAnswersADragWithPreviewsAndItsRestWithFullQuality() {
    try (var quantity = live.quantity("surface", lasting(200), lasting(30), shown::add)) {
      int last = drag(quantity);
      time.advance(Duration.ofSeconds(3));
      assertThat(shown.getFirst().preview()).isFalse();
      assertThat(shown).filteredOn(Shown::preview).hasSizeGreaterThanOrEqualTo(60);

      time.advance(LONG_AFTER);
      assertThat(values()).isSorted().endsWith(last, last);
      assertThat(shown.getLast().preview()).isFalse();
      assertThat(quantity.medianMillis()).isEqualTo(200);
    }
  }

  @Test
  void movingOnCancelsARefinementButNeverAnOrdinaryRun() {
    try (var quantity = live.quantity("surface", lasting(500), lasting(20), shown::add)) {
      quantity.submit(1);
      time.at(Duration.ofMillis(100), () -> quantity.submit(2)); // 1 is running: it must finish
      time.at(Duration.ofMillis(800), () -> quantity.submit(3)); // while 2 is being refined
      time.advance(LONG_AFTER);
      assertThat(values()).containsExactly(1, 2, 3, 3);
      assertThat(shown.stream().map(Shown::preview)).containsExactly(false, true, true, false);
    }
  }

  @Test
  void releasingTheMouseRefinesAtOnce() {
    try (var quantity = live.quantity("surface", lasting(100), lasting(10), shown::add)) {
      quantity.submit(1);
      time.advance(Duration.ofMillis(200));
      quantity.submit(2);
      time.advance(Duration.ofMillis(30));
      quantity.settle();
      time.advance(Duration.ofMillis(130));
      assertThat(shown.getLast().value()).isEqualTo(2);
      assertThat(shown.getLast().preview()).isFalse();
    }
  }

  @Test
  void fullQualityReturnsWhenTheKernelIsFastAgain() {
    int[] millis = {100};
    Kernel<Integer, Integer> full = (input, token) -> lasting(millis[0]).compute(input, token);
    try (var quantity = live.quantity("surface", full, lasting(5), shown::add)) {
      quantity.submit(0);
      time.advance(LONG_AFTER);
      millis[0] = 10;
      for (int i = 1; i <= 3; i++) {
        quantity.submit(i);
        time.advance(LONG_AFTER);
      }
      shown.clear();
      quantity.submit(4);
      time.advance(LONG_AFTER);
      assertThat(shown).singleElement().matches(value -> !value.preview());
    }
  }

  @Test
  void nothingIsPublishedAfterClose() {
    var quantity = live.quantity("spectrum", lasting(40), shown::add);
    drag(quantity);
    time.at(Duration.ofSeconds(1), quantity::close);
    time.advance(Duration.ofSeconds(1));
    int before = shown.size();
    time.advance(LONG_AFTER);
    assertThat(before).isPositive();
    assertThat(shown).hasSize(before);
  }

  @Test
  void nothingOfBeforeACancelIsPublished() {
    try (var quantity = live.quantity("spectrum", lasting(40), shown::add)) {
      quantity.submit(1);
      time.at(Duration.ofMillis(20), quantity::cancel);
      time.advance(LONG_AFTER);
      assertThat(shown).isEmpty();

      quantity.submit(2);
      time.advance(Duration.ofMillis(40)); // computed, not yet read by the view
      quantity.cancel();
      time.advance(LONG_AFTER);
      assertThat(shown).isEmpty();

      quantity.submit(3);
      time.advance(LONG_AFTER);
      assertThat(values()).containsExactly(3);
    }
  }

  @Test
  void aFailureIsReportedAndTheNextInputWorks() {
    Kernel<Integer, Integer> failsAtTwo =
        (input, token) -> {
          if (input == 2) {
            throw new IllegalStateException("mass below threshold");
          }
          return input;
        };
    try (var quantity = live.quantity("spectrum", failsAtTwo, shown::add)) {
      for (int i = 1; i <= 3; i++) {
        quantity.submit(i);
        time.advance(LONG_AFTER);
      }
      assertThat(values()).containsExactly(1, 3);
      assertThat(problems).containsExactly("spectrum: mass below threshold");
    }
  }

  @Test
  void aViewThatFailsDoesNotKeepTheOthersFromTheirNews() {
    var broken =
        live.<Integer, Integer>quantity(
            "broken",
            lasting(1),
            value -> {
              throw new IllegalStateException("no room to draw");
            });
    try (broken;
        var sound = live.quantity("sound", lasting(1), shown::add)) {
      broken.submit(1);
      sound.submit(1);
      time.advance(LONG_AFTER);
      assertThat(values()).containsExactly(1);
      assertThat(problems).containsExactly("broken: no room to draw");
    }
  }

  @Test
  void aHiddenViewGetsNothingAndCatchesUpWhenShown() {
    List<Integer> computed = new ArrayList<>();
    Kernel<Integer, Integer> recording =
        (input, token) -> {
          computed.add(input);
          return input;
        };
    try (var quantity = live.quantity("surface", recording, shown::add)) {
      quantity.submit(1);
      quantity.setVisible(false);
      time.advance(LONG_AFTER);
      quantity.submit(2);
      quantity.submit(3);
      time.advance(LONG_AFTER);
      assertThat(shown).isEmpty();
      assertThat(computed).doesNotContain(2, 3);

      quantity.setVisible(true);
      time.advance(LONG_AFTER);
      assertThat(values()).isSorted().endsWith(3);
    }
  }

  @Test
  void allQuantitiesOfOneSliderPositionArriveInOnePulse() {
    try (var spectrum = live.quantity("spectrum", lasting(2), shown::add);
        var ratio = live.quantity("ratio", lasting(2), shown::add)) {
      spectrum.submit(1);
      ratio.submit(1);
      time.advance(LONG_AFTER);
      assertThat(shown).hasSize(2);
      assertThat(time.pulses()).isEqualTo(1);
    }
  }

  @Test
  void aSlowQuantityLeavesRoomForAFastOne() {
    List<Shown<Integer>> fast = new ArrayList<>();
    try (var surface = live.quantity("surface", lasting(40), shown::add);
        var spectrum = live.quantity("spectrum", lasting(1), fast::add)) {
      int last = drag(surface);
      drag(spectrum);
      time.advance(LONG_AFTER);
      assertThat(fast).hasSizeGreaterThan(50);
      assertThat(fast.getLast().value()).isEqualTo(last);
      assertThat(values()).endsWith(last);
    }
  }
}
