package org.dipscope.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure as the user reads it.
 *
 * @param kind whose fault it is; decides the exit status of the command line
 * @param message one sentence that names the place and what was found there
 * @param hint what to do about it
 * @param file the file it concerns, if any
 * @param line the one-based line in that file, or 0
 */
public record Problem(Kind kind, String message, String hint, @Nullable String file, int line) {

  /** Whose fault it is, with the exit status of cli.md. */
  public enum Kind {
    /** The computation itself failed. */
    COMPUTATION(1),
    /** The request makes no sense. */
    USAGE(2),
    /** The input cannot be read or is not physical. */
    BAD_INPUT(3);

    private final int exitStatus;

    Kind(int exitStatus) {
      this.exitStatus = exitStatus;
    }

    /** The exit status of the command line for this kind. */
    public int exitStatus() {
      return exitStatus;
    }
  }

  /** Bad input without a file: a value outside its domain. */
  public static Problem badInput(String message, String hint) {
    return new Problem(Kind.BAD_INPUT, message, hint, null, 0);
  }

  /** Bad input at a line of a file; line 0 means the file as a whole. */
  public static Problem badInput(String message, String hint, String file, int line) {
    return new Problem(Kind.BAD_INPUT, message, hint, file, line);
  }

  /** A request that contradicts itself or misses something. */
  public static Problem usage(String message, String hint) {
    return new Problem(Kind.USAGE, message, hint, null, 0);
  }

  /** A computation that did not reach a result. */
  public static Problem computation(String message, String hint) {
    return new Problem(Kind.COMPUTATION, message, hint, null, 0);
  }
}
