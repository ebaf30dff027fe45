package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Simulated experiments of a model with nuisance parameters: these are held at their fit to the
 * observed data at the strength, counts and all auxiliary measurements are drawn, and everything is
 * fitted again.
 */
final class ProfiledToys implements ToySource {
  private static final int MOST_ATTEMPTS = 20;

  private final Experiment experiment;
  private final TestStatistic statistic;
  private final @Nullable FocusNodes nodes;
  private final @Nullable ProfiledData observed;
  private final AtomicInteger failures;
  private final CancelToken token;

  /** The points of all strengths from which experiments are looked at. */
  private double[][] hypotheses = new double[0][];

  /**
   * For one thread.
   *
   * @param isObserved whether nuisance parameters follow the observed data; they stay at their
   *     initial values otherwise
   * @param failures counts toys that could not be fitted and were drawn again
   */
  ProfiledToys(
      Experiment experiment,
      boolean isObserved,
      TestStatistic statistic,
      @Nullable FocusNodes nodes,
      AtomicInteger failures,
      CancelToken token) {
    this.experiment = experiment;
    this.statistic = statistic;
    this.nodes = nodes;
    this.failures = failures;
    this.token = token;
    observed = isObserved ? new ProfiledData(experiment.observed(), null, token) : null;
  }

  /** The hypothesis of a strength, in internal coordinates. */
  double[] truth(double strength) {
    if (observed != null) {
      return observed.at(strength).x();
    }
    double[] x = experiment.observed().start();
    x[experiment.poi()] = experiment.parameters().get(experiment.poi()).internal(strength);
    return x;
  }

  /** What is done with a fitted experiment. */
  interface Visitor {
    /** Takes one experiment. */
    void take(int toy, ProfiledData data);
  }

  /**
   * Simulates experiments at a strength.
   *
   * @throws ProblemException if one after the other cannot be fitted
   */
  void run(double strength, int toys, UniformRandomProvider random, Visitor visitor) {
    double[] truth = truth(strength);
    for (int toy = 0; toy < toys; toy++) {
      for (int attempt = 1; !isTaken(truth, random, toy, visitor, attempt); attempt++) {
        failures.incrementAndGet();
      }
    }
  }

  private boolean isTaken(
      double[] truth, UniformRandomProvider random, int toy, Visitor visitor, int attempt) {
    token.throwIfCancelled();
    try {
      visitor.take(toy, fitted(experiment.toy(truth, random), truth));
      return true;
    } catch (ProblemException e) {
      if (attempt == MOST_ATTEMPTS) {
        throw e;
      }
      return false;
    }
  }

  private ProfiledData fitted(FitProblem problem, double[] truth) {
    return new ProfiledData(startedAt(truth, problem), nodes, token);
  }

  private static FitProblem startedAt(double[] truth, FitProblem problem) {
    List<FitParameter> started = new ArrayList<>();
    for (int k = 0; k < truth.length; k++) {
      FitParameter p = problem.parameters().get(k);
      started.add(p.fixed() ? p : p.startedAt(p.external(truth[k])));
    }
    return new FitProblem(problem.objective(), started, problem.poi());
  }

  /** One experiment at a hypothesis, to be fitted from there. */
  FitProblem toy(double[] truth, UniformRandomProvider random) {
    return startedAt(truth, experiment.toy(truth, random));
  }

  /** What is expected at a strength, to be fitted from there. */
  FitProblem expectation(double strength) {
    double[] truth = truth(strength);
    return startedAt(truth, experiment.asimov(truth));
  }

  private double statistic(ProfiledData data, double strength) {
    double logLikelihood = data.logLikelihood(strength);
    return ToyExperiments.statistic(statistic, data.reference(), logLikelihood);
  }

  @Override
  public double[][] atTruth(double strength, int toys, UniformRandomProvider random) {
    double[][] values = new double[1][toys];
    run(strength, toys, random, (toy, data) -> values[0][toy] = statistic(data, strength));
    return values;
  }

  @Override
  public void reuse(
      double strength, int toys, Values others, UniformRandomProvider random, Reader reader) {
    if (hypotheses.length != others.size()) {
      hypotheses = new double[others.size()][];
      Arrays.setAll(hypotheses, k -> truth(others.get(k)));
    }
    double[] logDensity = new double[others.size()];
    double[][] values = new double[1][others.size()];
    run(
        strength,
        toys,
        random,
        (toy, data) -> {
          double largest = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < logDensity.length; k++) {
            logDensity[k] = data.logDensity(hypotheses[k]);
            largest = Math.max(largest, logDensity[k]);
          }
          for (int k = 0; k < logDensity.length; k++) {
            boolean isNegligible = !(logDensity[k] > largest - Reader.NEGLIGIBLE);
            values[0][k] = isNegligible ? 0 : data.logLikelihood(others.get(k));
          }
          double reference = data.reference();
          for (int k = 0; k < logDensity.length; k++) {
            values[0][k] = ToyExperiments.statistic(statistic, reference, values[0][k]);
          }
          reader.take(logDensity, values);
        });
  }
}
