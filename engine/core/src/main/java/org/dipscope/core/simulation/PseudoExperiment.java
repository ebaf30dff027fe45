package org.dipscope.core.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** One repetition of a counting experiment. */
public final class PseudoExperiment {
  private static final double LARGEST_MEAN = 1e9;

  private PseudoExperiment() {}

  /**
   * Poisson counts.
   *
   * @param expected expected counts per bin, from 0 to 1e9
   * @param seed the same seed gives the same counts
   * @return whole numbers, one per bin
   * @throws ProblemException if an expectation is negative (the interference exceeds the
   *     background), too large or not a number
   */
  public static double[] counts(double[] expected, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] counts = new double[expected.length];
    for (int i = 0; i < counts.length; i++) {
      if (!(expected[i] >= 0 && expected[i] <= LARGEST_MEAN)) {
        throw new ProblemException(
            Problem.badInput(
                "Bin " + (i + 1) + " expects " + expected[i] + " events.",
                "Expectations must lie between 0 and 1e9; check luminosity, couplings and K"
                    + " factors."));
      }
      counts[i] = expected[i] == 0 ? 0 : PoissonSampler.of(random, expected[i]).sample();
    }
    return counts;
  }
}
