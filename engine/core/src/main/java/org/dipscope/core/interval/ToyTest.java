package org.dipscope.core.interval;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Tests with the distributions of the statistic in toys. Toys of either hypothesis hold the
 * nuisance parameters at their fit to the observed data under it and draw all auxiliary
 * measurements too; each is fitted as the data are. Every toy has a random generator of its own, so
 * results depend on the seed alone, and all tested values share their random numbers.
 */
public final class ToyTest {
  private static final double[] BAND = {-2, -1, 0, 1, 2};

  /** Statistics closer than this count as equal: differences of fits are no better. */
  private static final double EQUAL = 1e-7;

  /** Stands for a toy that was not done; statistics are not negative. */
  private static final double UNDONE = -1;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int GRID = 13;

  /** With fewer toys per hypothesis an interrupted test tells nothing. */
  private static final int FEWEST = 100;

  private final Experiment experiment;
  private final TestStatistic statistic;
  private final int toys;
  private final long seed;
  private final Workers workers;
  private final CancelToken token;
  private final Set<String> warnings = new LinkedHashSet<>();
  private final ProfileLikelihood observed;

  /**
   * Prepares tests of an experiment's observed data.
   *
   * @param toys how many per hypothesis
   * @param seed the same seed gives the same result
   * @throws ProblemException if there is no free parameter of interest
   */
  public ToyTest(
      Experiment experiment,
      TestStatistic statistic,
      int toys,
      long seed,
      Workers workers,
      CancelToken token) {
    this.statistic = statistic;
    this.toys = toys;
    this.seed = seed;
    this.workers = workers;
    this.token = token;
    this.experiment = Hypotheses.prepared(experiment, statistic, warnings);
    observed = new ProfileLikelihood(this.experiment.observed(), token);
  }

  /** Values around the asymptotic limits at which toys find the limits. */
  public static double[] grid(UpperLimit asymptotic) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (double limit : asymptotic.expected()) {
      lowest = limit < lowest ? limit : lowest;
      highest = limit > highest ? limit : highest;
    }
    highest = asymptotic.observed() > highest ? asymptotic.observed() : highest;
    lowest = asymptotic.observed() < lowest ? asymptotic.observed() : lowest;
    if (!(highest > 0)) {
      throw new ProblemException(
          Problem.computation(
              "No value of the parameter of interest is excluded.",
              "Give the values to test with --scan."));
    }
    double low = 0.5 * lowest;
    double high = 1.5 * highest;
    double[] grid = new double[GRID];
    Arrays.setAll(grid, i -> low * Math.pow(high / low, (double) i / (GRID - 1)));
    return grid;
  }

  /**
   * Tests a value. If the token is cancelled after some toys, the result rests on those and says
   * so.
   *
   * @throws ProblemException if a fit to the observed data fails, or no toy can be fitted
   * @throws CancellationException if the token is cancelled before 100 toys of either hypothesis
   */
  public TestResult at(double requested) {
    double tested = statistic == TestStatistic.Q0 ? 0 : requested;
    FitParameter poi = experiment.parameters().get(experiment.poi());
    if (poi.power() != 1 && tested < 0) {
      throw new ProblemException(
          Problem.usage(
              poi.name() + " = " + tested + " cannot be tested.",
              "It enters with a root; test a value of 0 or more."));
    }
    FitPoint held = observed.at(tested);
    double q = observed.statistic(statistic, tested, held);
    FitPoint other = observed.at(statistic.alternative());
    Drawn drawn = draw(held, other, tested);
    double[] tests = drawn.tests();
    double[] alternatives = drawn.alternatives();
    double clsb = fraction(tests, q);
    double clb = fraction(alternatives, q);
    double[] errors = new double[BAND.length];
    double[] expected = expected(tests, alternatives, errors);
    return new TestResult(
        statistic,
        tested,
        q,
        observed.bestValue(),
        Normal.significance(clsb),
        clsb,
        clb,
        clsb == 0 ? 0 : clsb / clb,
        expected,
        Math.min(tests.length, alternatives.length),
        ToyErrors.of(clsb, tests.length, clb, alternatives.length, errors),
        drawn.isPartial(),
        List.copyOf(warnings));
  }

  /** The statistics of the toys of both hypotheses, ascending. */
  private record Drawn(double[] tests, double[] alternatives, boolean isPartial) {}

  /** Draws toys of both hypotheses in turn; toys that cannot be fitted are left out. */
  private Drawn draw(FitPoint truth, FitPoint other, double tested) {
    double[] values = new double[2 * toys];
    Arrays.fill(values, UNDONE);
    boolean isPartial = false;
    try {
      workers.forEachRow(
          values.length,
          token,
          () -> {
            IntConsumer one =
                i ->
                    values[i] =
                        i % 2 == 0
                            ? value(truth, tested, i / 2)
                            : value(other, tested, toys + i / 2);
            return one;
          });
    } catch (CancellationException e) {
      isPartial = true;
      for (int hypothesis = 0; hypothesis < 2; hypothesis++) {
        if (every(values, hypothesis).filter(v -> v != UNDONE).count() < FEWEST) {
          throw e;
        }
      }
    }
    return new Drawn(fitted(values, 0), fitted(values, 1), isPartial);
  }

  private static DoubleStream every(double[] values, int hypothesis) {
    return IntStream.range(0, values.length / 2).mapToDouble(i -> values[2 * i + hypothesis]);
  }

  private double[] fitted(double[] values, int hypothesis) {
    double[] done = every(values, hypothesis).filter(v -> v != UNDONE).toArray();
    double[] fitted = Arrays.stream(done).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int failed = done.length - fitted.length;
    if (failed > 0) {
      warnings.add(failed + " of " + done.length + " toys could not be fitted and are left out.");
    }
    if (fitted.length == 0) {
      throw new ProblemException(
          Problem.computation(
              "None of " + done.length + " toys could be fitted.", "Try asymptotic formulas."));
    }
    return fitted;
  }

  private double value(FitPoint truth, double tested, int toy) {
    FitProblem problem =
        experiment.toy(
            truth.x(), RandomSource.XO_RO_SHI_RO_128_PP.create(seed * GOLDEN + toy * 2L + 1));
    ProfileLikelihood likelihood = new ProfileLikelihood(problem, token);
    try {
      likelihood.best();
      return likelihood.statistic(statistic, tested, likelihood.at(tested));
    } catch (ProblemException e) {
      return Double.NaN;
    }
  }

  /** The part of the toys whose statistic reaches a value. */
  private static double fraction(double[] ascending, double value) {
    int low = 0;
    int high = ascending.length;
    double reached = value - EQUAL * (1 + Math.abs(value));
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < reached) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) (ascending.length - low) / ascending.length;
  }

  private double[] expected(double[] tests, double[] alternatives, double[] errors) {
    double[] outcomes = new double[alternatives.length];
    for (int i = 0; i < outcomes.length; i++) {
      double clsb = fraction(tests, alternatives[i]);
      outcomes[i] =
          statistic == TestStatistic.Q0 ? clsb : clsb / fraction(alternatives, alternatives[i]);
    }
    Arrays.sort(outcomes);
    double[] expected = new double[BAND.length];
    for (int b = 0; b < expected.length; b++) {
      double share = 1 - Normal.above(BAND[b]);
      double position = share * (outcomes.length - 1);
      int below = (int) Math.floor(position);
      int above = Math.min(below + 1, outcomes.length - 1);
      expected[b] = outcomes[below] + (position - below) * (outcomes[above] - outcomes[below]);
      double clb = statistic == TestStatistic.Q0 ? 1 : (below + 1.0) / outcomes.length;
      double fromTests = ToyErrors.binomial(Math.min(1, expected[b] * clb), tests.length) / clb;
      errors[b] = Math.hypot(ToyErrors.quantile(outcomes, share), fromTests);
    }
    return expected;
  }
}
