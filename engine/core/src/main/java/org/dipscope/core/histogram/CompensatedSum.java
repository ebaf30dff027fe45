package org.dipscope.core.histogram;

/**
 * A running sum whose rounding error does not grow with the number of terms (A. Neumaier, ZAMM 54
 * (1974) 39). The result depends on the order of the terms only below the last printed digit, and
 * not at all on how they were batched.
 */
public final class CompensatedSum {
  private double sum;
  private double lost;

  /** Adds one term. A term that is not finite makes the sum so too. */
  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  /** The sum so far. */
  public double value() {
    return Double.isFinite(sum) ? sum + lost : sum;
  }
}
