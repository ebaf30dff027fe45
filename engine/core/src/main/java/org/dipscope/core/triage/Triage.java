package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.MaskedBins;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.MassHistogram;
import org.jspecify.annotations.Nullable;

/** Scans thousands of histograms and hands on the results while it goes. */
public final class Triage {
  private static final int CHUNK = 16;

  /** Hears of results as they come; called by several threads. */
  @FunctionalInterface
  public interface Listener {
    /** Hears nothing. */
    Listener NONE = (more, done, all) -> {};

    /**
     * Some more histograms are done.
     *
     * @param more their results
     * @param done how many are done in all, these included
     * @param all how many there are
     */
    void scanned(List<Scanned> more, int done, int all);
  }

  private Triage() {}

  /**
   * Scans histograms.
   *
   * @param workers who scan; the result does not depend on their number
   * @return one result per histogram, in their order
   * @throws java.util.concurrent.CancellationException if cancelled; what was handed on stays valid
   */
  public static List<Scanned> scan(
      List<MassHistogram> histograms,
      SignificanceEstimator estimator,
      TriageRule rule,
      Workers workers,
      Listener listener,
      CancelToken token) {
    Scanned[] results = new Scanned[histograms.size()];
    AtomicInteger done = new AtomicInteger();
    workers.forEachRow(
        (results.length + CHUNK - 1) / CHUNK,
        token,
        () -> {
          SignificanceEstimator.Worker worker = estimator.worker();
          return chunk -> {
            List<Scanned> more = new ArrayList<>();
            int end = Math.min(results.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < end && !token.isCancelled(); i++) {
              results[i] = scan(histograms.get(i), worker, rule);
              more.add(results[i]);
            }
            listener.scanned(more, done.addAndGet(more.size()), results.length);
          };
        });
    return List.of(results);
  }

  /** Scans one histogram; if that is not possible its candidate says so. */
  public static Scanned scan(
      MassHistogram histogram, SignificanceEstimator.Worker worker, TriageRule rule) {
    ZCurve curve = null;
    try {
      curve = worker.scan(data(histogram));
    } catch (ProblemException tooLittle) {
      // The candidate carries the mark NO_RESULT.
    }
    return new Scanned(histogram, curve, candidate(histogram, curve, rule));
  }

  /** The kept bins of a histogram as the estimators take them: weights as effective counts. */
  public static BumpData data(MassHistogram histogram) {
    return BumpData.ofWeights(
        histogram.id(),
        Binning.of(histogram.keptEdges().toArray()),
        histogram.keptCounts(),
        histogram.keptSquares(),
        MaskedBins.NONE);
  }

  private static Candidate candidate(
      MassHistogram histogram, @Nullable ZCurve curve, TriageRule rule) {
    Binning binning = Binning.of(histogram.keptEdges().toArray());
    int bin = curve == null ? -1 : best(curve, rule);
    Set<Quality> quality = quality(histogram, curve, bin, rule);
    if (curve == null || bin < 0) {
      return of(histogram, binning, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1, quality);
    }
    double width = curve.width().get(bin);
    return of(
        histogram,
        binning,
        curve.z().get(bin),
        curve.error().get(bin),
        binning.centre(bin),
        width * binning.width(bin),
        (rule.dips() ? 2 : 1)
            * Math.max(1, (binning.count() - rule.firstBin(binning.count())) / Math.max(1, width)),
        quality);
  }

  private static Candidate of(
      MassHistogram histogram,
      Binning binning,
      double z,
      double zError,
      double mass,
      double width,
      double looks,
      Set<Quality> quality) {
    double p = Double.isNaN(z) ? 1 : Normal.above(Math.abs(z));
    return new Candidate(
        histogram.id(),
        histogram.category(),
        histogram.combination(),
        z,
        zError,
        mass,
        width,
        binning.low(0),
        binning.high(binning.count() - 1),
        binning.count(),
        histogram.entries(),
        looks,
        p,
        Looks.anywhere(p, looks),
        quality);
  }

  /** The bin with the largest z, or of dips and bumps the largest |z|; −1 if none has one. */
  private static int best(ZCurve curve, TriageRule rule) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = rule.firstBin(curve.z().size()); i < curve.z().size(); i++) {
      double z = rule.dips() ? Math.abs(curve.z().get(i)) : curve.z().get(i);
      if (z > highest) {
        highest = z;
        best = i;
      }
    }
    return best;
  }

  private static Set<Quality> quality(
      MassHistogram histogram, @Nullable ZCurve curve, int bin, TriageRule rule) {
    Set<Quality> quality = EnumSet.noneOf(Quality.class);
    if (histogram.entries() < rule.fewestEntries()) {
      quality.add(Quality.FEW_ENTRIES);
    }
    if (histogram.bins() < rule.fewestBins()) {
      quality.add(Quality.FEW_BINS);
    }
    if (curve == null || bin < 0) {
      quality.add(Quality.NO_RESULT);
      return quality;
    }
    if (curve.background().get(bin) < rule.fewestPerBin()) {
      quality.add(Quality.THIN_BIN);
    }
    double ends = 2 * curve.width().get(bin);
    if (bin < ends || histogram.bins() - 1 - bin < ends) {
      quality.add(Quality.EDGE);
    }
    if (!curve.isDecidable(bin)) {
      quality.add(Quality.UNDECIDABLE);
    }
    return quality;
  }
}
