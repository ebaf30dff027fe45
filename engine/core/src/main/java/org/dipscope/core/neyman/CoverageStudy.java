package org.dipscope.core.neyman;

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
    return run(truths, experiments, seed, workers, onTruth, (share, soFar) -> {}, token);
  }

  /** The same, telling about all results so far. */
  List<List<Coverage>> run(
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      StudyProgress<List<List<Coverage>>> progress,
      CancelToken token) {
    return run(truths, experiments, seed, workers, found -> {}, progress, token);
  }

  private List<List<Coverage>> run(
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      Consumer<List<Coverage>> onTruth,
      StudyProgress<List<List<Coverage>>> progress,
      CancelToken token) {
    Gathering<List<Coverage>, List<List<Coverage>>> results =
        new Gathering<>(truths.size(), List.of(), rows -> rows, progress);
    int[] order = Gathering.coarseFirst(truths.size());
    workers.forEachRow(
        truths.size(),
        token,
        () -> {
          ToyExperiments toys = new ToyExperiments(model, range, nodes, statistics);
          return place -> {
            int row = order[place];
            List<Coverage> found = at(toys, truths.get(row), row, experiments, seed, token);
            results.put(row, found);
            onTruth.accept(found);
          };
        });
    return results.soFar();
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
