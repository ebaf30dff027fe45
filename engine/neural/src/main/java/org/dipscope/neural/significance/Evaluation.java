package org.dipscope.neural.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.bump.generator.HistogramGenerator;
import org.dipscope.core.bump.generator.PseudoHistogram;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * Draws histograms that no training sees, and compares what is estimated with the truth over the
 * interior: the bins from 0.1 N to 0.9 N, of histograms whose signal is there or that have none.
 */
final class Evaluation {
  /** Histograms that share their number of bins; few, so that a sample has many numbers of bins. */
  private static final int BATCH = 10;

  /** Seeds of evaluations never meet those of trainings, which are not negative. */
  private static final long APART = Long.MIN_VALUE;

  private Evaluation() {}

  /** Whatever gives significances of histograms of equally many bins. */
  interface Predictor {
    /** z of the counts, one row each, and errors in a second array or an empty one. */
    double[][][] predict(List<double[]> counts);
  }

  /**
   * What came of one histogram.
   *
   * @param truth largest z<sub>LR</sub> of the interior
   * @param difference largest estimated z minus that
   * @param pulls (z &minus; z<sub>LR</sub>)/error of interior bins
   */
  record Trial(
      int bins,
      double dynamicRange,
      double width,
      double truth,
      double difference,
      double[] pulls) {}

  /** Draws and compares. */
  static List<Trial> trials(
      GeneratorSettings settings,
      int histograms,
      long seed,
      Predictor predictor,
      CancelToken token) {
    HistogramGenerator generator = new HistogramGenerator(settings);
    List<Trial> trials = new ArrayList<>();
    for (int first = 0; first < histograms; first += BATCH) {
      token.throwIfCancelled();
      UniformRandomProvider random = HistogramGenerator.block(APART + seed, first);
      int bins = generator.bins(random);
      List<PseudoHistogram> drawn = new ArrayList<>();
      for (int h = 0; h < Math.min(BATCH, histograms - first); h++) {
        drawn.add(generator.next(bins, random));
      }
      double[][][] out = predictor.predict(drawn.stream().map(PseudoHistogram::counts).toList());
      for (int h = 0; h < drawn.size(); h++) {
        double[] error = out[1].length == 0 ? new double[0] : out[1][h];
        trial(drawn.get(h), out[0][h], error, trials);
      }
    }
    return trials;
  }

  private static void trial(PseudoHistogram drawn, double[] z, double[] error, List<Trial> trials) {
    int bins = z.length;
    int low = (int) Math.ceil(0.1 * bins);
    int high = Math.min(bins - 1, (int) Math.floor(0.9 * bins));
    if (drawn.centre() >= 0 && (drawn.centre() < low || drawn.centre() > high)) {
      return;
    }
    double[] pulls = new double[error.length == 0 ? 0 : high - low + 1];
    double largest = Double.NEGATIVE_INFINITY;
    double truth = Double.NEGATIVE_INFINITY;
    for (int i = low; i <= high; i++) {
      largest = Math.max(largest, z[i]);
      truth = Math.max(truth, drawn.target()[i]);
      if (pulls.length > 0) {
        pulls[i - low] = (z[i] - drawn.target()[i]) / error[i];
      }
    }
    double[] b = drawn.background();
    trials.add(
        new Trial(bins, b[0] / b[bins - 1], drawn.widthBins(), truth, largest - truth, pulls));
  }

  /** Bias, spread and the rest of some trials. */
  static Performance performance(String sample, List<Trial> trials) {
    double[] differences = trials.stream().mapToDouble(Trial::difference).toArray();
    double[] pulls = trials.stream().flatMapToDouble(t -> Arrays.stream(t.pulls())).toArray();
    long spurious = trials.stream().filter(t -> t.truth() + t.difference() > 5).count();
    return Performance.of(
        sample, differences, pulls, (double) spurious / Math.max(1, trials.size()));
  }

  /**
   * The trials divided by true significance, bins, dynamic range and width.
   *
   * @param limits what perfect inference reaches, where it is known
   */
  static Map<String, List<Slice>> slices(List<Trial> trials, Map<String, Values> limits) {
    Map<String, List<Slice>> slices = new LinkedHashMap<>();
    for (Division division : Division.values()) {
      slices.put(division.key(), sliced(trials, division, limits.get(division.key())));
    }
    return slices;
  }

  private static List<Slice> sliced(
      List<Trial> trials, Division division, @Nullable Values limits) {
    List<Slice> found = new ArrayList<>();
    Values edges = division.edges();
    for (int k = 0; k + 1 < edges.size(); k++) {
      double low = edges.get(k);
      double high = edges.get(k + 1);
      List<Trial> part =
          trials.stream().filter(t -> division.of(t) >= low && division.of(t) < high).toList();
      if (!part.isEmpty()) {
        double limit = limits == null ? Double.NaN : limits.get(k);
        found.add(new Slice(low, high, limit, performance(low + " to " + high, part)));
      }
    }
    return found;
  }
}
