package org.dipscope.core.problem;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} to the boundary of the task, where it is shown. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** A problem without a deeper cause. */
  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /** A problem with the exception that revealed it. */
  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  /** What to tell the user. */
  public Problem problem() {
    return problem;
  }
}
