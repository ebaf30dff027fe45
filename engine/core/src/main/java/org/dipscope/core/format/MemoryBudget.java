package org.dipscope.core.format;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Refuses to hold a file in memory before the memory ends: a quarter of the heap per file. */
public final class MemoryBudget {
  private final String file;
  private final long allowed;
  private long taken;

  /** The budget for one file. */
  public MemoryBudget(String file) {
    this(file, Runtime.getRuntime().maxMemory() / 4);
  }

  /** A budget of a given number of bytes. */
  public MemoryBudget(String file, long bytes) {
    this.file = file;
    this.allowed = bytes;
  }

  /**
   * Takes some bytes.
   *
   * @throws ProblemException if the budget is exceeded
   */
  public void take(long bytes) {
    taken += bytes;
    if (taken > allowed) {
      throw new ProblemException(
          Problem.badInput(
              file + " needs more than " + (allowed >> 20) + " MiB when held in memory.",
              "Fill histograms from it row by row, or start with a larger -Xmx.",
              file,
              0));
    }
  }
}
