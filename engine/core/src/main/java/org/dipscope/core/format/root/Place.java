package org.dipscope.core.format.root;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file something is being read; every complaint names it.
 *
 * @param file the file as the user gave it
 * @param what the object, such as {@code histogram "dir/h;1"}
 * @param offset byte at which its record starts in the file
 */
record Place(String file, String what, long offset) {
  private static final String DAMAGED =
      "The file is damaged or was written by a program that does not follow the ROOT format; copy"
          + " it again, or read another object from it.";

  Place of(String object, long start) {
    return new Place(file, object, start);
  }

  /** The usual complaint: the bytes contradict themselves. */
  ProblemException damaged(String finding) {
    return problem(finding, DAMAGED, null);
  }

  ProblemException damaged(String finding, Throwable cause) {
    return problem(finding, DAMAGED, cause);
  }

  ProblemException problem(String finding, String remedy) {
    return problem(finding, remedy, null);
  }

  private ProblemException problem(String finding, String remedy, @Nullable Throwable cause) {
    String message = file + ": " + what + " at byte " + offset + " " + finding + ".";
    return new ProblemException(Problem.badInput(message, remedy, file, 0), cause);
  }
}
