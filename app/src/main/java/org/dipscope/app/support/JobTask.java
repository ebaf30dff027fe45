package org.dipscope.app.support;

/**
 * A long computation.
 *
 * @param <R> the immutable result
 */
@FunctionalInterface
public interface JobTask<R> {

  /**
   * Computes the result, telling its progress and stopping when the user cancels.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws Exception if it fails; shown to the user
   */
  R run(JobProgress progress) throws Exception;
}
