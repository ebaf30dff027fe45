package org.dipscope.core.neyman;

import java.util.function.Supplier;

/**
 * Is told how far a long computation is, and may look at what it has found so far: that is all that
 * is left of a computation that is cancelled. Called by any thread, by one at a time.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface StudyProgress<R> {

  /**
   * Some more is done.
   *
   * @param share the part done, between 0 and 1
   * @param soFar makes a copy of what has been found
   */
  void at(double share, Supplier<R> soFar);
}
