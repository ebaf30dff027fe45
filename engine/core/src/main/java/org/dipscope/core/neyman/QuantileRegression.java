package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Critical curves from far fewer experiments than a brute-force belt: one experiment at each of
 * many strengths, and a smooth curve below which the wanted share of all T lies. The curve is a
 * natural cubic spline in &mu; with knots close to the lower end, where c(&mu;) bends; it minimises
 * the pinball loss &Sigma; (T &minus; c)(p &minus; 1[T &lt; c]) (R. Koenker, G. Bassett,
 * Econometrica 46 (1978) 33), smoothed over a width that shrinks.
 */
public final class QuantileRegression {
  private static final int PURPOSE = 2;
  private static final int BLOCK = 64;
  private static final double AT_ENDS = 0.05;
  private static final double TOWARDS_LOW = 1.4;
  private static final double[] KNOTS = {
    0, 0.015, 0.03, 0.05, 0.075, 0.11, 0.16, 0.25, 0.4, 0.65, 1
  };

  private final Supplier<ToySource> newSource;
  private final List<TestStatistic> statistics;
  private final Values tested;
  private final Values levels;

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
  }

  private static Supplier<ToySource> source(
      StrengthModel model, StrengthRange range, List<TestStatistic> statistics) {
    model.requirePositive(range);
    StrengthNodes nodes = StrengthLikelihood.nodes(model, range, statistics);
    return () -> new ToyExperiments(model, range, nodes, statistics);
  }

  /**
   * Fits the curves.
   *
   * @param toys experiments in all, at least 2000
   * @return a curve per statistic and level, levels running fastest; standard errors are NaN
   */
  public List<CriticalCurve> run(int toys, long seed, Workers workers, CancelToken token) {
    if (toys < 2000) {
      throw new ProblemException(
          Problem.usage(toys + " toys do not show a curve.", "Simulate at least 2000 in all."));
    }
    double[] strength = new double[toys];
    double[][] values = new double[statistics.size()][toys];
    int blocks = (toys + BLOCK - 1) / BLOCK;
    double low = tested.get(0);
    double high = tested.get(tested.size() - 1);
    workers.forEachRow(
        blocks,
        token,
        () -> {
          ToySource source = newSource.get();
          return block -> {
            UniformRandomProvider random = ToyExperiments.stream(seed, PURPOSE, block);
            for (int toy = block * BLOCK; toy < Math.min(toys, (block + 1) * BLOCK); toy++) {
              double share = place(toy, toys);
              strength[toy] = low + share * (high - low);
              double[][] one = source.atTruth(strength[toy], 1, random);
              double[] trend = source.atExpectation(strength[toy]);
              for (int j = 0; j < values.length; j++) {
                values[j][toy] = one[j][0] - trend[j];
              }
            }
          };
        });
    ToySource source = newSource.get();
    double[][] trend = new double[tested.size()][];
    Arrays.setAll(trend, row -> source.atExpectation(tested.get(row)));
    List<CriticalCurve> curves = new ArrayList<>();
    for (int j = 0; j < statistics.size(); j++) {
      for (int i = 0; i < levels.size(); i++) {
        token.throwIfCancelled();
        double level = levels.get(i);
        PinballFit fit = new PinballFit(spline(low, high), strength, values[j], level);
        double[] value = new double[tested.size()];
        for (int row = 0; row < value.length; row++) {
          value[row] = fit.at(tested.get(row)) + trend[row][j];
        }
        curves.add(
            new CriticalCurve(
                statistics.get(j),
                level,
                tested,
                Values.of(value),
                Values.constant(tested.size(), Double.NaN)));
      }
    }
    return curves;
  }

  /** Strengths with more of them where the knots are dense, and some exactly at either end. */
  private static double place(int toy, int toys) {
    int atEnd = (int) (AT_ENDS * toys);
    if (toy < atEnd) {
      return 0;
    }
    if (toy < 2 * atEnd) {
      return 1;
    }
    return Math.pow((toy - 2 * atEnd + 0.5) / (toys - 2 * atEnd), TOWARDS_LOW);
  }

  private static NaturalSpline spline(double low, double high) {
    return new NaturalSpline(
        Arrays.stream(KNOTS).map(share -> low + share * (high - low)).toArray());
  }
}
