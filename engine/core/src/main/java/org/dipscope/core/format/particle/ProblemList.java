package org.dipscope.core.format.particle;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.problem.Problem;

/** Problems of one file; a file damaged throughout does not make thousands of them. */
public final class ProblemList {
  private static final int SHOWN = 20;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private long more;

  /** An empty list for a file. */
  public ProblemList(String file) {
    this.file = file;
  }

  /** Adds a problem, or only counts it if there are many. */
  public void add(Problem problem) {
    if (problems.size() < SHOWN) {
      problems.add(problem);
    } else {
      more++;
    }
  }

  /** Adds a problem that is always shown. */
  public void addLast(Problem problem) {
    problems.add(problem);
  }

  /** All problems; the last says how many were not listed. */
  public List<Problem> all() {
    List<Problem> all = new ArrayList<>(problems);
    if (more > 0) {
      all.add(
          Problem.badInput(
              file + ": " + more + " more events could not be read.",
              "The file is damaged throughout; produce or copy it again.",
              file,
              0));
    }
    return all;
  }
}
