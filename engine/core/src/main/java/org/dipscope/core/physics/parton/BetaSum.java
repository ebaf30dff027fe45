package org.dipscope.core.physics.parton;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.math.Complex;
import org.dipscope.core.math.ComplexGamma;

/** An input distribution x·f(x) = Σ c x^a (1−x)^b, whose Mellin moments are beta functions. */
record BetaSum(List<Term> terms) {

  /** The term c x^a (1−x)^b of x·f(x). */
  record Term(double coefficient, double power, double endPower) {
    /** ∫₀¹ dx x^{N−1} f(x) = c Γ(N−1+a) Γ(b+1) / Γ(N+a+b). */
    Complex moment(Complex n) {
      Complex logRatio =
          ComplexGamma.logGamma(n.plus(power - 1))
              .plus(ComplexGamma.logGamma(new Complex(endPower + 1, 0)))
              .minus(ComplexGamma.logGamma(n.plus(power + endPower)));
      return logRatio.exp().times(coefficient);
    }
  }

  BetaSum {
    terms = List.copyOf(terms);
  }

  /** The usual form A x^δ (1−x)^η (1 + ε√x + γx). */
  static BetaSum of(double norm, double power, double endPower, double root, double linear) {
    return new BetaSum(
        List.of(
            new Term(norm, power, endPower),
            new Term(norm * root, power + 0.5, endPower),
            new Term(norm * linear, power + 1, endPower)));
  }

  /** The sum {@code this + factor · other}. */
  BetaSum plus(double factor, BetaSum other) {
    List<Term> all = new ArrayList<>(terms);
    for (Term t : other.terms) {
      all.add(new Term(factor * t.coefficient, t.power, t.endPower));
    }
    return new BetaSum(all);
  }

  /** The moment ∫₀¹ dx x^{N−1} f(x), continued to complex N. */
  Complex moment(Complex n) {
    Complex sum = Complex.ZERO;
    for (Term t : terms) {
      sum = sum.plus(t.moment(n));
    }
    return sum;
  }

  /** The largest real N at which the moment diverges. */
  double rightmostPole() {
    return terms.stream().mapToDouble(t -> 1 - t.power).max().orElse(Double.NEGATIVE_INFINITY);
  }
}
