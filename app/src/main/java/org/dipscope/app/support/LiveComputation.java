package org.dipscope.app.support;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.dipscope.core.compute.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * Makes the live quantities of the workbench: what follows the sliders. Holds what they share; each
 * {@link LiveQuantity} schedules itself.
 *
 * @param worker where kernels run
 * @param viewThread the way back to the views
 * @param restTimer measures how long an input has been at rest
 * @param nanoClock a monotone clock in nanoseconds
 */
public record LiveComputation(
    Executor worker, ViewThread viewThread, RestTimer restTimer, LongSupplier nanoClock) {

  /** A kernel slower than this (median) is replaced by its preview while inputs keep coming. */
  static final double PREVIEW_ABOVE_MILLIS = 60;

  /** An input that did not change for this long is at rest. */
  static final Duration REST = Duration.ofMillis(150);

  /** A quantity that always computes at full quality. */
  public <I, O> LiveQuantity<I, O> quantity(
      String name, Kernel<I, O> kernel, Consumer<Shown<O>> view) {
    return new LiveQuantity<>(this, name, kernel, null, view);
  }

  /**
   * A quantity with a coarse kernel to fall back on when the full one is too slow to follow.
   *
   * @param preview computes the same on a coarser grid, or null if there is none
   */
  public <I, O> LiveQuantity<I, O> quantity(
      String name, Kernel<I, O> kernel, @Nullable Kernel<I, O> preview, Consumer<Shown<O>> view) {
    return new LiveQuantity<>(this, name, kernel, preview, view);
  }
}
