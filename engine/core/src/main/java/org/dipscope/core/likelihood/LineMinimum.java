package org.dipscope.core.likelihood;

import java.util.function.DoubleUnaryOperator;

/**
 * The minimum of a function on an interval: R. P. Brent's combination of golden sections and
 * parabolas (Algorithms for Minimization without Derivatives, 1973, chapter 5).
 */
final class LineMinimum {
  private static final double GOLDEN = 0.5 * (3 - Math.sqrt(5));
  private static final int MOST_EVALUATIONS = 60;

  private double x;
  private double fx;
  private double second;
  private double fSecond;
  private double third;
  private double fThird;
  private double step;
  private double stepBefore;

  private LineMinimum() {}

  /**
   * A minimum.
   *
   * @param x where
   * @param value f there
   */
  record Point(double x, double value) {}

  /**
   * Searches between low and high; NaN counts as infinitely high.
   *
   * @param tolerance how precisely x is wanted
   */
  static Point find(DoubleUnaryOperator f, double low, double high, double tolerance) {
    return new LineMinimum().search(f, low, high, tolerance);
  }

  private Point search(DoubleUnaryOperator f, double start, double end, double tolerance) {
    double low = start;
    double high = end;
    x = low + GOLDEN * (high - low);
    fx = value(f, x);
    second = x;
    third = x;
    fSecond = fx;
    fThird = fx;
    for (int i = 0; i < MOST_EVALUATIONS; i++) {
      double middle = 0.5 * (low + high);
      if (Math.abs(x - middle) <= 2 * tolerance - 0.5 * (high - low)) {
        break;
      }
      nextStep(low, high, middle, tolerance);
      double u = x + (Math.abs(step) >= tolerance ? step : Math.copySign(tolerance, step));
      double fu = value(f, u);
      if (fu <= fx) {
        if (u >= x) {
          low = x;
        } else {
          high = x;
        }
      } else if (u < x) {
        low = u;
      } else {
        high = u;
      }
      remember(u, fu);
    }
    return new Point(x, fx);
  }

  private static double value(DoubleUnaryOperator f, double at) {
    double value = f.applyAsDouble(at);
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /** The parabola through the three lowest points if it behaves, else a golden section. */
  private void nextStep(double low, double high, double middle, double tolerance) {
    double r = (x - second) * (fx - fThird);
    double q = (x - third) * (fx - fSecond);
    double p = (x - third) * q - (x - second) * r;
    q = 2 * (q - r);
    p = q > 0 ? -p : p;
    q = Math.abs(q);
    double limit = Math.abs(0.5 * q * stepBefore);
    stepBefore = step;
    if (Math.abs(p) < limit && p > q * (low - x) && p < q * (high - x)) {
      step = p / q;
      double u = x + step;
      if (u - low < 2 * tolerance || high - u < 2 * tolerance) {
        step = Math.copySign(tolerance, middle - x);
      }
    } else {
      stepBefore = x < middle ? high - x : low - x;
      step = GOLDEN * stepBefore;
    }
  }

  private void remember(double u, double fu) {
    if (fu <= fx) {
      third = second;
      fThird = fSecond;
      second = x;
      fSecond = fx;
      x = u;
      fx = fu;
    } else if (fu <= fSecond || second == x) {
      third = second;
      fThird = fSecond;
      second = u;
      fSecond = fu;
    } else if (fu <= fThird || third == x || third == second) {
      third = u;
      fThird = fu;
    }
  }
}
