package org.dipscope.app.support;

/** Runs an action once, soon, on the thread that owns the views. */
@FunctionalInterface
public interface Pulse {

  /** Asks for {@code drain} to be run on the thread that owns the views; returns at once. */
  void request(Runnable drain);
}
