package org.dipscope.core.histfactory;

/** A factor on the rates of a sample as a function of one internal coordinate. */
public sealed interface Factor {
  /** A parameter that only shifts. */
  Factor ONE = new Constant();

  /**
   * Writes the factor, its first and its second derivative.
   *
   * @param out receives them from {@code at} on
   */
  void evaluate(double x, double[] out, int at);

  /** Always 1. */
  record Constant() implements Factor {
    @Override
    public void evaluate(double x, double[] out, int at) {
      out[at] = 1;
      out[at + 1] = 0;
      out[at + 2] = 0;
    }
  }

  /** x<sup>exponent</sup>, where exponents below 2 other than 1 would not be smooth at 0. */
  record Power(double exponent) implements Factor {
    @Override
    public void evaluate(double x, double[] out, int at) {
      if (exponent == 1) {
        out[at] = x;
        out[at + 1] = 1;
        out[at + 2] = 0;
      } else if (exponent == 2) {
        out[at] = x * x;
        out[at + 1] = 2 * x;
        out[at + 2] = 2;
      } else {
        out[at] = Math.pow(x, exponent);
        out[at + 1] = exponent * Math.pow(x, exponent - 1);
        out[at + 2] = exponent * (exponent - 1) * Math.pow(x, exponent - 2);
      }
    }
  }

  /** Code 1: high<sup>x</sup> from 0 upwards, low<sup>&minus;x</sup> below. */
  record Exponential(double logHigh, double logLow) implements Factor {
    @Override
    public void evaluate(double x, double[] out, int at) {
      double slope = isFromAbove(x) ? logHigh : -logLow;
      double value = Math.exp(x * slope);
      out[at] = value;
      out[at + 1] = slope * value;
      out[at + 2] = slope * slope * value;
    }
  }

  /**
   * Code 4: high<sup>x</sup> above 1, low<sup>&minus;x</sup> below &minus;1, and between 1 +
   * &Sigma;<sub>n=1..6</sub> c<sub>n</sub> x<sup>n</sup>, twice continuously differentiable at
   * &plusmn;1.
   */
  record SixthOrder(
      double logHigh,
      double logLow,
      double c1,
      double c2,
      double c3,
      double c4,
      double c5,
      double c6)
      implements Factor {

    /** From the factors at +1 and &minus;1. */
    public static SixthOrder of(double high, double low) {
      double lh = Math.log(high);
      double ll = Math.log(low);
      double s0 = 0.5 * (high + low);
      double a0 = 0.5 * (high - low);
      double s1 = 0.5 * (high * lh - low * ll);
      double a1 = 0.5 * (high * lh + low * ll);
      double s2 = 0.5 * (high * lh * lh + low * ll * ll);
      double a2 = 0.5 * (high * lh * lh - low * ll * ll);
      return new SixthOrder(
          lh,
          ll,
          (15 * a0 - 7 * s1 + a2) / 8,
          (-24 + 24 * s0 - 9 * a1 + s2) / 8,
          (-5 * a0 + 5 * s1 - a2) / 4,
          (12 - 12 * s0 + 7 * a1 - s2) / 4,
          (3 * a0 - 3 * s1 + a2) / 8,
          (-8 + 8 * s0 - 5 * a1 + s2) / 8);
    }

    @Override
    public void evaluate(double x, double[] out, int at) {
      if (x >= 1 || x <= -1) {
        double slope = x >= 1 ? logHigh : -logLow;
        double value = Math.exp(x * slope);
        out[at] = value;
        out[at + 1] = slope * value;
        out[at + 2] = slope * slope * value;
      } else {
        out[at] = 1 + x * (c1 + x * (c2 + x * (c3 + x * (c4 + x * (c5 + x * c6)))));
        out[at + 1] = c1 + x * (2 * c2 + x * (3 * c3 + x * (4 * c4 + x * (5 * c5 + x * 6 * c6))));
        out[at + 2] = 2 * c2 + x * (6 * c3 + x * (12 * c4 + x * (20 * c5 + x * 30 * c6)));
      }
    }
  }

  /** Whether derivatives at x are those from above: x is positive, or 0.0 but not &minus;0.0. */
  static boolean isFromAbove(double x) {
    return x > 0 || (x == 0 && 1 / x > 0);
  }
}
