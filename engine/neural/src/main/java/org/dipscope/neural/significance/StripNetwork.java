package org.dipscope.neural.significance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dipscope.core.analysis.StripEstimators;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.neural.training.ArrayFile;

/** The network that ships, loaded for every choice of widths of a strip. For one user at a time. */
public final class StripNetwork implements StripEstimators, AutoCloseable {
  private final Map<SignalWidths, Opened> opened = new HashMap<>();

  /** Loads it, which takes seconds the first time. */
  public StripNetwork() {
    ArrayFile content = Networks.usual();
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

  /** The network for some of these widths; every worker of it opens one of its own. */
  public NetworkEstimator estimator(SignalWidths widths) {
    return Objects.requireNonNull(opened.get(widths)).estimator();
  }

  @Override
  public SignificanceEstimator network(SignalWidths widths) {
    return Objects.requireNonNull(opened.get(widths));
  }

  @Override
  public void close() {
    opened.values().forEach(one -> one.estimator().close());
  }
}
