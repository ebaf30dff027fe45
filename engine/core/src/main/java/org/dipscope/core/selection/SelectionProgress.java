package org.dipscope.core.selection;

/** Hears how far a selection is; called by several threads. */
@FunctionalInterface
public interface SelectionProgress {
  /** Hears nothing. */
  SelectionProgress NONE = (step, done, events) -> {};

  /** What is done with the events. */
  enum Step {
    /** Events are counted by category. */
    CATEGORIES,
    /** Histograms are filled. */
    HISTOGRAMS
  }

  /**
   * Some more events are done.
   *
   * @param done events done in this step
   * @param events how many there are, or −1 if that is not known yet
   */
  void at(Step step, long done, long events);
}
