package org.dipscope.neural.significance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * @param truth largest z<sub>LR</sub> of every histogram
   * @param found largest z of every histogram
   */
  public record Row(
      String estimator,
      double limit,
      Performance overall,
      Map<String, List<Slice>> slices,
      @JsonIgnore Values truth,
      @JsonIgnore Values found) {}

  /** What an evaluation tells while it goes on. */
  public interface Listener {
    /**
     * A sample is done by an estimator.
     *
     * @param part the part done of the whole
     */
    void evaluated(Row row, double part);
  }

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
   */
  public static List<Row> run(
      List<Maker> makers, int histograms, long seed, Listener listener, CancelToken token) {
    List<Row> rows = new ArrayList<>();
    List<EvaluationSample> samples = EvaluationSample.all();
    for (EvaluationSample sample : samples) {
      for (Maker maker : makers) {
        Row row = row(sample, maker.of(sample.mode()), histograms, seed, token);
        rows.add(row);
        listener.evaluated(row, (double) rows.size() / (samples.size() * makers.size()));
      }
    }
    return rows;
  }

  private static Row row(
      EvaluationSample sample,
      SignificanceEstimator estimator,
      int histograms,
      long seed,
      CancelToken token) {
    SignificanceEstimator.Worker worker = estimator.worker();
    List<Evaluation.Trial> trials =
        Evaluation.trials(
            sample.settings(), histograms, seed, counts -> predict(worker, counts), token);
    return new Row(
        estimator.id(),
        sample.limit(),
        Evaluation.performance(sample.name(), trials),
        Evaluation.slices(trials, sample.limits()),
        Values.of(trials.stream().mapToDouble(Evaluation.Trial::truth).toArray()),
        Values.of(trials.stream().mapToDouble(t -> t.truth() + t.difference()).toArray()));
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
