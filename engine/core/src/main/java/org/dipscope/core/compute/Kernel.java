package org.dipscope.core.compute;

/**
 * A pure computation from one immutable value to another, such as a spectrum from slider positions.
 *
 * @param <I> the immutable input
 * @param <O> the immutable output
 */
@FunctionalInterface
public interface Kernel<I, O> {

  /**
   * Computes the output.
   *
   * @throws java.util.concurrent.CancellationException if the token was cancelled meanwhile
   */
  O compute(I input, CancelToken token);
}
