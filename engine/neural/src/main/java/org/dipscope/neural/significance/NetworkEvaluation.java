package org.dipscope.neural.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * Tables of how well significances are estimated, beside the information limit: the same histograms
 * for every estimator.
 */
public final class NetworkEvaluation {
  private NetworkEvaluation() {}

  /**
   * An estimator on a sample.
   *
   * @param estimator who estimated
   * @param limit the half width that perfect inference reaches; NaN where unknown
   * @param overall all histograms
   * @param slices by true significance ({@code truth}), {@code bins}, {@code dynamicRange} and
   *     {@code width}
   */
  public record Row(
      String estimator, double limit, Performance overall, Map<String, List<Performance>> slices) {}

  /** Makes an estimator for the widths of a mode. */
  public interface Maker {
    /** The estimator. */
    SignificanceEstimator of(Mode mode);
  }

  /**
   * Evaluates on every sample.
   *
   * @param makers estimators to compare
   * @param histograms drawn per sample; those with a signal near an edge are left out
   * @param onProgress told the part done
   */
  public static List<Row> run(
      List<Maker> makers, int histograms, long seed, DoubleConsumer onProgress, CancelToken token) {
    List<Row> rows = new ArrayList<>();
    List<EvaluationSample> samples = EvaluationSample.all();
    int done = 0;
    for (EvaluationSample sample : samples) {
      for (Maker maker : makers) {
        SignificanceEstimator estimator = maker.of(sample.mode());
        SignificanceEstimator.Worker worker = estimator.worker();
        List<Evaluation.Trial> trials =
            Evaluation.trials(
                sample.settings(), histograms, seed, counts -> predict(worker, counts), token);
        rows.add(
            new Row(
                estimator.id(),
                sample.limit(),
                Evaluation.performance(sample.name(), trials),
                Evaluation.slices(trials)));
        onProgress.accept((double) ++done / (samples.size() * makers.size()));
      }
    }
    return rows;
  }

  private static double[][][] predict(SignificanceEstimator.Worker worker, List<double[]> counts) {
    double[][] z = new double[counts.size()][];
    double[][] error = new double[counts.size()][];
    for (int h = 0; h < z.length; h++) {
      int bins = counts.get(h).length;
      Binning binning = Binning.uniform(bins, 0, bins);
      ZCurve curve = worker.scan(BumpData.of("drawn", binning, Values.of(counts.get(h)), null));
      z[h] = curve.z().toArray();
      error[h] = curve.error().toArray();
    }
    return new double[][][] {z, error};
  }
}
