package org.dipscope.app.support;

import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * One quantity that follows its inputs on the screen. It has one running and one waiting slot: a
 * new input replaces the waiting one and leaves the running kernel alone, because a kernel slower
 * than the hand would otherwise never finish during a drag. Values appear in the order of their
 * inputs and the value of the last input always appears.
 *
 * <p>If the full kernel is slower than {@value LiveComputation#PREVIEW_ABOVE_MILLIS} ms (median)
 * and there is a preview kernel, inputs are answered with labelled previews, and the full value
 * follows when the input rests. That refinement is the only kernel that a newer input of the same
 * quantity cancels: the previews keep the picture moving.
 *
 * @param <I> the immutable input
 * @param <O> the immutable value
 */
public final class LiveQuantity<I, O> implements AutoCloseable {
  private static final int TIMING_WINDOW = 5;

  private final LiveComputation shared;
  private final String name;
  private final Kernel<I, O> kernel;
  private final @Nullable Kernel<I, O> previewKernel;
  private final Mailbox<Outcome<O>> mailbox;

  private final Object lock = new Object();
  private final MovingMedian fullMillis = new MovingMedian(TIMING_WINDOW);
  private long generation;
  private long validFrom;
  private @Nullable Request<I> waiting;
  private @Nullable Request<I> toRefine;
  private @Nullable Run<I> running;
  private RestTimer.@Nullable Handle restHandle;
  private boolean busy;
  private boolean visible = true;
  private boolean closed;

  LiveQuantity(
      LiveComputation shared,
      String name,
      Kernel<I, O> kernel,
      @Nullable Kernel<I, O> previewKernel,
      Consumer<Shown<O>> view) {
    this.shared = shared;
    this.name = name;
    this.kernel = kernel;
    this.previewKernel = previewKernel;
    mailbox = shared.viewThread().mailbox(name, outcome -> show(outcome, view));
  }

  /** Asks for the value of {@code input}; any thread. */
  public void submit(I input) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      generation++;
      waiting = new Request<>(input, generation, false);
      toRefine = null;
      stopRestTimer();
      if (running != null && running.request.refinement) {
        running.token.cancel();
      }
      startIfIdle();
    }
  }

  /** Says that the input will not move for now, such as when the mouse button is released. */
  public void settle() {
    synchronized (lock) {
      stopRestTimer();
      refine();
    }
  }

  /**
   * Drops everything asked for so far, cancels what runs and forgets the timings: for changed data
   * or a changed grid, or when the user cancels. What is on the screen stays until the next input.
   */
  public void cancel() {
    synchronized (lock) {
      validFrom = generation + 1;
      fullMillis.clear();
      drop();
    }
  }

  /** Nothing is computed for, or published to, a hidden view; it catches up when shown again. */
  public void setVisible(boolean visible) {
    synchronized (lock) {
      this.visible = visible;
      startIfIdle();
    }
    mailbox.setHeld(!visible);
  }

  /** The median duration of the full kernel over the last few runs, in milliseconds. */
  public double medianMillis() {
    synchronized (lock) {
      return fullMillis.value();
    }
  }

  /** Whether nothing runs, waits or is still to be refined. */
  public boolean isSettled() {
    synchronized (lock) {
      return !busy && waiting == null && toRefine == null;
    }
  }

  /** Cancels what runs; nothing is published afterwards. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      drop();
    }
    mailbox.close();
  }

  private void drop() {
    waiting = null;
    toRefine = null;
    stopRestTimer();
    if (running != null) {
      running.token.cancel();
    }
  }

  private void stopRestTimer() {
    if (restHandle != null) {
      restHandle.close();
      restHandle = null;
    }
  }

  private void refine() {
    Request<I> last = toRefine;
    if (last != null && waiting == null) {
      waiting = new Request<>(last.input, last.generation, true);
      toRefine = null;
      startIfIdle();
    }
  }

  private void startIfIdle() {
    if (busy || waiting == null || !visible || closed) {
      return;
    }
    busy = true;
    try {
      shared.worker().execute(this::runWaiting);
    } catch (RejectedExecutionException workersAreGone) {
      busy = false;
      waiting = null;
    }
  }

  private void runWaiting() {
    Run<I> run = begin();
    if (run != null) {
      try {
        compute(run);
      } finally {
        end(run);
      }
    }
  }

  private @Nullable Run<I> begin() {
    synchronized (lock) {
      Request<I> request = waiting;
      if (request == null || closed) {
        busy = false;
        return null;
      }
      waiting = null;
      boolean slow = fullMillis.value() > LiveComputation.PREVIEW_ABOVE_MILLIS;
      boolean preview = slow && previewKernel != null && !request.refinement;
      running = new Run<>(request, preview, new CancelToken());
      return running;
    }
  }

  // A task boundary: whatever a kernel throws becomes a message and the next input works again.
  private void compute(Run<I> run) {
    Kernel<I, O> chosen = run.preview && previewKernel != null ? previewKernel : kernel;
    long start = shared.nanoClock().getAsLong();
    try {
      O value = chosen.compute(run.request.input, run.token);
      double millis = (shared.nanoClock().getAsLong() - start) * 1e-6;
      if (!run.preview) {
        noteFullDuration(millis);
      }
      publish(run, new Value<>(new Shown<>(value, run.preview, run.request.generation, millis)));
    } catch (CancellationException stopped) {
      // Asked for: somebody changed the data, closed the view or moved on from a refinement.
    } catch (RuntimeException | Error failure) {
      publish(run, new Failure<>(failure, run.request.generation));
    }
  }

  private void noteFullDuration(double millis) {
    synchronized (lock) {
      fullMillis.add(millis);
    }
  }

  private void publish(Run<I> run, Outcome<O> outcome) {
    if (!run.token.isCancelled()) {
      mailbox.offer(outcome);
    }
  }

  private void end(Run<I> run) {
    synchronized (lock) {
      running = null;
      busy = false;
      if (run.preview && waiting == null && !run.token.isCancelled()) {
        toRefine = run.request;
        restHandle = shared.restTimer().after(LiveComputation.REST, this::settle);
      }
      startIfIdle();
    }
  }

  private void show(Outcome<O> outcome, Consumer<Shown<O>> view) {
    synchronized (lock) {
      if (outcome.generation() < validFrom) {
        return;
      }
    }
    switch (outcome) {
      case Value<O>(Shown<O> shown) -> view.accept(shown);
      case Failure<O>(Throwable cause, long ignored) -> shared.viewThread().report(name, cause);
    }
  }

  private record Request<I>(I input, long generation, boolean refinement) {}

  private record Run<I>(Request<I> request, boolean preview, CancelToken token) {}

  private sealed interface Outcome<O> {
    long generation();
  }

  private record Value<O>(Shown<O> shown) implements Outcome<O> {
    @Override
    public long generation() {
      return shown.generation();
    }
  }

  private record Failure<O>(Throwable cause, long generation) implements Outcome<O> {}
}
