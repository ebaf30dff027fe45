package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.math.Cholesky;
import org.dipscope.core.math.FlatArrays;

/**
 * A measured spectrum y with covariance V: &lambda; = (y &minus; &nu;)<sup>T</sup>
 * V<sup>&minus;1</sup> (y &minus; &nu;), where V covers the used bins only. Expected rates of any
 * sign are taken as they are.
 */
public final class GaussianSpectrum extends DataTerm {
  private final double[] value;
  private final double[][] covariance;
  private final boolean[] used;
  private final int usedCount;

  /** V<sup>-1</sup> over all bins, with zeros in the rows and columns of masked bins. */
  private final double[][] precision;

  private GaussianSpectrum(double[] value, double[][] covariance, boolean[] used) {
    this.value = value;
    this.covariance = covariance;
    this.used = used;
    int[] index = usedIndices(used);
    usedCount = index.length;
    precision = precision(covariance, index);
  }

  /**
   * A measured spectrum with all bins used.
   *
   * @param values measured content per bin, in the units of the templates
   * @param covariance symmetric and positive definite, in the square of these units
   * @throws org.dipscope.core.problem.ProblemException if a number is not finite, the sizes differ,
   *     or the covariance is not symmetric or not positive definite (the bin is named)
   */
  public static GaussianSpectrum of(double[] values, double[][] covariance) {
    boolean[] all = new boolean[values.length];
    Arrays.fill(all, true);
    return of(values, covariance, all);
  }

  /** As {@link #of(double[], double[][])} with a mask; masked bins may hold anything. */
  public static GaussianSpectrum of(double[] values, double[][] covariance, boolean[] used) {
    Checks.bins(values.length, used.length);
    check(values, covariance, used);
    double[][] copy = new double[covariance.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = covariance[i].clone();
    }
    return new GaussianSpectrum(values.clone(), copy, used.clone());
  }

  /**
   * V<sub>ij</sub> = &delta;<sub>ij</sub> stat<sub>i</sub>&sup2; + &Sigma;<sub>k</sub>
   * s<sub>ki</sub> s<sub>kj</sub> + f&sup2; y<sub>i</sub> y<sub>j</sub>: independent statistical
   * errors, fully correlated systematic shifts, and a relative luminosity error.
   *
   * @param values y, measured content per bin
   * @param statistical stat, one standard deviation per bin
   * @param shifts s, for each source its shift in every bin; may be empty
   * @param relativeLuminosityError f
   */
  public static double[][] covariance(
      double[] values, double[] statistical, double[][] shifts, double relativeLuminosityError) {
    int n = values.length;
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = i == j ? statistical[i] * statistical[i] : 0;
        for (double[] shift : shifts) {
          sum += shift[i] * shift[j];
        }
        sum += relativeLuminosityError * relativeLuminosityError * values[i] * values[j];
        v[i][j] = sum;
      }
    }
    return v;
  }

  private static void check(double[] values, double[][] covariance, boolean[] used) {
    if (covariance.length != values.length) {
      throw Checks.bad(
          "The covariance has " + covariance.length + " rows for " + values.length + " bins.",
          "Give one row and one column per bin.");
    }
    for (int i = 0; i < values.length; i++) {
      if (covariance[i].length != values.length) {
        throw Checks.bad(
            "Row " + (i + 1) + " of the covariance has " + covariance[i].length + " entries.",
            "Give one column per bin.");
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (used[i] && !(Math.abs(values[i]) <= Checks.LARGEST)) {
        throw Checks.bad(
            "The measured value of bin " + (i + 1) + " is " + values[i] + ".",
            "Mask the bin or correct it.");
      }
      for (int j = 0; j <= i; j++) {
        if (used[i] && used[j]) {
          checkPair(covariance, i, j);
        }
      }
    }
  }

  private static void checkPair(double[][] v, int i, int j) {
    double scale = Math.sqrt(Math.abs(v[i][i] * v[j][j]));
    if (!(Math.abs(v[i][j] - v[j][i]) <= 1e-9 * scale)) {
      throw Checks.bad(
          "The covariance of bins " + (j + 1) + " and " + (i + 1) + " is not symmetric.",
          "Entries (i, j) and (j, i) must be equal and finite.");
    }
  }

  private static int[] usedIndices(boolean[] used) {
    int[] index = new int[used.length];
    int count = 0;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        index[count++] = i;
      }
    }
    return Arrays.copyOf(index, count);
  }

  private static double[][] precision(double[][] covariance, int[] index) {
    int n = index.length;
    double[] factor = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        factor[i * n + j] = covariance[index[i]][index[j]];
      }
    }
    int failed = Cholesky.factorise(factor, n);
    if (failed >= 0) {
      throw Checks.bad(
          "The covariance is not positive definite at bin " + (index[failed] + 1) + ".",
          "Every bin needs a statistical error of its own, or mask the bin.");
    }
    double[] inverse = Cholesky.inverse(factor, n);
    double[][] precision = new double[covariance.length][covariance.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        precision[index[i]][index[j]] = inverse[i * n + j];
      }
    }
    return precision;
  }

  @Override
  public int binCount() {
    return value.length;
  }

  @Override
  public int usedBinCount() {
    return usedCount;
  }

  @Override
  public boolean isUsed(int bin) {
    return used[bin];
  }

  @Override
  public double value(int bin) {
    return value[bin];
  }

  /** The standard deviation of bin i, the root of the diagonal of V. */
  public double standardDeviation(int bin) {
    return Math.sqrt(covariance[bin][bin]);
  }

  @Override
  public GaussianSpectrum withMask(boolean[] mask) {
    return of(value, covariance, mask);
  }

  @Override
  public GaussianSpectrum asimov(double[] rate) {
    return of(rate, covariance, used);
  }

  @Override
  double twiceNll(double[] rate, DataBuffer buffer) {
    int n = value.length;
    double[] residual = buffer.term;
    for (int i = 0; i < n; i++) {
      residual[i] = used[i] ? value[i] - rate[i] : 0;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double weighted = FlatArrays.dot(precision[i], residual, n);
      buffer.slope[i] = -2 * weighted;
      sum += weighted * residual[i];
    }
    return sum;
  }

  @Override
  double derivatives(double[] rate, DataBuffer buffer) {
    return twiceNll(rate, buffer);
  }

  @Override
  void curvatureTimes(double[] column, DataBuffer buffer, double[] out, boolean withoutNegative) {
    for (int i = 0; i < value.length; i++) {
      out[i] = 2 * FlatArrays.dot(precision[i], column, value.length);
    }
  }

  @Override
  int flooredBins(double[] rate) {
    return 0;
  }
}
