package org.dipscope.core.math;

/**
 * The gamma function of a complex argument: its logarithm and its logarithmic derivative.
 *
 * <p>Both use the Stirling series after the recurrence has moved the argument to Re z ≥ 12, and the
 * reflection formula for Re z &lt; ½ (NIST DLMF 5.5.1, 5.5.3, 5.5.4, 5.11.1, 5.11.2). The relative
 * error is a few units in 1e-15 away from the zeros of the results.
 */
public final class ComplexGamma {
  private static final double SHIFTED = 12;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  /** B_{2k} for k = 1 … 9. */
  private static final double[] BERNOULLI = {
    1.0 / 6,
    -1.0 / 30,
    1.0 / 42,
    -1.0 / 30,
    5.0 / 66,
    -691.0 / 2730,
    7.0 / 6,
    -3617.0 / 510,
    43867.0 / 798
  };

  private ComplexGamma() {}

  /**
   * Returns a logarithm of Γ(z): its exponential is Γ(z). The imaginary part is continuous for Re z
   * ≥ ½ (where it is the usual lnΓ) but may differ from it by a multiple of 2π for Re z &lt; ½.
   *
   * @param z any point but 0, −1, −2, … (where the result is not finite)
   */
  public static Complex logGamma(Complex z) {
    if (z.re() < 0.5) {
      // ln Γ(z) = ln π − ln sin πz − ln Γ(1−z)
      Complex mirrored = logGamma(new Complex(1 - z.re(), -z.im()));
      return logSinPi(z).plus(mirrored).negate().plus(Math.log(Math.PI));
    }
    Complex shifted = z;
    Complex logProduct = Complex.ZERO;
    while (shifted.re() < SHIFTED) {
      logProduct = logProduct.plus(shifted.log());
      shifted = shifted.plus(1);
    }
    Complex sum = shifted.plus(-0.5).times(shifted.log()).minus(shifted).plus(HALF_LOG_TWO_PI);
    Complex inverse = shifted.reciprocal();
    Complex inverseSquare = inverse.times(inverse);
    Complex power = inverse;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum = sum.plus(power.times(BERNOULLI[k - 1] / (2.0 * k * (2 * k - 1))));
      power = power.times(inverseSquare);
    }
    return sum.minus(logProduct);
  }

  /**
   * Returns ψ(z) = Γ′(z)/Γ(z).
   *
   * @param z any point but 0, −1, −2, … (where the result is not finite)
   */
  public static Complex digamma(Complex z) {
    if (z.re() < 0.5) {
      // ψ(z) = ψ(1−z) − π cot πz
      Complex mirrored = digamma(new Complex(1 - z.re(), -z.im()));
      return mirrored.minus(cotPi(z).times(Math.PI));
    }
    Complex shifted = z;
    Complex sum = Complex.ZERO;
    while (shifted.re() < SHIFTED) {
      sum = sum.minus(shifted.reciprocal());
      shifted = shifted.plus(1);
    }
    Complex inverse = shifted.reciprocal();
    Complex inverseSquare = inverse.times(inverse);
    sum = sum.plus(shifted.log()).minus(inverse.times(0.5));
    Complex power = inverseSquare;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum = sum.minus(power.times(BERNOULLI[k - 1] / (2.0 * k)));
      power = power.times(inverseSquare);
    }
    return sum;
  }

  /** ln sin πz without overflow far from the real axis. */
  private static Complex logSinPi(Complex z) {
    if (z.im() < 0) {
      return logSinPi(z.conjugate()).conjugate();
    }
    // sin πz = (i/2) e^{−iπz} (1 − e^{2πiz}), where |e^{2πiz}| ≤ 1
    Complex logOfRest = Complex.ONE.minus(turn(z)).log();
    return new Complex(
        Math.PI * z.im() - Math.log(2) + logOfRest.re(),
        Math.PI / 2 - Math.PI * z.re() + logOfRest.im());
  }

  private static Complex cotPi(Complex z) {
    if (z.im() < 0) {
      return cotPi(z.conjugate()).conjugate();
    }
    Complex turn = turn(z);
    Complex ratio = turn.plus(1).over(turn.plus(-1));
    return new Complex(-ratio.im(), ratio.re());
  }

  /** e^{2πiz} with the real part reduced first, so that integers give an exact phase. */
  private static Complex turn(Complex z) {
    double fraction = z.re() - Math.rint(z.re());
    return new Complex(-2 * Math.PI * z.im(), 2 * Math.PI * fraction).exp();
  }
}
