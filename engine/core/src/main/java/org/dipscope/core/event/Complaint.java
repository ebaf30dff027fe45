package org.dipscope.core.event;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Says what is wrong with an expression, and at which character. */
record Complaint(String expression) {
  private static final int SHOWN = 60;

  ProblemException at(int position, String what, String hint) {
    int from = Math.max(0, Math.min(position - SHOWN / 2, expression.length() - SHOWN));
    int to = Math.min(expression.length(), from + SHOWN);
    String shown =
        (from > 0 ? "…" : "")
            + expression.substring(from, to)
            + (to < expression.length() ? "…" : "");
    return new ProblemException(
        Problem.usage(
            "Expression \"%s\", character %d: %s.".formatted(shown, position + 1, what), hint));
  }
}
