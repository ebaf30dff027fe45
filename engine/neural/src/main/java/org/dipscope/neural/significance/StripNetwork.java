package org.dipscope.neural.significance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dipscope.core.analysis.StripEstimators;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.neural.training.ArrayFile;

/** The network that ships, loaded for every choice of widths of a strip. For one user at a time. */
public final class StripNetwork implements StripEstimators, AutoCloseable {
  private final Map<SignalWidths, Opened> opened = new HashMap<>();
  private final Map<SignalWidths, NetworkEstimator> others = new ConcurrentHashMap<>();
  private final ArrayFile content = Networks.usual();

  /** Loads it, which takes seconds the first time. */
  public StripNetwork() {
    for (boolean many : List.of(false, true)) {
      for (boolean deficit : List.of(false, true)) {
        SignalWidths widths = StripEstimators.widths(many, deficit);
        NetworkEstimator estimator = new NetworkEstimator(content, widths);
        opened.put(widths, new Opened(estimator, estimator.worker()));
      }
    }
  }

  /** A network that is opened once, not by every thread that asks. */
  private record Opened(NetworkEstimator estimator, Worker worker)
      implements SignificanceEstimator {
    @Override
    public String id() {
      return estimator.id();
    }

    @Override
    public String definition() {
      return estimator.definition();
    }
  }

  /** For any widths and any thread; every worker opens a network of its own. */
  public SignificanceEstimator any(SignalWidths widths) {
    return others.computeIfAbsent(widths, wanted -> new NetworkEstimator(content, wanted));
  }

  @Override
  public SignificanceEstimator network(SignalWidths widths) {
    return Objects.requireNonNull(opened.get(widths));
  }

  @Override
  public void close() {
    others.values().forEach(NetworkEstimator::close);
    opened.values().forEach(one -> one.estimator().close());
  }
}
