package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.histogram.Values;

/**
 * What a model expects in the bins of one channel at one point.
 *
 * @param channel its samples and what was observed
 * @param samples the events of each sample, of any sign, in the order of the channel
 * @param total their sum
 * @param errors of the sum; empty if they are not known
 */
public record ChannelRates(Channel channel, List<Values> samples, Values total, Values errors) {
  /** Takes the list as it is now. */
  public ChannelRates {
    samples = List.copyOf(samples);
  }

  /**
   * The rates at a point.
   *
   * @param workspace of the model
   * @param c the position of the channel
   * @param x internal coordinates
   * @param errors of all bins of all channels, see {@link RateErrors}; or empty
   */
  public static ChannelRates at(
      Workspace workspace, BinnedModel model, int c, double[] x, Values errors) {
    Channel channel = workspace.channels().get(c);
    int bins = channel.bins();
    int offset = model.channels()[c].offset();
    List<Values> samples = new ArrayList<>();
    double[] total = new double[bins];
    for (int s = 0; s < channel.samples().size(); s++) {
      Values rates = model.rates(c, s, x);
      samples.add(rates);
      for (int i = 0; i < bins; i++) {
        total[i] += rates.get(i);
      }
    }
    Values own =
        errors.isEmpty()
            ? Values.EMPTY
            : Values.of(Arrays.copyOfRange(errors.toArray(), offset, offset + bins));
    return new ChannelRates(channel, samples, Values.of(total), own);
  }
}
