package org.dipscope.core.interval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitParameter.Landscape;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Tests with the asymptotic distributions of the statistics: with the Asimov value q<sub>A</sub> of
 * the other hypothesis and t = &radic;q &minus; &radic;q<sub>A</sub>, or for q&#771;<sub>&mu;</sub>
 * beyond q<sub>A</sub> t = (q &minus; q<sub>A</sub>)/(2&radic;q<sub>A</sub>) (arXiv:1007.1727, eqs.
 * 59 and 65), clsb = &Phi;(&minus;t &minus; &radic;q<sub>A</sub>) and clb = &Phi;(&minus;t). The
 * Asimov data hold the nuisance parameters at their fit to the observed data under the other
 * hypothesis.
 */
public final class AsymptoticTest {
  private static final double[] BAND = {2, 1, 0, -1, -2};
  private static final double INSENSITIVE = 1e-10;

  private final TestStatistic statistic;
  private final CancelToken token;
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<Double, TestResult> known = new HashMap<>();
  private Experiment experiment;
  private ProfileLikelihood observed;
  private Optional<ProfileLikelihood> asimov = Optional.empty();

  /**
   * Prepares tests of an experiment's observed data.
   *
   * @throws ProblemException if it has no free parameter of interest
   */
  public AsymptoticTest(Experiment experiment, TestStatistic statistic, CancelToken token) {
    this.statistic = statistic;
    this.token = token;
    this.experiment = Hypotheses.prepared(experiment, statistic, warnings);
    observed = new ProfileLikelihood(this.experiment.observed(), token);
    if (poi().landscape() == Landscape.MANY_MINIMA) {
      warnings.add(
          "With interference the statistic does not follow its asymptotic distribution; calibrate"
              + " with toys.");
    }
  }

  /**
   * Tests a value.
   *
   * @throws ProblemException if it is impossible, or a fit fails
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public TestResult at(double value) {
    return known.computeIfAbsent(value, this::test);
  }

  private TestResult test(double requested) {
    token.throwIfCancelled();
    double tested = statistic == TestStatistic.Q0 ? 0 : requested;
    if (tested != requested) {
      warnings.add("q0 tests the value 0, not " + requested + ".");
    }
    cover(tested);
    FitPoint held = observed.at(tested);
    double q = observed.statistic(statistic, tested, held);
    if (q == Double.POSITIVE_INFINITY) {
      experiment
          .observed()
          .objective()
          .diagnosis(held.x())
          .ifPresent(bin -> warnings.add("The tested hypothesis is impossible: " + bin + "."));
    }
    double qAsimov = asimovStatistic(tested);
    if (qAsimov < INSENSITIVE && tested != statistic.alternative()) {
      warnings.add("The data cannot tell the two hypotheses apart: the signal changes nothing.");
    }
    return result(tested, q, Math.sqrt(qAsimov));
  }

  private TestResult result(double tested, double q, double rootAsimov) {
    double root = Math.sqrt(q);
    double t = root == rootAsimov ? 0 : root - rootAsimov;
    double deviation = root;
    if (statistic == TestStatistic.Q_MU_TILDE
        && t > 0
        && root < Double.POSITIVE_INFINITY
        && rootAsimov > 1e-8) {
      t = (q - rootAsimov * rootAsimov) / (2 * rootAsimov);
      deviation = t + rootAsimov;
    }
    double clsb = Normal.above(deviation);
    double clb = Normal.above(t);
    double[] expected = new double[BAND.length];
    for (int i = 0; i < BAND.length; i++) {
      double p = Normal.above(BAND[i] + rootAsimov);
      expected[i] = statistic == TestStatistic.Q0 ? p : p / Normal.above(BAND[i]);
    }
    double significance = deviation;
    return new TestResult(
        statistic,
        tested,
        q,
        observed.bestValue(),
        significance,
        clsb,
        clb,
        clsb == 0 ? 0 : clsb / clb,
        expected,
        0,
        null,
        false,
        new ArrayList<>(warnings));
  }

  private double asimovStatistic(double tested) {
    if (tested == statistic.alternative()) {
      return 0;
    }
    ProfileLikelihood data = asimov.orElseGet(this::asimovData);
    asimov = Optional.of(data);
    return data.statistic(statistic, tested, data.at(tested));
  }

  private ProfileLikelihood asimovData() {
    FitPoint truth = observed.at(statistic.alternative());
    FitProblem problem = experiment.asimov(truth.x());
    List<FitParameter> started = new ArrayList<>();
    for (int k = 0; k < problem.size(); k++) {
      FitParameter p = problem.parameters().get(k);
      started.add(p.fixed() ? p : p.startedAt(p.external(truth.x()[k])));
    }
    return new ProfileLikelihood(
        new FitProblem(problem.objective(), started, problem.poi()), token);
  }

  /** Widens the upper bound of the parameter of interest to include a tested value. */
  private void cover(double tested) {
    FitParameter p = poi();
    if (p.power() != 1 && tested < 0) {
      throw new ProblemException(
          Problem.usage(
              p.name() + " = " + tested + " cannot be tested.",
              "It enters with a root; test a value of 0 or more."));
    }
    if (tested > p.high()) {
      warnings.add(
          "The tested %s = %s lies above the bound %s, which is widened."
              .formatted(p.name(), tested, p.high()));
      List<FitParameter> parameters = new ArrayList<>(experiment.parameters());
      parameters.set(experiment.poi(), p.within(p.low(), Math.max(tested, 2 * p.high())));
      experiment = experiment.with(parameters, experiment.poi());
      observed = new ProfileLikelihood(experiment.observed(), token);
      asimov = Optional.empty();
    }
  }

  private FitParameter poi() {
    return experiment.parameters().get(experiment.poi());
  }

  /** The bounds of the parameter of interest after all tests so far. */
  FitParameter parameter() {
    return poi();
  }

  /** What a user should know before trusting results so far. */
  List<String> warnings() {
    return new ArrayList<>(warnings);
  }
}
