package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;

/**
 * One simulated experiment in short.
 *
 * @param toy its number, by which {@link ToyDraws} gives it again
 * @param statistic T at the tested strength; NaN if the fit failed
 * @param bestStrength where its likelihood is largest; NaN likewise
 * @param segments how many pieces its confidence set has
 * @param minima how many local minima &minus;2 ln L has along the tested strengths
 * @param failure why the fit failed; empty if it did not
 */
public record ToySummary(
    int toy, double statistic, double bestStrength, int segments, int minima, String failure) {
  private static final int BLOCK = 16;
  private static final double ROUNDING = 1e-6;

  /**
   * Simulates experiments at a strength.
   *
   * @param tested where T is taken
   * @param curve whose confidence sets are counted
   * @param progress told how far it is, and about the experiments so far
   * @return in the order of their numbers
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static List<ToySummary> simulate(
      StrengthStudy study,
      double truth,
      double tested,
      CriticalCurve curve,
      int toys,
      long seed,
      Workers workers,
      StudyProgress<List<ToySummary>> progress,
      CancelToken token) {
    int blocks = (toys + BLOCK - 1) / BLOCK;
    Gathering<List<ToySummary>, List<ToySummary>> gathering =
        new Gathering<>(blocks, List.of(), ToySummary::inOrder, progress);
    workers.forEachRow(
        blocks,
        token,
        () -> {
          ToyDraws draws = study.toys(truth, seed, token);
          return block -> {
            List<ToySummary> found = new ArrayList<>();
            for (int toy = block * BLOCK; toy < Math.min(toys, (block + 1) * BLOCK); toy++) {
              token.throwIfCancelled();
              found.add(of(draws, toy, tested, curve));
            }
            gathering.put(block, found);
          };
        });
    return gathering.soFar();
  }

  private static List<ToySummary> inOrder(List<List<ToySummary>> blocks) {
    return blocks.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(ToySummary::toy))
        .toList();
  }

  private static ToySummary of(ToyDraws draws, int toy, double tested, CriticalCurve curve) {
    try {
      StudiedData data = draws.draw(toy);
      Values along = data.statistic(curve.strength());
      return new ToySummary(
          toy,
          data.statistic(tested),
          data.bestStrength(),
          segments(along, curve),
          minima(along).size(),
          "");
    } catch (ProblemException failed) {
      return new ToySummary(toy, Double.NaN, Double.NaN, 0, 0, failed.problem().message());
    }
  }

  private static int segments(Values statistic, CriticalCurve curve) {
    int segments = 0;
    boolean before = false;
    for (int k = 0; k < statistic.size(); k++) {
      boolean now = statistic.get(k) <= curve.value().get(k) + 1e-12;
      segments += now && !before ? 1 : 0;
      before = now;
    }
    return segments;
  }

  /** The places of the local minima of a curve, either end included. */
  public static List<Integer> minima(Values curve) {
    List<Integer> minima = new ArrayList<>();
    for (int k = 0; k < curve.size(); k++) {
      boolean fallsTo = k == 0 || curve.get(k) < curve.get(k - 1) - ROUNDING;
      boolean risesFrom = k == curve.size() - 1 || curve.get(k) < curve.get(k + 1) - ROUNDING;
      if (fallsTo && risesFrom) {
        minima.add(k);
      }
    }
    return minima;
  }
}
