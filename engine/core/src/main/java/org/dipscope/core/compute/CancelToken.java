package org.dipscope.core.compute;

import java.util.concurrent.CancellationException;

/** A one-way switch by which the owner of a computation asks it to stop. Thread-safe. */
public final class CancelToken {
  private volatile boolean cancelled;

  /** Asks the computation to stop at its next check. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether the computation should stop. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Stops the computation if asked to.
   *
   * @throws CancellationException if {@link #cancel()} was called
   */
  public void throwIfCancelled() {
    if (cancelled) {
      throw new CancellationException();
    }
  }
}
