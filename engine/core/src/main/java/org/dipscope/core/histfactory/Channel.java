package org.dipscope.core.histfactory;

import java.util.List;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A region in which events are counted in bins.
 *
 * @param name unique in the workspace
 * @param samples what is expected, at least one, all with as many bins
 * @param observed the counts, not negative; none at all if nothing was observed yet
 * @param axis what the bins mean, if known
 */
public record Channel(
    String name, List<Sample> samples, Values observed, @Nullable ChannelAxis axis) {
  /** Takes the samples as they are now. */
  public Channel {
    samples = List.copyOf(samples);
  }

  /** The number of bins. */
  public int bins() {
    return samples.getFirst().nominal().size();
  }
}
