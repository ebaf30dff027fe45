package org.dipscope.core.format.parquet;

import java.io.IOException;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Where in a Parquet file something is being read; every complaint names it.
 *
 * @param file the name of the file
 * @param what the part of it, such as {@code column "m_tt" in row group 3}
 */
record Place(String file, String what) {
  static final String DAMAGED =
      "Copy or produce the file again; other columns of it may still be readable.";

  /** The bytes contradict themselves. */
  ProblemException damaged(String finding) {
    return problem("is damaged: " + finding, DAMAGED);
  }

  /** The bytes contradict themselves at a byte of the file. */
  ProblemException damaged(String finding, long offset) {
    return damaged(finding + " (at byte " + offset + ")");
  }

  /** The file system refuses. */
  ProblemException unreadable(IOException e) {
    return new ProblemException(
        Problem.badInput(
            file + ": " + what + " cannot be read: " + e.getMessage() + ".",
            "Check that the file is still there and that you may read it.",
            file,
            0),
        e);
  }

  /** Another complaint. */
  ProblemException problem(String finding, String remedy) {
    return new ProblemException(
        Problem.badInput(file + ": " + what + " " + finding + ".", remedy, file, 0));
  }
}
