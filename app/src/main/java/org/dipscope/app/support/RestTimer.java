package org.dipscope.app.support;

import java.time.Duration;

/** Runs an action later; how {@link LiveQuantity} notices that an input has come to rest. */
@FunctionalInterface
public interface RestTimer {

  /** Runs {@code action} after {@code delay} unless the returned handle is closed before. */
  Handle after(Duration delay, Runnable action);

  /** Stops the wait; harmless afterwards. */
  @FunctionalInterface
  interface Handle extends AutoCloseable {
    @Override
    void close();
  }
}
