package org.dipscope.core.histfactory;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;
import org.dipscope.core.fit.Objective;

/**
 * &lambda; of a binned model for some data, with exact gradient and Hessian (the sum over bins of
 * the chain rule, no finite differences). Evaluations allocate nothing.
 */
public final class BinnedLikelihood implements Objective {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final BinnedModel model;
  private final BinnedData data;
  private final CompiledChannel[] channels;
  private final SampleRates[][] samples;
  private final ChannelSlopes[] slopes;
  private final Constraint[] constraints;
  private final double[] counts;
  private final double[] auxiliary;
  private final double[] rate;
  private final double[] weight;
  private final double[] curvature;
  private final LowerTriangle triangle;

  BinnedLikelihood(BinnedModel model, BinnedData data) {
    this.model = model;
    this.data = data;
    channels = model.channels();
    samples = new SampleRates[channels.length][];
    slopes = new ChannelSlopes[channels.length];
    for (int c = 0; c < channels.length; c++) {
      CompiledChannel channel = channels[c];
      slopes[c] = new ChannelSlopes(channel);
      samples[c] =
          Arrays.stream(channel.samples())
              .map(sample -> new SampleRates(channel, sample))
              .toArray(SampleRates[]::new);
    }
    constraints = model.constraints().toArray(Constraint[]::new);
    counts = data.counts();
    auxiliary = data.auxiliary();
    rate = new double[counts.length];
    weight = new double[counts.length];
    curvature = new double[counts.length];
    triangle = new LowerTriangle(constraints.length);
  }

  @Override
  public int size() {
    return constraints.length;
  }

  /** The outcome whose likelihood this is. */
  public BinnedData data() {
    return data;
  }

  @Override
  public double value(double[] x) {
    computeRates(x);
    double sum = 0;
    for (int i = 0; i < rate.length; i++) {
      sum += PoissonTerm.value(rate[i], counts[i]);
    }
    for (int k = 0; k < constraints.length; k++) {
      sum += constraints[k].value(x[k], auxiliary[k]);
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  @Override
  public double evaluate(double[] x, double[] gradient, double[] hessian) {
    double value = value(x);
    triangle.reset(gradient, hessian);
    for (int i = 0; i < rate.length; i++) {
      weight[i] = PoissonTerm.slope(rate[i], counts[i]);
      curvature[i] = PoissonTerm.curvature(rate[i], counts[i]);
    }
    for (int c = 0; c < channels.length; c++) {
      slopes[c].clear();
      for (SampleRates sample : samples[c]) {
        sample.derivatives(x, weight, slopes[c], triangle);
      }
      slopes[c].addSquares(curvature, triangle);
    }
    for (int k = 0; k < constraints.length; k++) {
      if (constraints[k].isPresent()) {
        triangle.addGradient(k, constraints[k].slope(x[k], auxiliary[k]));
        triangle.add(k, k, constraints[k].curvature(x[k], auxiliary[k]));
      }
    }
    triangle.mirror();
    return value;
  }

  private void computeRates(double[] x) {
    Arrays.fill(rate, 0);
    for (SampleRates[] channel : samples) {
      for (SampleRates sample : channel) {
        sample.addTo(rate, x);
      }
    }
  }

  @Override
  public int[] eliminationOrder() {
    return model.eliminationOrder();
  }

  @Override
  public BinnedLikelihood withShiftedObservation(int parameter, double widths) {
    Constraint constraint = constraints[parameter];
    double[] shifted = auxiliary.clone();
    if (constraint.isPresent()) {
      double measured = auxiliary[parameter] + widths * constraint.spread();
      shifted[parameter] =
          constraint.kind() == Constraint.Kind.POISSON ? Math.max(0, measured) : measured;
    }
    return model.likelihood(new BinnedData(counts, shifted));
  }

  @Override
  public Optional<String> diagnosis(double[] x) {
    return model.unphysicalBin(x, data);
  }

  /**
   * &minus;2 ln L of the saturated model with all factorials and normalisations of the
   * distributions: what to add to &lambda; for the absolute &minus;2 ln L of pyhf.
   */
  public double saturatedTwiceNll() {
    double sum = 0;
    for (double n : counts) {
      sum += saturated(n);
    }
    for (int k = 0; k < constraints.length; k++) {
      sum +=
          switch (constraints[k].kind()) {
            case NONE -> 0;
            case GAUSSIAN -> LOG_TWO_PI + 2 * Math.log(constraints[k].scale());
            case POISSON -> saturated(auxiliary[k]);
          };
    }
    return sum;
  }

  private static double saturated(double n) {
    return n > 0 ? 2 * (n - n * Math.log(n) + LogGamma.value(n + 1)) : 0;
  }
}
