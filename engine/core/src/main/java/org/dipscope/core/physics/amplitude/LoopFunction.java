package org.dipscope.core.physics.amplitude;

import org.dipscope.core.math.Complex;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The quark triangle of gg → Φ, normalised so that a heavy quark gives 4/3 (H) and 2 (A). With τ =
 * ŝ/4m_q² (Spira, Djouadi, Graudenz, Zerwas, hep-ph/9504378):
 *
 * <pre>
 *   A_H(τ) = 2 [τ + (τ − 1) f(τ)] / τ²        A_A(τ) = 2 f(τ) / τ
 *   f(τ)   = arcsin² √τ                        τ ≤ 1
 *          = ¼ (π² − L²) + iπL/2               τ > 1,   L = ln [(1 + b)/(1 − b)], b = √(1 − 1/τ)
 * </pre>
 *
 * Below τ = 1/4 the power series of arcsin² is summed, because the closed form of A_H cancels.
 */
public final class LoopFunction {
  private static final double SERIES_BELOW = 0.25;
  private static final double LARGEST_TAU = 1e100;

  private LoopFunction() {}

  /**
   * A_H, the CP-even loop; dimensionless.
   *
   * @throws ProblemException if τ is not in [0, 1e100]
   */
  public static Complex even(double tau) {
    check(tau);
    if (tau < SERIES_BELOW) {
      return new Complex(evenSeries(tau), 0);
    }
    Complex f = f(tau);
    double factor = 1 - 1 / tau;
    return new Complex(2 * (1 + factor * f.re()) / tau, 2 * factor * f.im() / tau);
  }

  /**
   * A_A, the CP-odd loop; dimensionless.
   *
   * @throws ProblemException if τ is not in [0, 1e100]
   */
  public static Complex odd(double tau) {
    check(tau);
    return tau < SERIES_BELOW ? new Complex(oddSeries(tau), 0) : f(tau).times(2 / tau);
  }

  private static Complex f(double tau) {
    if (tau <= 1) {
      double arcsine = Math.asin(Math.sqrt(tau));
      return new Complex(arcsine * arcsine, 0);
    }
    double b = Math.sqrt((tau - 1) / tau);
    double log = Math.log1p(2 * b * (1 + b) * tau);
    return new Complex(0.25 * (Math.PI * Math.PI - log * log), 0.5 * Math.PI * log);
  }

  /** arcsin²√τ = Σ aₙτⁿ, a₁ = 1, aₙ₊₁/aₙ = 2n²/((n+1)(2n+1)); A_H = 2 Σ (aₙ₊₁ − aₙ₊₂) τⁿ. */
  private static double evenSeries(double tau) {
    double a = 1;
    double power = 1;
    double sum = 0;
    for (int n = 1; power > 1e-18; n++) {
      double next = a * 2 * n * n / ((n + 1.0) * (2 * n + 1));
      sum += (a - next) * power;
      a = next;
      power *= tau;
    }
    return 2 * sum;
  }

  private static double oddSeries(double tau) {
    double a = 1;
    double power = 1;
    double sum = 0;
    for (int n = 1; power > 1e-18; n++) {
      sum += a * power;
      a *= 2.0 * n * n / ((n + 1.0) * (2 * n + 1));
      power *= tau;
    }
    return 2 * sum;
  }

  private static void check(double tau) {
    if (!(tau >= 0 && tau <= LARGEST_TAU)) {
      throw new ProblemException(
          Problem.badInput(
              "The loop function is asked for at tau = " + tau + ".",
              "tau = s/4m² must lie between 0 and 1e100; check the energy and the quark mass."));
    }
  }
}
