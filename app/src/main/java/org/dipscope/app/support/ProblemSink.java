package org.dipscope.app.support;

/** Where failures of background work are shown; always called on the thread that owns the views. */
@FunctionalInterface
public interface ProblemSink {

  /**
   * Shows that a piece of work failed.
   *
   * @param origin the name of the quantity or job, as the user knows it
   * @param failure what went wrong
   */
  void report(String origin, Throwable failure);
}
