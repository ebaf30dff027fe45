package org.dipscope.neural.significance;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dipscope.core.bump.KnownBackground;

/**
 * What the default network sees of a histogram, per bin: contents, position, smooth backgrounds
 * fitted beside the strongest candidate, and the significances that each of them gives. The
 * backgrounds are logarithmic polynomials of every order and the shapes of a {@link ShapeLibrary};
 * the network learns whom to believe and how wrong they are. For one thread.
 */
final class SpectrumFeatures {
  /** Features per bin. */
  static final int COUNT = 32;

  private static final double LARGEST_PULL = 12;
  private static final double REACH = 4;

  private final Map<Integer, Fits> fits = new HashMap<>();
  private final KnownBackground known = new KnownBackground();

  /** Everything that depends on the number of bins. */
  private static final class Fits {
    final PolynomialFits polynomials;
    final ShapeFits shapes;
    final Smooth[] hypotheses = new Smooth[4];
    final Smooth average;
    final double[] weight;
    final double[] z;
    final double[] plain;
    final double[] narrow;
    final double[] wide;

    Fits(int bins) {
      polynomials = new PolynomialFits(bins);
      shapes = new ShapeFits(new ShapeLibrary(bins));
      for (int k = 0; k < hypotheses.length; k++) {
        hypotheses[k] = new Smooth(bins);
      }
      average = new Smooth(bins);
      weight = new double[bins];
      z = new double[bins];
      plain = new double[bins];
      narrow = new double[bins];
      wide = new double[bins];
    }
  }

  /** Averages of backgrounds, with the signal beside which they were fitted. */
  private static final class Smooth {
    final double[] polynomial;
    final double[] shape;
    final double[] mean;
    final double[] variance;
    final double[] signal;
    double evidence;
    double chiPolynomials;
    double chiShapes;
    double deviance;

    Smooth(int bins) {
      polynomial = new double[bins];
      shape = new double[bins];
      mean = new double[bins];
      variance = new double[bins];
      signal = new double[bins];
    }
  }

  private Fits last = new Fits(5);
  private double strongest;

  /** The averaged background of the last histogram. */
  double[] background() {
    return last.average.mean;
  }

  /**
   * Fits a histogram: for each width the strongest candidate of that width and the backgrounds
   * beside it, then once more with the candidates that the average background shows.
   */
  void fit(double[] counts, double[] widths) {
    int bins = counts.length;
    Fits f = fits.computeIfAbsent(bins, Fits::new);
    last = f;
    f.polynomials.fitBackground(counts);
    System.arraycopy(f.polynomials.background, 0, f.plain, 0, bins);
    f.polynomials.prepareAbsorbed();
    for (int k = 0; k < widths.length; k++) {
      candidate(f, counts, widths[k], k);
    }
    for (int k = 0; k < widths.length; k++) {
      f.polynomials.fitWithSignal(counts, f.hypotheses[k].signal);
      for (int i = 0; i < bins; i++) {
        f.weight[i] = 1 / Math.max(f.polynomials.expected[i], 0.5);
      }
      average(f, f.hypotheses[k], counts);
    }
    combine(f, widths.length);
    strongest = 0;
    for (int k = 0; k < widths.length; k++) {
      refine(f, counts, widths[k], f.hypotheses[k]);
    }
    combine(f, widths.length);
  }

  /** Averages polynomials and shapes beside one signal. */
  private void average(Fits f, Smooth to, double[] counts) {
    int bins = counts.length;
    to.chiShapes = f.shapes.fit(counts, f.weight, to.signal, to.shape, to.variance);
    double chi = 0;
    for (int i = 0; i < bins; i++) {
      double r = counts[i] - f.polynomials.expected[i];
      chi += r * r * f.weight[i];
    }
    to.chiPolynomials = chi;
    double[] share = new double[PolynomialFits.ORDER + 1];
    double best = Double.POSITIVE_INFINITY;
    double penalty = Math.log(bins);
    for (int p = 1; p <= PolynomialFits.ORDER; p++) {
      share[p] = chi + f.polynomials.distance[p] + (p + 1) * penalty;
      best = Math.min(best, share[p]);
    }
    double total = 0;
    for (int p = 1; p <= PolynomialFits.ORDER; p++) {
      share[p] = Math.exp(-0.5 * (share[p] - best));
      total += share[p];
    }
    Arrays.fill(to.polynomial, 0);
    double[] second = new double[bins];
    for (int p = 1; p <= PolynomialFits.ORDER; p++) {
      double w = share[p] / total;
      if (w > 1e-4) {
        for (int i = 0; i < bins; i++) {
          double b = Math.exp(bounded20(f.polynomials.logarithms[p][i]));
          to.polynomial[i] += w * b;
          second[i] += w * b * b;
        }
      }
    }
    to.evidence = 0.5 * (best - to.chiShapes - 3 * penalty);
    double w = 1 / (1 + Math.exp(-to.evidence));
    for (int i = 0; i < bins; i++) {
      double shape = Math.max(to.shape[i], 0.05);
      double b = w * shape + (1 - w) * to.polynomial[i];
      double s = w * (to.variance[i] + shape * shape) + (1 - w) * second[i];
      to.shape[i] = shape;
      to.mean[i] = b;
      to.variance[i] = Math.max(0, s - b * b);
    }
    to.deviance = deviance(f, to, counts);
  }

  /** &minus;2 ln L of mean and signal up to a constant; leaves what is expected in the weights. */
  private static double deviance(Fits f, Smooth s, double[] counts) {
    double amplitude = amplitude(s, counts);
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = Math.max(s.mean[i] + amplitude * s.signal[i], 0.1 * s.mean[i]);
      f.weight[i] = 1 / Math.max(expected, 0.5);
      sum += expected - counts[i] * Math.log(expected);
    }
    return 2 * sum;
  }

  private static double amplitude(Smooth s, double[] counts) {
    double total = 0;
    double norm = 0;
    for (int k = 0; k < counts.length; k++) {
      double over = s.signal[k] / s.mean[k];
      total += over * (counts[k] - s.mean[k]);
      norm += over * s.signal[k];
    }
    return total / norm;
  }

  /** Averages the hypotheses with weights exp(&minus;deviance/2). */
  private static void combine(Fits f, int count) {
    Smooth to = f.average;
    int bins = to.mean.length;
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      best = Math.min(best, f.hypotheses[k].deviance);
    }
    double total = 0;
    for (int k = 0; k < count; k++) {
      total += Math.exp(-0.5 * (f.hypotheses[k].deviance - best));
    }
    Arrays.fill(to.polynomial, 0);
    Arrays.fill(to.shape, 0);
    Arrays.fill(to.mean, 0);
    Arrays.fill(to.variance, 0);
    Arrays.fill(to.signal, 0);
    to.evidence = 0;
    to.chiPolynomials = 0;
    to.chiShapes = 0;
    for (int k = 0; k < count; k++) {
      Smooth one = f.hypotheses[k];
      double w = Math.exp(-0.5 * (one.deviance - best)) / total;
      to.evidence += w * one.evidence;
      to.chiPolynomials += w * one.chiPolynomials;
      to.chiShapes += w * one.chiShapes;
      for (int i = 0; i < bins; i++) {
        to.polynomial[i] += w * one.polynomial[i];
        to.shape[i] += w * one.shape[i];
        to.mean[i] += w * one.mean[i];
        to.variance[i] += w * (one.variance[i] + one.mean[i] * one.mean[i]);
        to.signal[i] += w * one.signal[i];
      }
    }
    for (int i = 0; i < bins; i++) {
      to.variance[i] = Math.max(0, to.variance[i] - to.mean[i] * to.mean[i]);
    }
  }

  /** The strongest deviation from the polynomial, corrected for what the polynomial absorbs. */
  private void candidate(Fits f, double[] counts, double sigma, int which) {
    int bins = counts.length;
    double[] background = f.polynomials.background;
    double[] absorbed = which == 0 ? f.narrow : f.wide;
    double largest = -1;
    int centre = bins / 2;
    int reach = (int) Math.ceil(REACH * sigma);
    double[] shape = Gaussians.shares(sigma, reach);
    for (int j = 0; j < bins; j++) {
      int first = Math.max(0, j - reach);
      int end = Math.min(bins, j + reach + 1);
      double score = 0;
      double norm = 0;
      for (int i = first; i < end; i++) {
        double s = shape[i - j + reach];
        double over = s / background[i];
        score += over * (counts[i] - background[i]);
        norm += over * s;
      }
      absorbed[j] =
          Math.min(0.9, f.polynomials.absorbed(first, end, shape, first - j + reach, norm));
      double z = Math.abs(score) / Math.sqrt(norm * (1 - absorbed[j]));
      if (z > largest) {
        largest = z;
        centre = j;
      }
    }
    place(f.hypotheses[which].signal, centre, sigma);
  }

  /** Begins again with the strongest deviation of one width from the average of all backgrounds. */
  private void refine(Fits f, double[] counts, double sigma, Smooth hypothesis) {
    int bins = counts.length;
    double largest = -1;
    int centre = 0;
    known.z(counts, f.average.mean, sigma, f.z);
    for (int j = 0; j < bins; j++) {
      if (Math.abs(f.z[j]) > largest) {
        largest = Math.abs(f.z[j]);
        centre = j;
      }
    }
    strongest = Math.max(strongest, largest);
    place(hypothesis.signal, centre, sigma);
    f.polynomials.fitWithSignal(counts, hypothesis.signal);
    System.arraycopy(f.average.mean, 0, hypothesis.mean, 0, bins);
    deviance(f, hypothesis, counts);
    average(f, hypothesis, counts);
  }

  private static void place(double[] signal, int centre, double width) {
    Arrays.fill(signal, 0);
    int reach = (int) Math.ceil(REACH * width);
    double[] shape = Gaussians.shares(width, reach);
    for (int k = -reach; k <= reach; k++) {
      if (centre + k >= 0 && centre + k < signal.length) {
        signal[centre + k] = shape[k + reach];
      }
    }
  }

  /**
   * Writes the features of the last histogram.
   *
   * @param counts the same as fitted
   * @param widths the same as fitted, 1 or 4
   * @param out receives feature k of bin i at {@code offset + k * bins + i}
   * @param base receives the significances with the averaged background: one row per width, then
   *     the largest
   */
  void write(
      double[] counts, double[] widths, float[] out, int offset, float[] base, int baseOffset) {
    int bins = counts.length;
    Fits f = last;
    Arrays.fill(out, offset, offset + COUNT * bins, 0f);
    Smooth average = f.average;
    double[][] backgrounds = {average.mean, average.polynomial, average.shape};
    boolean isMixed = widths.length > 1;
    int largest = baseOffset + widths.length * bins;
    for (int i = 0; i < bins; i++) {
      if (isMixed) {
        base[largest + i] = Float.NEGATIVE_INFINITY;
      }
    }
    for (int e = 0; e < backgrounds.length; e++) {
      for (int k = 0; k < widths.length; k++) {
        known.z(counts, backgrounds[e], widths[k], f.z);
        int row = offset + (4 * e + k) * bins;
        for (int i = 0; i < bins; i++) {
          float z = (float) f.z[i];
          out[row + i] = bounded(z) / 4;
          if (e == 0) {
            base[baseOffset + k * bins + i] = z;
            if (isMixed) {
              base[largest + i] = Math.max(base[largest + i], z);
            }
          }
        }
      }
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double n : counts) {
      lowest = Math.min(lowest, n);
      highest = Math.max(highest, n);
    }
    double range = Math.max(1e-9, highest - lowest);
    double peak = 1e-9;
    for (double s : average.signal) {
      peak = Math.max(peak, s);
    }
    double fall = Math.log(average.mean[0] / average.mean[bins - 1]);
    for (int i = 0; i < bins; i++) {
      double b = average.mean[i];
      double root = 1 / Math.sqrt(b);
      double[] values = {
        bounded((counts[i] - Math.exp(bounded20(f.polynomials.logarithms[2][i]))) * root) / 4,
        bounded((counts[i] - Math.exp(bounded20(f.polynomials.logarithms[4][i]))) * root) / 4,
        bounded((counts[i] - f.plain[i]) * root) / 4,
        bounded((counts[i] - b) * root) / 4,
        Math.log(b) / 5 - 1,
        root,
        Math.min(3, Math.sqrt(average.variance[i]) * root),
        Math.sqrt(f.narrow[i] / (1 - f.narrow[i])) / 2,
        isMixed ? Math.sqrt(f.wide[i] / (1 - f.wide[i])) / 2 : 0,
        2.0 * i / (bins - 1) - 1,
        Math.min(1, 0.1 * Math.min(i, bins - 1 - i)),
        average.signal[i] / peak,
        Math.tanh(average.evidence / 10),
        Math.min(5, average.chiPolynomials / bins) - 1,
        Math.min(5, average.chiShapes / bins) - 1,
        bins / 50.0 - 1,
        isMixed ? 1 : 0,
        fall / 5,
        Math.min(3, strongest / 5),
        (counts[i] - lowest) / range
      };
      for (int k = 0; k < values.length; k++) {
        out[offset + (12 + k) * bins + i] = (float) values[k];
      }
    }
  }

  private static double bounded20(double y) {
    return Math.max(-20, Math.min(20, y));
  }

  private static double bounded(double pull) {
    return Math.max(-LARGEST_PULL, Math.min(LARGEST_PULL, pull));
  }

  private static float bounded(float z) {
    return (float) Math.max(-LARGEST_PULL, Math.min(LARGEST_PULL, z));
  }
}
