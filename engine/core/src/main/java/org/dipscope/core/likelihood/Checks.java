package org.dipscope.core.likelihood;

import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** What every part of a likelihood demands of the numbers it is given. */
final class Checks {
  /** Contents beyond this could overflow a sum of squares. */
  static final double LARGEST = 1e100;

  private Checks() {}

  static ProblemException bad(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }

  static void bins(int values, int used) {
    if (values == 0) {
      throw bad("The data have no bins.", "Give at least one bin.");
    }
    if (values != used) {
      throw bad("The mask has " + used + " entries for " + values + " bins.", "Give one per bin.");
    }
  }

  static boolean finite(double[] values) {
    for (double value : values) {
      if (!(Math.abs(value) <= LARGEST)) {
        return false;
      }
    }
    return true;
  }

  static void template(String name, Templates templates, int bins) {
    column(name + " rate", templates.rate(), bins);
    column(name + " scale slope", templates.scaleSlope(), bins);
    column(name + " resolution slope", templates.resolutionSlope(), bins);
  }

  private static void column(String name, double[] values, int bins) {
    if (values.length != bins) {
      throw bad(
          "The " + name + " has " + values.length + " bins, the data have " + bins + ".",
          "Compute it in the binning of the data.");
    }
    for (int i = 0; i < bins; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        throw bad(
            "The " + name + " of bin " + (i + 1) + " is " + values[i] + ".",
            "Templates must be finite.");
      }
    }
  }
}
