package org.dipscope.core.physics.parton;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Checks the arguments that every parton distribution shares. */
final class PartonDomain {
  private PartonDomain() {}

  static void requireFraction(String symbol, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new ProblemException(
          Problem.badInput(
              "The momentum fraction " + symbol + " = " + value + " lies outside (0, 1].",
              "Give a value above 0 and at most 1."));
    }
  }

  static void requireScale(double qGeV) {
    if (!(qGeV > 0 && qGeV < Double.POSITIVE_INFINITY)) {
      throw new ProblemException(
          Problem.badInput(
              "The scale Q = " + qGeV + " GeV is not a positive finite number.",
              "Give the scale in GeV, for example 172.5."));
    }
  }
}
