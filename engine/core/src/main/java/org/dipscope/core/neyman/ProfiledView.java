package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.histfactory.BinnedData;
import org.dipscope.core.histfactory.BinnedLikelihood;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** A data set of a model with nuisance parameters. */
final class ProfiledView implements StudiedData {
  private final Experiment experiment;
  private final FitProblem problem;
  private final TestStatistic statistic;
  private final ProfiledData data;
  private final ProfiledData focused;

  /**
   * A view.
   *
   * @param data the profiled likelihood
   * @param focused the same with its average over the focus of the statistic, if that has one
   */
  ProfiledView(
      Experiment experiment,
      FitProblem problem,
      TestStatistic statistic,
      ProfiledData data,
      ProfiledData focused) {
    this.experiment = experiment;
    this.problem = problem;
    this.statistic = statistic;
    this.data = data;
    this.focused = focused;
  }

  @Override
  public Values statistic(Values strengths) {
    Values logLikelihood = strengths.map(focused::logLikelihood);
    double reference = focused.reference();
    return logLikelihood.map(value -> ToyExperiments.statistic(statistic, reference, value));
  }

  @Override
  public Values twiceDeltaNll(Values strengths) {
    Values twiceNll = strengths.map(mu -> data.at(mu).twiceNll());
    double lowest = Math.min(data.best().twiceNll(), least(twiceNll));
    return twiceNll.map(value -> value - lowest);
  }

  private static double least(Values values) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < values.size(); i++) {
      least = Math.min(least, values.get(i));
    }
    return least;
  }

  @Override
  public double bestStrength() {
    return data.bestStrength();
  }

  private @Nullable BinnedData binned() {
    return problem.objective() instanceof BinnedLikelihood likelihood ? likelihood.data() : null;
  }

  @Override
  public Values counts() {
    BinnedData binned = binned();
    return binned == null ? Values.EMPTY : Values.of(binned.counts());
  }

  @Override
  public Values expected(double strength) {
    return experiment instanceof BinnedModel model
        ? Values.of(model.rates(data.at(strength).x()))
        : Values.EMPTY;
  }

  @Override
  public List<Nuisance> nuisances() {
    FitPoint best = data.best();
    BinnedData binned = binned();
    List<Nuisance> nuisances = new ArrayList<>();
    for (int k = 0; k < problem.size(); k++) {
      FitParameter p = problem.parameters().get(k);
      if (k != problem.poi() && !p.fixed()) {
        @Nullable Double measured =
            p.prior() == null || binned == null ? null : binned.auxiliary()[k];
        nuisances.add(new Nuisance(p.name(), measured, p.external(best.x()[k])));
      }
    }
    return nuisances;
  }
}
