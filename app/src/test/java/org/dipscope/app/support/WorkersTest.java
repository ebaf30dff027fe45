package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static String threadOf(Executor executor) throws Exception {
    return CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), executor)
        .get(10, TimeUnit.SECONDS);
  }

  @Test
  void threadsAreNamedAfterWhatTheyDo() throws Exception {
    try (Workers workers = new Workers(1)) {
      assertThat(threadOf(workers.interactive())).isEqualTo("dipscope-interactive-1");
      assertThat(threadOf(workers.jobs())).isEqualTo("dipscope-job-1");
      assertThat(threadOf(workers.training())).isEqualTo("dipscope-training-1");
      assertThat(threadOf(workers.io())).isEqualTo("dipscope-io-1");
    }
  }

  @Test
  void aClosedRestNeverFires() throws Exception {
    try (Workers workers = new Workers(2)) {
      CountDownLatch fired = new CountDownLatch(1);
      RestTimer timer = workers.restTimer();
      timer.after(Duration.ofHours(1), fired::countDown).close();
      timer.after(Duration.ofMillis(1), fired::countDown);
      assertThat(fired.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closedWorkersTakeNothing() {
    Workers workers = new Workers(2);
    workers.close();
    assertThatThrownBy(() -> workers.interactive().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void aQuantityOnClosedWorkersStaysSilent() {
    Workers workers = new Workers(2);
    VirtualTime time = new VirtualTime();
    ViewThread viewThread = new ViewThread(time.pulse, (origin, failure) -> {});
    LiveComputation live =
        new LiveComputation(
            workers.interactive(), viewThread, workers.restTimer(), System::nanoTime);
    workers.close();
    try (var quantity =
        live.<Integer, Integer>quantity(
            "late",
            (input, token) -> input,
            shown -> {
              throw new AssertionError("published after close");
            })) {
      quantity.submit(1);
      time.advance(Duration.ofSeconds(1));
      assertThat(time.pulses()).isZero();
    }
  }
}
