package org.dipscope.core.selection;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Refuses settings outside their domain. */
final class Check {
  private Check() {}

  static void positive(String what, double value, String unit) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw wrong(what, text(value, unit), "Give a positive number.");
    }
  }

  static void notNegative(String what, double value, String unit) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw wrong(what, text(value, unit), "Give 0 or a positive number.");
    }
  }

  static void share(String what, double value) {
    if (!(value >= 0 && value < 1)) {
      throw wrong(what, text(value, ""), "Give a number from 0 to below 1.");
    }
  }

  static void between(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw wrong(
          what, Long.toString(value), "Give a whole number from " + least + " to " + most + ".");
    }
  }

  static void increasing(String what, double[] edges) {
    for (int i = 0; i < edges.length; i++) {
      if (!(edges[i] > (i == 0 ? 0 : edges[i - 1]) && Double.isFinite(edges[i]))) {
        throw wrong(what, "not increasing from above 0", "Give them in increasing order.");
      }
    }
  }

  static ProblemException wrong(String what, String value, String hint) {
    return new ProblemException(Problem.badInput(what + " is " + value + ".", hint));
  }

  private static String text(double value, String unit) {
    return unit.isEmpty() ? Double.toString(value) : value + " " + unit;
  }
}
