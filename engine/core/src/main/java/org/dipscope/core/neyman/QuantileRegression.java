package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Critical curves from far fewer experiments than a brute-force belt: every experiment serves all
 * tested strengths. One that was drawn at any of the strengths &mu;<sub>k</sub>, of which each had
 * n<sub>k</sub>, counts at &mu; with the weight w = p(D | &mu;) / &Sigma;<sub>k</sub> n<sub>k</sub>
 * p(D | &mu;<sub>k</sub>) (the balance heuristic: E. Veach, L. Guibas, SIGGRAPH 95, 419). The
 * critical value minimises the weighted pinball loss &Sigma; w (T &minus; c)(p &minus; 1[T &lt; c])
 * (R. Koenker, G. Bassett, Econometrica 46 (1978) 33), so it is the weighted quantile; no shape of
 * the curve is assumed.
 */
public final class QuantileRegression {
  private static final int PURPOSE = 2;
  private static final int FEWEST = 2000;

  /** At how many of the tested strengths experiments are drawn at most. */
  private static final int MOST_DRAWN = 101;

  /** The ends, which have neighbours on one side only, get this many times as many. */
  private static final int AT_ENDS = 3;

  private static final long MOST_NUMBERS = 100_000_000;

  private final Supplier<ToySource> newSource;
  private final List<TestStatistic> statistics;
  private final Values tested;
  private final Values levels;
  private final Values drawn;

  /** What to calibrate; as {@link NeymanConstruction}. */
  public QuantileRegression(
      StrengthModel model,
      StrengthRange range,
      List<TestStatistic> statistics,
      Values tested,
      Values levels) {
    this(source(model, range, statistics), statistics, tested, levels);
  }

  /** The same for any experiments; the supplier makes a source per thread. */
  QuantileRegression(
      Supplier<ToySource> newSource, List<TestStatistic> statistics, Values tested, Values levels) {
    this.newSource = newSource;
    this.statistics = List.copyOf(statistics);
    this.tested = tested;
    this.levels = levels;
    int last = tested.size() - 1;
    int count = Math.min(tested.size(), MOST_DRAWN);
    drawn =
        Values.of(
            IntStream.range(0, count)
                .mapToDouble(
                    k ->
                        tested.get(count == 1 ? 0 : Math.toIntExact((long) k * last / (count - 1))))
                .toArray());
  }

  private static Supplier<ToySource> source(
      StrengthModel model, StrengthRange range, List<TestStatistic> statistics) {
    model.requirePositive(range);
    StrengthNodes nodes = StrengthLikelihood.nodes(model, range, statistics);
    return () -> new ToyExperiments(model, range, nodes, statistics);
  }

  /**
   * Finds the curves.
   *
   * @param toys experiments in all, at least 2000
   * @param progress told the part done so far; there are no curves before the end
   * @return a curve per statistic and level, levels running fastest; between a hundred strengths
   *     linear
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public List<CriticalCurve> run(
      int toys,
      long seed,
      Workers workers,
      StudyProgress<List<CriticalCurve>> progress,
      CancelToken token) {
    requireFitting(toys);
    int[] counts = counts(toys);
    WeightedToys[][] sets = new WeightedToys[drawn.size()][drawn.size()];
    Gathering<Boolean, List<CriticalCurve>> gathering =
        new Gathering<>(drawn.size(), false, done -> List.of(), progress);
    workers.forEachRow(
        drawn.size(),
        token,
        () -> {
          ToySource source = newSource.get();
          return k -> {
            Weights weights = new Weights(counts, statistics.size(), token);
            source.reuse(
                drawn.get(k),
                counts[k],
                drawn,
                ToyExperiments.stream(seed, PURPOSE, k),
                weights::take);
            sets[k] = weights.at;
            gathering.put(k, true);
          };
        });
    List<CriticalCurve> curves = new ArrayList<>();
    for (int j = 0; j < statistics.size(); j++) {
      for (int i = 0; i < levels.size(); i++) {
        token.throwIfCancelled();
        curves.add(curve(sets, j, levels.get(i)));
      }
    }
    return curves;
  }

  private void requireFitting(int toys) {
    if (toys < FEWEST) {
      throw new ProblemException(
          Problem.usage(
              toys + " toys do not show a curve.", "Simulate at least " + FEWEST + " in all."));
    }
    long most = MOST_NUMBERS / ((long) drawn.size() * (statistics.size() + 1));
    if (toys > most) {
      throw new ProblemException(
          Problem.usage(
              toys + " toys at " + drawn.size() + " strengths do not fit into memory.",
              "Simulate up to " + most + ", or calibrate every strength by itself (neyman)."));
    }
  }

  /** How many experiments are drawn at each strength. */
  private int[] counts(int toys) {
    int last = drawn.size() - 1;
    double unit = toys / (last + 1 + 2.0 * (AT_ENDS - 1));
    int[] counts = new int[last + 1];
    for (int k = 0; k <= last; k++) {
      double units = k == 0 || k == last ? AT_ENDS : 1;
      counts[k] = (int) Math.max(1, Math.round(last == 0 ? toys : units * unit));
    }
    return counts;
  }

  /** Experiments with their weights at every strength. */
  private static final class Weights {
    private final int[] counts;
    private final CancelToken token;
    private final double[] relative;
    private final WeightedToys[] at;

    Weights(int[] counts, int statistics, CancelToken token) {
      this.counts = counts;
      this.token = token;
      relative = new double[counts.length];
      at = new WeightedToys[counts.length];
      Arrays.setAll(at, j -> new WeightedToys(statistics));
    }

    void take(double[] logDensity, double[][] statistic) {
      token.throwIfCancelled();
      double largest = Arrays.stream(logDensity).max().orElseThrow();
      double sum = 0;
      for (int k = 0; k < relative.length; k++) {
        relative[k] = Math.exp(logDensity[k] - largest);
        sum += counts[k] * relative[k];
      }
      for (int j = 0; j < at.length; j++) {
        if (logDensity[j] > largest - ToySource.Reader.NEGLIGIBLE) {
          at[j].add(statistic, j, relative[j] / sum);
        }
      }
    }
  }

  private CriticalCurve curve(WeightedToys[][] sets, int statistic, double level) {
    double[] value = new double[drawn.size()];
    double[] error = new double[drawn.size()];
    for (int j = 0; j < value.length; j++) {
      int place = j;
      CriticalValue found =
          WeightedToys.quantile(
              Arrays.stream(sets).map(row -> row[place]).toList(), statistic, level);
      value[j] = found.value();
      error[j] = found.standardError();
    }
    Values values = Values.of(value);
    Values errors = Values.of(error);
    return new CriticalCurve(
        statistics.get(statistic),
        level,
        tested,
        tested.map(mu -> LinearCurve.at(drawn, values, mu)),
        tested.map(mu -> LinearCurve.at(drawn, errors, mu)));
  }
}
