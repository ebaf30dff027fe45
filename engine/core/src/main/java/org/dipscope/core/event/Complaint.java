package org.dipscope.core.event;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Says what is wrong with an expression, and at which character. */
record Complaint(String expression) {
  private static final int SHOWN = 60;

  /** The expression itself makes no sense. */
  ProblemException at(int position, String what, String hint) {
    return new ProblemException(Problem.usage(message(position, what), hint));
  }

  /** The expression makes sense, but not for these events. */
  ProblemException ofEvents(int position, String what, String hint) {
    return new ProblemException(Problem.badInput(message(position, what), hint));
  }

  private String message(int position, String what) {
    int from = Math.max(0, Math.min(position - SHOWN / 2, expression.length() - SHOWN));
    int to = Math.min(expression.length(), from + SHOWN);
    String shown =
        (from > 0 ? "…" : "")
            + expression.substring(from, to)
            + (to < expression.length() ? "…" : "");
    return "Expression \"%s\", character %d: %s.".formatted(shown, position + 1, what);
  }
}
