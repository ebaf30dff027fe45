package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;

/**
 * Inject, invert, count: coverage and lengths of calibrated sets from experiments that the
 * calibration has not seen.
 */
public final class CoverageStudy {
  private static final int PURPOSE = 1;

  private final StrengthModel model;
  private final StrengthRange range;
  private final List<TestStatistic> statistics;
  private final List<CriticalCurve> curves;
  private final StrengthNodes nodes;

  /**
   * A study of calibrated curves.
   *
   * @param curves at least one; on the same tested strengths
   */
  public CoverageStudy(StrengthModel model, StrengthRange range, List<CriticalCurve> curves) {
    this.model = model;
    this.range = range;
    this.curves = List.copyOf(curves);
    statistics = curves.stream().map(CriticalCurve::statistic).distinct().toList();
    nodes = StrengthLikelihood.nodes(model, range, statistics);
  }

  /**
   * Repeats experiments at true strengths.
   *
   * @param truths true strengths within the parameter space
   * @param experiments how many per strength
   * @param onTruth told the result for each strength when it is there, one per curve
   * @return for each truth one result per curve
   */
  public List<List<Coverage>> run(
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      Consumer<List<Coverage>> onTruth,
      CancelToken token) {
    List<List<Coverage>> results = new ArrayList<>();
    for (int i = 0; i < truths.size(); i++) {
      results.add(List.of());
    }
    workers.forEachRow(
        truths.size(),
        token,
        () -> {
          ToyExperiments toys = new ToyExperiments(model, range, nodes, statistics);
          return row -> {
            List<Coverage> found = at(toys, truths.get(row), row, experiments, seed, token);
            synchronized (results) {
              results.set(row, found);
              onTruth.accept(found);
            }
          };
        });
    return results;
  }

  private List<Coverage> at(
      ToyExperiments toys, double truth, int row, int experiments, long seed, CancelToken token) {
    List<CoverageTally> tallies =
        curves.stream().map(curve -> new CoverageTally(curve, truth, experiments)).toList();
    toys.run(
        truth,
        experiments,
        ToyExperiments.stream(seed, PURPOSE, row),
        (toy, data, reference) -> {
          if ((toy & 0xFF) == 0) {
            token.throwIfCancelled();
          }
          double[] logL = curves.getFirst().strength().map(data::logLikelihood).toArray();
          double atTruth = data.logLikelihood(truth);
          for (CoverageTally tally : tallies) {
            double own = reference[statistics.indexOf(tally.statistic())];
            tally.add(toy, own, atTruth, logL);
          }
        });
    return tallies.stream().map(CoverageTally::result).toList();
  }
}
