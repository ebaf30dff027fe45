package org.dipscope.app.histogram;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.neural.significance.NetworkEstimator;
import org.dipscope.neural.significance.Networks;
import org.dipscope.neural.training.ArrayFile;

/**
 * The network that ships, loaded for every choice of widths of a strip, which one kernel at a time
 * uses.
 */
final class StripNetwork implements AutoCloseable {
  private final Map<SignalWidths, NetworkEstimator> estimators = new HashMap<>();
  private final Map<SignalWidths, SignificanceEstimator.Worker> workers = new HashMap<>();
  private final Map<SignalWidths, NetworkEstimator> others = new ConcurrentHashMap<>();
  private final ArrayFile content;

  /** Loads it, which takes seconds the first time. */
  StripNetwork() {
    content = Networks.usual();
    for (boolean many : new boolean[] {false, true}) {
      for (boolean deficit : new boolean[] {false, true}) {
        SignalWidths widths = StripDefinition.widths(many, deficit);
        NetworkEstimator estimator = new NetworkEstimator(content, widths);
        estimators.put(widths, estimator);
        workers.put(widths, estimator.worker());
      }
    }
  }

  SignificanceEstimator estimator(SignalWidths widths) {
    return Objects.requireNonNull(estimators.get(widths));
  }

  SignificanceEstimator.Worker worker(SignalWidths widths) {
    return Objects.requireNonNull(workers.get(widths));
  }

  /** For other widths and for any thread, each with its own copy. */
  SignificanceEstimator any(SignalWidths widths) {
    return others.computeIfAbsent(widths, wanted -> new NetworkEstimator(content, wanted));
  }

  @Override
  public void close() {
    others.values().forEach(NetworkEstimator::close);
    estimators.values().forEach(NetworkEstimator::close);
  }
}
