package org.dipscope.app.support;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the workbench, named after what they do, owned and ended here: {@code interactive}
 * for what follows the sliders (all cores but the one that draws), {@code jobs} for long
 * computations (two at a time), {@code training} for networks (one at a time: the engine collects
 * gradients in one place per process) and {@code io} for files.
 */
public final class Workers implements AutoCloseable {
  private static final int CONCURRENT_JOBS = 2;
  private static final Duration LONGEST_STEP = Duration.ofSeconds(3);

  private final ExecutorService interactive;
  private final ExecutorService jobs;
  private final ExecutorService training;
  private final ExecutorService io;
  private final ScheduledThreadPoolExecutor timer;

  /** Threads for a machine with {@code cores} cores; they start when first needed. */
  public Workers(int cores) {
    interactive =
        Executors.newFixedThreadPool(Math.max(1, cores - 1), named("dipscope-interactive-"));
    jobs = Executors.newFixedThreadPool(CONCURRENT_JOBS, named("dipscope-job-"));
    training = Executors.newSingleThreadExecutor(named("dipscope-training-"));
    io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("dipscope-io-", 1).factory());
    timer = new ScheduledThreadPoolExecutor(1, named("dipscope-timer-"));
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Runs kernels of live quantities. */
  public Executor interactive() {
    return interactive;
  }

  /** Runs long computations, two at a time. */
  public Executor jobs() {
    return jobs;
  }

  /** Trains networks, one at a time. */
  public Executor training() {
    return training;
  }

  /** Reads and writes files; one virtual thread each. */
  public Executor io() {
    return io;
  }

  /** Measures rests on a thread of its own; its actions must only hand over. */
  public RestTimer restTimer() {
    return (delay, action) -> {
      Future<?> wait = schedule(delay, action);
      return () -> wait.cancel(false);
    };
  }

  /**
   * Ends all threads; what runs is interrupted, what waits is dropped. A training that was told to
   * end gets the time to finish its step, so that nothing native is torn down under it.
   */
  @Override
  public void close() {
    endTraining();
    timer.shutdownNow();
    interactive.shutdownNow();
    jobs.shutdownNow();
    io.shutdownNow();
  }

  private void endTraining() {
    training.shutdown();
    try {
      training.awaitTermination(LONGEST_STEP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    training.shutdownNow();
  }

  private Future<?> schedule(Duration delay, Runnable action) {
    return timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  // Daemons: closing the last window ends the program even if a kernel ignores its token.
  private static ThreadFactory named(String prefix) {
    return Thread.ofPlatform().name(prefix, 1).daemon().factory();
  }
}
