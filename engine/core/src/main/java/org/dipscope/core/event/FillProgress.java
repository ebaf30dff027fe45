package org.dipscope.core.event;

import java.util.List;
import java.util.function.Supplier;

/** Hears how far the filling of histograms has come; called by one thread at a time. */
@FunctionalInterface
public interface FillProgress {

  /** Hears nothing. */
  FillProgress NONE = (done, rows, soFar) -> {};

  /**
   * Called after every chunk of events.
   *
   * @param done events filled, all from the start of the table
   * @param rows events in the table, or −1 if that is not known
   * @param soFar the histograms of these events; to be asked for during the call only
   */
  void filled(long done, long rows, Supplier<List<FilledHistogram>> soFar);
}
