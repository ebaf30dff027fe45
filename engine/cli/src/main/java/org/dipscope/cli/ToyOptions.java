package org.dipscope.cli;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether distributions come from toys. */
final class ToyOptions {
  private static final int MOST_TOYS = 10_000_000;

  @Option(
      names = "--toys",
      paramLabel = "N",
      description = "Draw N toys per hypothesis in place of asymptotic formulas.")
  private @Nullable Integer toys;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the toys; the same seed gives the same result (default: 1).")
  private long seed = 1;

  /** How many toys per hypothesis; 0 for asymptotic formulas. */
  int count() {
    if (toys == null) {
      return 0;
    }
    if (toys < 1 || toys > MOST_TOYS) {
      throw new ProblemException(
          Problem.usage(
              "--toys: " + toys + " toys were asked for.", "Ask for 1 to " + MOST_TOYS + "."));
    }
    return toys;
  }

  long seed() {
    return seed;
  }
}
