package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The distribution of test statistics at each tested strength (J. Neyman, Phil. Trans. R. Soc. A
 * 236 (1937) 333): from simulated experiments, or for a single bin from all its outcomes.
 */
public final class NeymanConstruction {
  private static final int PURPOSE = 0;
  private static final int MOST_OUTCOMES = 200_000;
  private static final double LEFT_OUT = 1e-15;

  private final StrengthModel model;
  private final StrengthRange range;
  private final List<TestStatistic> statistics;
  private final Values tested;
  private final Values levels;
  private final StrengthNodes nodes;

  /**
   * What to calibrate.
   *
   * @param range the parameter space over which likelihoods are maximised and averaged
   * @param statistics which statistics, on the same experiments
   * @param tested increasing strengths within the parameter space
   * @param levels confidence levels, in (0, 1)
   * @throws ProblemException if a strength or a level is out of range, or the model negative
   */
  public NeymanConstruction(
      StrengthModel model,
      StrengthRange range,
      List<TestStatistic> statistics,
      Values tested,
      Values levels) {
    this.model = model;
    this.range = range;
    this.statistics = List.copyOf(statistics);
    this.tested = tested;
    this.levels = levels;
    model.requirePositive(range);
    requireTestable(tested, levels, range.low(), range.high());
    nodes = StrengthLikelihood.nodes(model, range, statistics);
  }

  /**
   * Checks tested strengths and levels.
   *
   * @throws ProblemException naming the one that is out of range
   */
  static void requireTestable(Values tested, Values levels, double low, double high) {
    for (int i = 0; i < tested.size(); i++) {
      boolean increasing = i == 0 || tested.get(i) > tested.get(i - 1);
      if (!increasing || !(tested.get(i) >= low && tested.get(i) <= high)) {
        throw usage(
            "The strength " + tested.get(i) + " cannot be tested.",
            "Test increasing strengths from " + low + " to " + high + ".");
      }
    }
    for (int i = 0; i < levels.size(); i++) {
      if (!(levels.get(i) > 0 && levels.get(i) < 1)) {
        throw usage(levels.get(i) + " is no confidence level.", "Give a number between 0 and 1.");
      }
    }
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }

  /** The tested strengths. */
  public Values tested() {
    return tested;
  }

  /** A likelihood for data, with the same quadrature as the calibration; for one thread. */
  public StrengthLikelihood likelihood() {
    return new StrengthLikelihood(model, range, nodes);
  }

  /** T(D; &mu;) of loaded data and a statistic of this construction. */
  public double statistic(StrengthLikelihood data, TestStatistic statistic, double strength) {
    double[] reference = new double[statistics.size()];
    ToyExperiments.references(data, statistics, reference);
    int which = statistics.indexOf(statistic);
    return ToyExperiments.statistic(statistic, reference[which], data.logLikelihood(strength));
  }

  /** The set of strengths that data do not exclude. */
  public ConfidenceSet invert(StrengthLikelihood data, CriticalCurve curve) {
    double[] reference = new double[statistics.size()];
    ToyExperiments.references(data, statistics, reference);
    double own = reference[statistics.indexOf(curve.statistic())];
    return ConfidenceSet.of(
        mu -> ToyExperiments.statistic(curve.statistic(), own, data.logLikelihood(mu)), curve);
  }

  /**
   * Critical values at every tested strength. A model of a single bin that expects fewer than 100
   * 000 events is summed exactly, and the number of toys plays no role.
   *
   * @param toys experiments per strength, at least 100
   * @param seed of the random numbers
   * @param onRow told the place of each strength when it is done, by the thread that did it
   * @return a curve per statistic and level, levels running fastest
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<CriticalCurve> run(
      int toys, long seed, Workers workers, IntConsumer onRow, CancelToken token) {
    return run(toys, seed, workers, onRow, (share, soFar) -> {}, token);
  }

  /** The same, telling about the curves so far. */
  List<CriticalCurve> run(
      int toys,
      long seed,
      Workers workers,
      StudyProgress<List<CriticalCurve>> progress,
      CancelToken token) {
    return run(toys, seed, workers, row -> {}, progress, token);
  }

  private List<CriticalCurve> run(
      int toys,
      long seed,
      Workers workers,
      IntConsumer onRow,
      StudyProgress<List<CriticalCurve>> progress,
      CancelToken token) {
    Gathering<List<CriticalValue>, List<CriticalCurve>> gathering =
        new Gathering<>(
            tested.size(), List.of(), rows -> curves(rows, statistics, tested, levels), progress);
    int[] order = Gathering.coarseFirst(tested.size());
    boolean exact = model.bins() == 1 && model.rates(range.high())[0] < MOST_OUTCOMES / 2.0;
    if (!exact) {
      requireEnough(toys);
    }
    workers.forEachRow(
        tested.size(),
        token,
        () -> {
          ToyExperiments toySource = new ToyExperiments(model, range, nodes, statistics);
          return place -> {
            int row = order[place];
            gathering.put(
                row, exact ? outcomes(tested.get(row)) : simulate(toySource, row, toys, seed));
            onRow.accept(row);
          };
        });
    return gathering.soFar();
  }

  /**
   * Checks a number of toys per strength.
   *
   * @throws ProblemException if there are too few for a quantile
   */
  static void requireEnough(int toys) {
    if (toys < 100) {
      throw usage(toys + " toys do not show a quantile.", "Simulate at least 100 per strength.");
    }
  }

  private List<CriticalValue> simulate(ToySource source, int row, int toys, long seed) {
    double[][] values =
        source.atTruth(tested.get(row), toys, ToyExperiments.stream(seed, PURPOSE, row));
    return quantiles(values, levels);
  }

  /** The quantiles of simulated statistics, levels running fastest; sorts the values. */
  static List<CriticalValue> quantiles(double[][] values, Values levels) {
    List<CriticalValue> found = new ArrayList<>();
    for (double[] statistic : values) {
      Arrays.sort(statistic);
      for (int i = 0; i < levels.size(); i++) {
        found.add(CriticalValue.ofSorted(statistic, levels.get(i)));
      }
    }
    return found;
  }

  private List<CriticalValue> outcomes(double strength) {
    double rate = model.rates(strength)[0];
    int most = 0;
    if (rate > 0) {
      most = PoissonDistribution.of(rate).inverseSurvivalProbability(LEFT_OUT) + 1;
    }
    double[] probability = new double[most + 1];
    double[][] values = new double[statistics.size()][most + 1];
    double[] reference = new double[statistics.size()];
    StrengthLikelihood likelihood = likelihood();
    for (int n = 0; n <= most; n++) {
      probability[n] = rate > 0 ? PoissonDistribution.of(rate).probability(n) : 1;
      likelihood.load(new double[] {n});
      ToyExperiments.references(likelihood, statistics, reference);
      for (int j = 0; j < values.length; j++) {
        values[j][n] =
            ToyExperiments.statistic(
                statistics.get(j), reference[j], likelihood.logLikelihood(strength));
      }
    }
    List<CriticalValue> found = new ArrayList<>();
    for (double[] statistic : values) {
      for (int i = 0; i < levels.size(); i++) {
        found.add(CriticalValue.ofOutcomes(statistic, probability, levels.get(i)));
      }
    }
    return found;
  }

  /** Curves through the quantiles at those tested strengths that have any. */
  static List<CriticalCurve> curves(
      List<List<CriticalValue>> rows,
      List<TestStatistic> statistics,
      Values tested,
      Values levels) {
    int[] done = IntStream.range(0, rows.size()).filter(row -> !rows.get(row).isEmpty()).toArray();
    Values strengths = along(done, tested::get);
    List<CriticalCurve> curves = new ArrayList<>();
    for (int j = 0; j < statistics.size(); j++) {
      for (int i = 0; i < levels.size(); i++) {
        int at = j * levels.size() + i;
        curves.add(
            new CriticalCurve(
                statistics.get(j),
                levels.get(i),
                strengths,
                along(done, row -> rows.get(row).get(at).value()),
                along(done, row -> rows.get(row).get(at).standardError())));
      }
    }
    return curves;
  }

  private static Values along(int[] rows, IntToDoubleFunction number) {
    return Values.of(Arrays.stream(rows).mapToDouble(number).toArray());
  }
}
