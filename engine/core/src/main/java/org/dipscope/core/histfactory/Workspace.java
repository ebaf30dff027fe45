package org.dipscope.core.histfactory;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Channels with what was observed in them, and one or more ways to look at the same model.
 *
 * @param file what stands for it in messages
 * @param channels at least one
 * @param measurements the first is the default; may be empty
 */
public record Workspace(String file, List<Channel> channels, List<Measurement> measurements) {
  /** Takes the lists as they are now. */
  public Workspace {
    channels = List.copyOf(channels);
    measurements = List.copyOf(measurements);
  }

  /** Whether all channels have observed counts. */
  public boolean isObserved() {
    return channels.stream().noneMatch(channel -> channel.observed().isEmpty());
  }

  /** The observed counts of all channels, one channel after the other. */
  public Values observed() {
    return Values.of(
        channels.stream().flatMapToDouble(c -> Arrays.stream(c.observed().toArray())).toArray());
  }

  /**
   * A measurement by its name.
   *
   * @param name null for the first
   * @throws ProblemException if there is none of this name
   */
  public Measurement measurement(@Nullable String name) {
    if (name == null) {
      return measurements.isEmpty() ? new Measurement("", "", List.of()) : measurements.getFirst();
    }
    return measurements.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.usage(
                        file + " has no measurement " + name + ".",
                        measurements.isEmpty()
                            ? "It has none at all; leave the name out."
                            : "Measurements there: "
                                + String.join(
                                    ", ", measurements.stream().map(Measurement::name).toList())
                                + ".")));
  }

  /**
   * The likelihood that a measurement describes.
   *
   * @param measurement null for the first
   * @param interpolation between the templates of systematic variations
   * @throws ProblemException if there is no such measurement, or its settings do not fit the
   *     channels
   */
  public BinnedModel model(@Nullable String measurement, Interpolation interpolation) {
    return new ModelBuilder(this, measurement(measurement), interpolation).build();
  }
}
