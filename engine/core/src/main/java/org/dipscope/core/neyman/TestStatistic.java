package org.dipscope.core.neyman;

/** Which test statistic is inverted. */
public sealed interface TestStatistic {

  /** How the command line calls it. */
  String label();

  /**
   * The likelihood-ratio statistic: T = &minus;2 ln [L(&mu;)/max L] &ge; 0, with the maximum over
   * the parameter space.
   */
  record LikelihoodRatio() implements TestStatistic {
    @Override
    public String label() {
      return "lrs";
    }
  }

  /**
   * The focused statistic: T = &minus;2 ln [L(&mu;)/&int; L f d&mu;] (arXiv:2507.17831), which may
   * be negative.
   *
   * @param focus f, normalised over the parameter space
   */
  record Focused(Focus focus) implements TestStatistic {
    @Override
    public String label() {
      return "fts";
    }
  }
}
