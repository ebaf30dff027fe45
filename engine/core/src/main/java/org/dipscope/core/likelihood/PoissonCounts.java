package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.math.FlatArrays;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Independent Poisson counts n<sub>i</sub>:
 *
 * <p>&lambda; = 2 &Sigma;<sub>i</sub> [&nu;<sub>i</sub> &minus; n<sub>i</sub> + n<sub>i</sub>
 * ln(n<sub>i</sub>/&nu;<sub>i</sub>)] (S. Baker and R. D. Cousins, Nucl. Instrum. Meth. 221 (1984)
 * 437, eq. 6).
 *
 * <p>Counts may be any real number &ge; 0, so Asimov data are welcome. An expected rate below
 * &epsilon;<sub>i</sub> = 10<sup>&minus;6</sup> max(1, n<sub>i</sub>), which strong destructive
 * interference or an empty background can produce, is replaced by the smooth positive rate
 * &epsilon;/(1 + u + u&sup2;) with u = 1 &minus; &nu;/&epsilon;. Value, slope and curvature join
 * continuously at &epsilon;, and &lambda; stays finite and keeps growing as the rate sinks.
 */
public final class PoissonCounts extends DataTerm {
  private static final double FLOOR = 1e-6;

  /** Largest s&sup2; of the series, s = (&nu; &minus; n)/(&nu; + n): rates from n/2 to 2n. */
  private static final double SERIES_LIMIT = 1.0 / 9.0;

  /**
   * P(z) = (artanh(&radic;z)/&radic;z &minus; 1)/z on [0, 1/9] as a Chebyshev expansion of degree 9
   * written in powers of z; absolute error 5e-17.
   */
  private static final double P0 = 0.3333333333333333;

  private static final double P1 = 0.20000000000007292;
  private static final double P2 = 0.1428571428355438;
  private static final double P3 = 0.11111111358713932;
  private static final double P4 = 0.09090894718066429;
  private static final double P5 = 0.07692785032479312;
  private static final double P6 = 0.06657072104827468;
  private static final double P7 = 0.06000536404795356;
  private static final double P8 = 0.04400369243072337;
  private static final double P9 = 0.08082022805971766;

  private final double[] count;
  private final double[] floor;
  private final boolean[] used;
  private final int[] masked;

  private PoissonCounts(double[] count, boolean[] used) {
    this.count = count;
    this.used = used;
    floor = new double[count.length];
    int maskedCount = 0;
    for (int i = 0; i < count.length; i++) {
      floor[i] = FLOOR * Math.max(1, count[i]);
      maskedCount += used[i] ? 0 : 1;
    }
    masked = new int[maskedCount];
    for (int i = 0, k = 0; i < used.length; i++) {
      if (!used[i]) {
        masked[k++] = i;
      }
    }
  }

  /**
   * Counts of all bins.
   *
   * @throws ProblemException if there is no bin, or a count is negative or not finite
   */
  public static PoissonCounts of(double... counts) {
    boolean[] all = new boolean[counts.length];
    Arrays.fill(all, true);
    return of(counts, all);
  }

  /**
   * Counts with a mask; masked bins may hold anything.
   *
   * @param used one entry per bin; false leaves the bin out of the likelihood
   * @throws ProblemException if there is no bin, the lengths differ, or a used count is negative or
   *     not finite
   */
  public static PoissonCounts of(double[] counts, boolean[] used) {
    Checks.bins(counts.length, used.length);
    for (int i = 0; i < counts.length; i++) {
      if (used[i] && !(counts[i] >= 0 && counts[i] <= Checks.LARGEST)) {
        throw Checks.bad(
            "The count of bin " + (i + 1) + " is " + counts[i] + ".",
            "Counts must be finite and not negative; mask the bin or correct it.");
      }
    }
    return new PoissonCounts(counts.clone(), used.clone());
  }

  @Override
  public int binCount() {
    return count.length;
  }

  @Override
  public int usedBinCount() {
    return count.length - masked.length;
  }

  @Override
  public boolean isUsed(int bin) {
    return used[bin];
  }

  @Override
  public double value(int bin) {
    return count[bin];
  }

  @Override
  public PoissonCounts withMask(boolean[] mask) {
    return of(count, mask);
  }

  @Override
  public PoissonCounts asimov(double[] rate) {
    if (rate.length != count.length) {
      throw new ProblemException(
          Problem.usage(
              rate.length + " rates for " + count.length + " bins.", "Give one rate per bin."));
    }
    double[] expected = new double[rate.length];
    for (int i = 0; i < rate.length; i++) {
      expected[i] = Math.max(0, rate[i]);
    }
    return of(expected, used);
  }

  @Override
  double twiceNll(double[] rate, DataBuffer buffer) {
    double[] term = buffer.term;
    double[] square = buffer.square;
    int n = count.length;
    series(rate, count, term, square, n);
    for (int i = 0; i < n; i++) {
      if (!(square[i] <= SERIES_LIMIT)) {
        term[i] = plainTerm(i, rate[i]);
      }
    }
    for (int i : masked) {
      term[i] = 0;
    }
    return FlatArrays.sum(term, n);
  }

  /**
   * 2[&nu; &minus; n &minus; n ln(&nu;/n)] = 2s[(&nu; &minus; n) &minus; 2n s&sup2; P(s&sup2;)],
   * without cancellation. This loop is what the surface spends its time in; it has no branch and no
   * call so that the compiler turns it into vector instructions.
   */
  private static void series(double[] rate, double[] count, double[] term, double[] square, int n) {
    for (int i = 0; i < n; i++) {
      double difference = rate[i] - count[i];
      double s = difference / (rate[i] + count[i]);
      double z = s * s;
      double p = P8 + z * P9;
      p = P7 + z * p;
      p = P6 + z * p;
      p = P5 + z * p;
      p = P4 + z * p;
      p = P3 + z * p;
      p = P2 + z * p;
      p = P1 + z * p;
      p = P0 + z * p;
      square[i] = z;
      term[i] = 2 * s * (difference - 2 * count[i] * z * p);
    }
  }

  private double plainTerm(int i, double nu) {
    double n = count[i];
    double rate = nu < floor[i] ? protectedRate(nu, floor[i]) : nu;
    return n > 0 ? 2 * (rate - n + n * Math.log(n / rate)) : 2 * rate;
  }

  @Override
  double derivatives(double[] rate, DataBuffer buffer) {
    double value = twiceNll(rate, buffer);
    double[] slope = buffer.slope;
    double[] curvature = buffer.curvature;
    int n = count.length;
    for (int i = 0; i < n; i++) {
      double inverse = 1 / rate[i];
      slope[i] = 2 * (rate[i] - count[i]) * inverse;
      curvature[i] = 2 * count[i] * inverse * inverse;
    }
    for (int i = 0; i < n; i++) {
      if (!(rate[i] >= floor[i])) {
        protectedDerivatives(i, rate[i], buffer);
      }
    }
    for (int i : masked) {
      slope[i] = 0;
      curvature[i] = 0;
    }
    return value;
  }

  private void protectedDerivatives(int i, double nu, DataBuffer buffer) {
    double epsilon = floor[i];
    double u = 1 - nu / epsilon;
    double q = 1 + u + u * u;
    double rate = protectedRate(nu, epsilon);
    double first = (1 + 2 * u) / (q * q);
    double second = 2 * ((1 + 2 * u) * (1 + 2 * u) - q) / (q * q * q * epsilon);
    double outer = 2 - 2 * count[i] / rate;
    buffer.slope[i] = outer * first;
    buffer.curvature[i] = 2 * count[i] * (first / rate) * (first / rate) + outer * second;
  }

  private static double protectedRate(double nu, double epsilon) {
    double u = 1 - nu / epsilon;
    return epsilon / (1 + u + u * u);
  }

  @Override
  void curvatureTimes(double[] column, DataBuffer buffer, double[] out, boolean withoutNegative) {
    double[] curvature = buffer.curvature;
    if (withoutNegative) {
      for (int i = 0; i < column.length; i++) {
        out[i] = Math.max(0, curvature[i]) * column[i];
      }
    } else {
      FlatArrays.product(curvature, column, out, column.length);
    }
  }

  @Override
  int flooredBins(double[] rate) {
    int floored = 0;
    for (int i = 0; i < rate.length; i++) {
      floored += used[i] && rate[i] < floor[i] ? 1 : 0;
    }
    return floored;
  }
}
