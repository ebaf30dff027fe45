package org.dipscope.neural.significance;

/** Watches a training; called by its thread. */
public interface TrainingListener {
  /** How a stretch of steps went. */
  void progress(TrainingProgress progress);

  /** How well it does on histograms that it never learns from. */
  default void validated(long step, java.util.List<Performance> results) {}
}
