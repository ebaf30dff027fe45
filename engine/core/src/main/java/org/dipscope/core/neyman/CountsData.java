package org.dipscope.core.neyman;

import java.util.List;
import org.dipscope.core.histogram.Values;

/** Counts that only follow the strength. */
final class CountsData implements StudiedData {
  private final StrengthModel model;
  private final StrengthLikelihood likelihood;
  private final TestStatistic statistic;
  private final Values counts;
  private final double maximum;
  private final double best;
  private final double reference;

  /** Takes a likelihood for itself. */
  CountsData(
      StrengthModel model, StrengthLikelihood likelihood, TestStatistic statistic, double[] data) {
    this.model = model;
    this.likelihood = likelihood;
    this.statistic = statistic;
    counts = Values.of(data);
    likelihood.load(data);
    maximum = likelihood.maximum();
    best = likelihood.bestStrength();
    double[] references = new double[1];
    ToyExperiments.references(likelihood, List.of(statistic), references);
    reference = references[0];
  }

  @Override
  public Values statistic(Values strengths) {
    return strengths.map(
        mu -> ToyExperiments.statistic(statistic, reference, likelihood.logLikelihood(mu)));
  }

  @Override
  public Values twiceDeltaNll(Values strengths) {
    return strengths.map(mu -> Math.max(0, 2 * (maximum - likelihood.logLikelihood(mu))));
  }

  @Override
  public double bestStrength() {
    return best;
  }

  @Override
  public Values counts() {
    return counts;
  }

  @Override
  public Values expected(double strength) {
    return Values.of(model.rates(strength));
  }

  @Override
  public List<Nuisance> nuisances() {
    return List.of();
  }
}
