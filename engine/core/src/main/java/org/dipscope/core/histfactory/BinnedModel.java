package org.dipscope.core.histfactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.histogram.Values;

/**
 * A binned model ready to be fitted. Immutable; every fit takes a {@link #likelihood} of its own.
 * Points are internal coordinates, one per parameter (see {@link FitParameter}).
 */
public final class BinnedModel implements Experiment {
  /** Beyond this a Poisson distribution is drawn as a Gaussian one. */
  private static final double LARGEST_POISSON = 1e9;

  private final List<FitParameter> parameters;
  private final List<Constraint> constraints;
  private final int poi;
  private final CompiledChannel[] channels;
  private final BinnedData observed;
  private final int[] eliminationOrder;
  private final List<String> warnings;

  BinnedModel(
      List<FitParameter> parameters,
      List<Constraint> constraints,
      int poi,
      CompiledChannel[] channels,
      double[] counts,
      List<String> warnings) {
    this.parameters = List.copyOf(parameters);
    this.constraints = List.copyOf(constraints);
    this.poi = poi;
    this.channels = channels;
    this.warnings = List.copyOf(warnings);
    double[] auxiliary = constraints.stream().mapToDouble(Constraint::nominal).toArray();
    observed = new BinnedData(counts, auxiliary);
    eliminationOrder = order();
  }

  /** Parameters of a single bin first, then all others. */
  private int[] order() {
    int[] uses = new int[parameters.size()];
    boolean[] isGlobal = new boolean[parameters.size()];
    List<Integer> order = new ArrayList<>();
    for (CompiledChannel channel : channels) {
      for (int global : channel.globals()) {
        isGlobal[global] = true;
      }
      for (int[] bin : channel.locals()) {
        for (int local : bin) {
          uses[local]++;
        }
      }
    }
    for (CompiledChannel channel : channels) {
      for (int[] bin : channel.locals()) {
        for (int local : bin) {
          if (uses[local] == 1 && !isGlobal[local]) {
            order.add(local);
          }
        }
      }
    }
    for (int k = 0; k < uses.length; k++) {
      if (uses[k] != 1 || isGlobal[k]) {
        order.add(k);
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The parameters in the order in which the workspace names them. */
  @Override
  public List<FitParameter> parameters() {
    return parameters;
  }

  @Override
  public int poi() {
    return poi;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  /** What was observed, with the nominal auxiliary measurements. */
  public BinnedData data() {
    return observed;
  }

  /** The number of bins of all channels. */
  public int binCount() {
    return observed.counts().length;
  }

  /** The likelihood of some data. */
  public BinnedLikelihood likelihood(BinnedData data) {
    return new BinnedLikelihood(this, data);
  }

  @Override
  public FitProblem observed() {
    return problem(observed);
  }

  @Override
  public FitProblem asimov(double[] x) {
    return problem(expected(x));
  }

  @Override
  public FitProblem toy(double[] x, UniformRandomProvider random) {
    BinnedData expected = expected(x);
    for (int i = 0; i < expected.counts().length; i++) {
      expected.counts()[i] = poisson(expected.counts()[i], random);
    }
    for (int k = 0; k < x.length; k++) {
      Constraint constraint = constraints.get(k);
      expected.auxiliary()[k] =
          switch (constraint.kind()) {
            case NONE -> 0;
            case GAUSSIAN -> x[k] + constraint.scale() * gaussian(random);
            case POISSON -> poisson(constraint.scale() * x[k], random);
          };
    }
    return problem(expected);
  }

  private static double poisson(double mean, UniformRandomProvider random) {
    if (mean > LARGEST_POISSON) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * gaussian(random)));
    }
    return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
  }

  private static double gaussian(UniformRandomProvider random) {
    return ZigguratSampler.NormalizedGaussian.of(random).sample();
  }

  @Override
  public BinnedModel with(List<FitParameter> newParameters, int newPoi) {
    return new BinnedModel(
        newParameters, constraints, newPoi, channels, observed.counts(), warnings);
  }

  /** Some data to be fitted. */
  public FitProblem problem(BinnedData data) {
    return new FitProblem(likelihood(data), parameters, poi);
  }

  /** The expected events in all bins of all channels. */
  public double[] rates(double[] x) {
    double[] rate = new double[binCount()];
    for (CompiledChannel channel : channels) {
      for (CompiledSample sample : channel.samples()) {
        new SampleRates(channel, sample).addTo(rate, x);
      }
    }
    return rate;
  }

  /** The expected events of one sample, by the positions of channel and sample. */
  public Values rates(int channel, int sample, double[] x) {
    CompiledChannel c = channels[channel];
    SampleRates rates = new SampleRates(c, c.samples()[sample]);
    rates.addTo(new double[binCount()], x);
    double[] copy = new double[c.bins()];
    rates.copyTo(copy);
    return Values.of(copy);
  }

  /**
   * What is expected at a point: Asimov data (G. Cowan et al., Eur. Phys. J. C 71 (2011) 1554,
   * section 3.2). Totals below 0 count as 0.
   */
  public BinnedData expected(double[] x) {
    double[] counts = rates(x);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Math.max(0, counts[i]);
    }
    double[] auxiliary = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      auxiliary[k] = constraints.get(k).expected(x[k]);
    }
    return new BinnedData(counts, auxiliary);
  }

  /**
   * Names the first bin whose total cannot explain its data: not positive where events were
   * counted, or negative.
   */
  public Optional<String> unphysicalBin(double[] x, BinnedData data) {
    double[] rate = rates(x);
    for (CompiledChannel channel : channels) {
      for (int i = 0; i < channel.bins(); i++) {
        double nu = rate[channel.offset() + i];
        double n = data.counts()[channel.offset() + i];
        if (!PoissonTerm.isPhysical(nu, n)) {
          return Optional.of(
              "bin %d of channel %s has the total %s with %s counted, at %s"
                  .formatted(i + 1, channel.name(), nu, n, influences(channel, x)));
        }
      }
    }
    return Optional.empty();
  }

  /** The values of the parameters that act on all bins of a channel. */
  private String influences(CompiledChannel channel, double[] x) {
    List<String> values = new ArrayList<>();
    for (int k : channel.globals()) {
      if (values.size() < 8) {
        values.add(parameters.get(k).name() + " = " + parameters.get(k).external(x[k]));
      }
    }
    return values.isEmpty() ? "any parameters" : String.join(", ", values);
  }

  CompiledChannel[] channels() {
    return channels;
  }

  List<Constraint> constraints() {
    return constraints;
  }

  int[] eliminationOrder() {
    return eliminationOrder.clone();
  }
}
