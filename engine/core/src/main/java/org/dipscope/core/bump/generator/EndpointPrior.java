package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Contents of the first and the last bin of a mother: both log-uniform, redrawn until the first is
 * larger by enough. The ratio of the two is the dynamic range.
 *
 * @param low smallest content, positive
 * @param high largest content, above low
 * @param leastRatio smallest dynamic range, at least 1 and less than high/low
 */
public record EndpointPrior(double low, double high, double leastRatio) {
  /** Contents from 10 to 10<sup>5</sup> and dynamic ranges from 3. */
  public static final EndpointPrior USUAL = new EndpointPrior(10, 1e5, 3);

  public EndpointPrior {
    if (!(low > 0 && high > low && leastRatio >= 1 && leastRatio < high / low)) {
      throw new ProblemException(
          Problem.usage(
              "Contents from " + low + " to " + high + " cannot fall by " + leastRatio + ".",
              "Give positive contents whose ratio exceeds the least dynamic range."));
    }
  }

  /** Contents {first, last} of a mother. */
  double[] draw(UniformRandomProvider random) {
    double span = Math.log(high / low);
    double least = Math.log(leastRatio);
    double first;
    double last;
    do {
      first = random.nextDouble() * span;
      last = random.nextDouble() * span;
    } while (first - last < least);
    return new double[] {low * Math.exp(first), low * Math.exp(last)};
  }
}
