package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The live computation on real threads and the real toolkit. */
@ExtendWith(ApplicationExtension.class)
class FxPulseTest {
  private static final int INPUTS = 2000;

  @Test
  void valuesReachTheFxThreadInOrderAndTheLastOneAlways() throws Exception {
    List<Integer> shown = Collections.synchronizedList(new ArrayList<>());
    List<Boolean> onFxThread = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch last = new CountDownLatch(1);
    ViewThread viewThread = new ViewThread(new FxPulse(), (origin, failure) -> {});
    try (Workers workers = new Workers(3)) {
      LiveComputation live =
          new LiveComputation(
              workers.interactive(), viewThread, workers.restTimer(), System::nanoTime);
      try (var quantity =
          live.<Integer, Integer>quantity(
              "square",
              (input, token) -> input,
              value -> {
                shown.add(value.value());
                onFxThread.add(Platform.isFxApplicationThread());
                if (value.value() == INPUTS) {
                  last.countDown();
                }
              })) {
        for (int i = 1; i <= INPUTS; i++) {
          quantity.submit(i);
        }
        assertThat(last.await(1, TimeUnit.MINUTES)).isTrue();
      }
    }
    assertThat(shown).isSorted().doesNotHaveDuplicates().endsWith(INPUTS);
    assertThat(onFxThread).containsOnly(true);
  }
}
