package org.dipscope.core.physics.spectrum;

import java.util.Arrays;
import org.dipscope.core.math.Complex;

/**
 * The poles near one quadrature cell, in the coordinate x ∈ [−1, 1] of the cell, and the correction
 * of the Gauss–Legendre weights that integrates a smooth function over Π (x − z_m) exactly up to
 * the interpolation of that function:
 *
 * <pre>
 *   κ(x_j) = 1 + c_j Σ_m q_m Π_{l ≠ m} (x_j − z_l),    q_m = Q_n(z_m) / Π_{l ≠ m} (z_m − z_l),
 * </pre>
 *
 * the partial-fraction form of the rule in {@link PoleRule}. The sum is kept as a polynomial in x.
 * Mutable, owned by one evaluator.
 */
final class PoleSet {
  private static final int MOST = 4;

  /** Plain Gauss–Legendre leaves an error ρ^−2n for a pole on the ellipse ρ; this is ρ^n. */
  private static final double QUADRATURE = 2e6;

  /** Interpolation leaves ρ^−n: the other poles have to go as well if they are this near. */
  private static final double INTERPOLATION = 1e10;

  /** Upward recurrence loses a factor ρ^2n of its relative accuracy. */
  private static final double STABLE_UPWARD = 1e4;

  private static final int EXTRA = 24;

  private final int order;
  private final double nearAxes;
  private final double farAxes;
  private final double upwardAxes;
  private final double[] poleRe = new double[MOST];
  private final double[] poleIm = new double[MOST];
  private final double[] secondRe = new double[MOST];
  private final double[] secondIm = new double[MOST];
  private final double[] polynomialRe = new double[MOST];
  private final double[] polynomialIm = new double[MOST];
  private final double[] productRe = new double[MOST];
  private final double[] productIm = new double[MOST];
  private final double[] momentumRe = new double[MOST];
  private final double[] momentumIm = new double[MOST];
  private int count;
  private double valueRe;
  private double valueIm;

  PoleSet(int order) {
    this.order = order;
    this.nearAxes = axes(QUADRATURE);
    this.farAxes = axes(INTERPOLATION);
    this.upwardAxes = axes(STABLE_UPWARD);
  }

  /** The sum of the distances to ±1 on the ellipse of a given ρ^n. */
  private double axes(double power) {
    double rho = Math.pow(power, 1.0 / order);
    return rho + 1 / rho;
  }

  private static double distances(double re, double im) {
    double im2 = im * im;
    return Math.sqrt((re - 1) * (re - 1) + im2) + Math.sqrt((re + 1) * (re + 1) + im2);
  }

  void clear() {
    count = 0;
  }

  /** Whether plain quadrature in a cell does not see a pole at t. */
  boolean isNear(Complex t, CellGeometry cells, int cell) {
    return distances(cells.local(cell, t.re()), t.im() / cells.half(cell)) < nearAxes;
  }

  /** Adds the pole at t unless it is so far that a polynomial describes it. */
  void add(Complex t, CellGeometry cells, int cell) {
    double re = cells.local(cell, t.re());
    double im = t.im() / cells.half(cell);
    double distances = distances(re, im);
    if (distances < farAxes) {
      secondKind(re, im, distances < upwardAxes);
      add(re, im, t.re(), t.im());
    }
  }

  /** Adds the poles of another set. */
  void addAll(PoleSet other) {
    for (int m = 0; m < other.count; m++) {
      valueRe = other.secondRe[m];
      valueIm = other.secondIm[m];
      add(other.poleRe[m], other.poleIm[m], other.momentumRe[m], other.momentumIm[m]);
    }
  }

  /** Adds the complex conjugates of the poles of another set. */
  void addConjugates(PoleSet other) {
    for (int m = 0; m < other.count; m++) {
      valueRe = other.secondRe[m];
      valueIm = -other.secondIm[m];
      add(other.poleRe[m], -other.poleIm[m], other.momentumRe[m], -other.momentumIm[m]);
    }
  }

  private void add(double re, double im, double tRe, double tIm) {
    poleRe[count] = re;
    poleIm[count] = im;
    momentumRe[count] = tRe;
    momentumIm[count] = tIm;
    secondRe[count] = valueRe;
    secondIm[count] = valueIm;
    count++;
  }

  /** Prepares Σ_m t_m^p q_m Π_{l ≠ m} (x − z_l) for the poles added so far; p is even. */
  void prepare(int thresholdPower) {
    Arrays.fill(polynomialRe, 0);
    Arrays.fill(polynomialIm, 0);
    for (int m = 0; m < count; m++) {
      valueRe = secondRe[m];
      valueIm = secondIm[m];
      double squareRe = momentumRe[m] * momentumRe[m] - momentumIm[m] * momentumIm[m];
      double squareIm = 2 * momentumRe[m] * momentumIm[m];
      for (int power = 0; power < thresholdPower; power += 2) {
        double re = valueRe * squareRe - valueIm * squareIm;
        valueIm = valueRe * squareIm + valueIm * squareRe;
        valueRe = re;
      }
      multiplyOthers(m);
      for (int power = 0; power < count; power++) {
        polynomialRe[power] += valueRe * productRe[power] - valueIm * productIm[power];
        polynomialIm[power] += valueRe * productIm[power] + valueIm * productRe[power];
      }
    }
  }

  /** Evaluates the polynomial Σ_m q_m Π_{l ≠ m} (x − z_l) at a node. */
  void evaluate(double x) {
    double re = polynomialRe[count - 1];
    double im = polynomialIm[count - 1];
    for (int power = count - 2; power >= 0; power--) {
      re = re * x + polynomialRe[power];
      im = im * x + polynomialIm[power];
    }
    valueRe = re;
    valueIm = im;
  }

  /** Real part of what was evaluated last: (κ − 1) t_j^p/c_j. */
  double re() {
    return valueRe;
  }

  /** Imaginary part of what was evaluated last. */
  double im() {
    return valueIm;
  }

  /** Π_{l ≠ m} (x − z_l) into product; divides value by Π_{l ≠ m} (z_m − z_l). */
  private void multiplyOthers(int m) {
    productRe[0] = 1;
    productIm[0] = 0;
    int degree = 0;
    double re = valueRe;
    double im = valueIm;
    for (int l = 0; l < count; l++) {
      if (l == m) {
        continue;
      }
      double gapRe = poleRe[m] - poleRe[l];
      double gapIm = poleIm[m] - poleIm[l];
      double norm = gapRe * gapRe + gapIm * gapIm;
      double quotient = (re * gapRe + im * gapIm) / norm;
      im = (im * gapRe - re * gapIm) / norm;
      re = quotient;
      degree++;
      productRe[degree] = 0;
      productIm[degree] = 0;
      for (int power = degree; power >= 0; power--) {
        double lowerRe = power == 0 ? 0 : productRe[power - 1];
        double lowerIm = power == 0 ? 0 : productIm[power - 1];
        double here = productRe[power];
        productRe[power] = lowerRe - (here * poleRe[l] - productIm[power] * poleIm[l]);
        productIm[power] = lowerIm - (here * poleIm[l] + productIm[power] * poleRe[l]);
      }
    }
    valueRe = re;
    valueIm = im;
  }

  /** Q_n(z) off the cut. */
  private void secondKind(double re, double im, boolean upwardIsStable) {
    double below = (re - 1) * (re - 1) + im * im;
    double above = (re + 1) * (re + 1) + im * im;
    double zeroRe = 0.25 * Math.log(above / below);
    double zeroIm = 0.5 * (Math.atan2(im, re + 1) - Math.atan2(im, re - 1));
    if (upwardIsStable) {
      upward(re, im, zeroRe, zeroIm);
    } else {
      downward(re, im, zeroRe, zeroIm);
    }
  }

  /** (n+1) Q_{n+1} = (2n+1) z Q_n − n Q_{n−1} from Q₀ and Q₁ = z Q₀ − 1. */
  private void upward(double re, double im, double zeroRe, double zeroIm) {
    double previousRe = zeroRe;
    double previousIm = zeroIm;
    valueRe = re * previousRe - im * previousIm - 1;
    valueIm = re * previousIm + im * previousRe;
    for (int n = 1; n < order; n++) {
      double a = (2 * n + 1.0) / (n + 1);
      double b = n / (n + 1.0);
      double nextRe = a * (re * valueRe - im * valueIm) - b * previousRe;
      double nextIm = a * (re * valueIm + im * valueRe) - b * previousIm;
      previousRe = valueRe;
      previousIm = valueIm;
      valueRe = nextRe;
      valueIm = nextIm;
    }
  }

  /** The same recurrence for the ratios Q_n/Q_{n−1}, which is stable downward. */
  private void downward(double re, double im, double zeroRe, double zeroIm) {
    double ratioRe = 0;
    double ratioIm = 0;
    valueRe = zeroRe;
    valueIm = zeroIm;
    for (int n = order + EXTRA; n > 0; n--) {
      double divisorRe = (2 * n + 1) * re - (n + 1) * ratioRe;
      double divisorIm = (2 * n + 1) * im - (n + 1) * ratioIm;
      double norm = n / (divisorRe * divisorRe + divisorIm * divisorIm);
      ratioRe = divisorRe * norm;
      ratioIm = -divisorIm * norm;
      if (n <= order) {
        double product = valueRe * ratioRe - valueIm * ratioIm;
        valueIm = valueRe * ratioIm + valueIm * ratioRe;
        valueRe = product;
      }
    }
  }
}
