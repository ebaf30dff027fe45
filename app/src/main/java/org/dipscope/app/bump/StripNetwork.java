package org.dipscope.app.bump;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.histogram.Values;
import org.dipscope.neural.significance.NetworkEstimator;
import org.dipscope.neural.significance.Networks;
import org.dipscope.neural.training.ArrayFile;

/**
 * The network that ships, loaded for every choice of widths. Its workers are used by one kernel at
 * a time.
 */
public final class StripNetwork implements AutoCloseable {
  private final Map<SignalWidths, NetworkEstimator> estimators = new HashMap<>();
  private final Map<SignalWidths, SignificanceEstimator.Worker> workers = new HashMap<>();

  /** Loads it, which takes seconds the first time. */
  public StripNetwork() {
    ArrayFile content = Networks.usual();
    for (boolean many : new boolean[] {false, true}) {
      for (boolean deficit : new boolean[] {false, true}) {
        SignalWidths widths = widths(many, deficit);
        NetworkEstimator estimator = new NetworkEstimator(content, widths);
        estimators.put(widths, estimator);
        workers.put(widths, estimator.worker());
      }
    }
  }

  /**
   * The widths that are looked for.
   *
   * @param many one to four bins, or else one
   */
  public static SignalWidths widths(boolean many, boolean deficit) {
    return new SignalWidths(many ? Values.of(1, 2, 3, 4) : Values.of(1), true, deficit);
  }

  /** The network for some of these widths; every thread opens its own. */
  public SignificanceEstimator estimator(SignalWidths widths) {
    return Objects.requireNonNull(estimators.get(widths));
  }

  /** The network for some of these widths, already open. */
  public SignificanceEstimator.Worker worker(SignalWidths widths) {
    return Objects.requireNonNull(workers.get(widths));
  }

  @Override
  public void close() {
    estimators.values().forEach(NetworkEstimator::close);
  }
}
