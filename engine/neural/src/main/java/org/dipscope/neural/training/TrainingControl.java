package org.dipscope.neural.training;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a user asks of a training that runs: pause, go on, stop and keep. Thread-safe. */
public final class TrainingControl {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean isPaused;
  private boolean isStopping;

  /** Lets the training rest before its next batch, or go on. */
  public void setPaused(boolean paused) {
    lock.lock();
    try {
      isPaused = paused;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the training before its next batch; what it has learnt is kept. */
  public void stop() {
    lock.lock();
    try {
      isStopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits while paused.
   *
   * @return whether to go on
   */
  public boolean goesOn() {
    lock.lock();
    try {
      while (isPaused && !isStopping) {
        changed.awaitUninterruptibly();
      }
      return !isStopping;
    } finally {
      lock.unlock();
    }
  }
}
