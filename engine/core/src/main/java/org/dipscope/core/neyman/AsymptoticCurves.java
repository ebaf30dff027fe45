package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Critical values that large samples would have. */
final class AsymptoticCurves {
  private AsymptoticCurves() {}

  /**
   * One curve per level, with unknown errors.
   *
   * @param deviation the standard deviation of the fitted strength at a true one
   * @throws ProblemException for a focus that is not Gaussian
   */
  static List<CriticalCurve> of(
      TestStatistic statistic, Values tested, Values levels, DoubleUnaryOperator deviation) {
    List<CriticalCurve> curves = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      double level = levels.get(i);
      Values value =
          switch (statistic) {
            case TestStatistic.LikelihoodRatio _ ->
                Values.constant(
                    tested.size(),
                    ChiSquaredDistribution.of(1).inverseCumulativeProbability(level));
            case TestStatistic.Focused(Focus.Gaussian focus) ->
                tested.map(
                    mu ->
                        new FocusedGaussian(
                                deviation.applyAsDouble(mu), focus.mean(), focus.deviation())
                            .critical(mu, level));
            case TestStatistic.Focused _ ->
                throw new ProblemException(
                    Problem.usage(
                        "There is no asymptotic formula for this focus.",
                        "Calibrate with toys, or take a Gaussian focus."));
          };
      curves.add(
          new CriticalCurve(
              statistic, level, tested, value, Values.constant(tested.size(), Double.NaN)));
    }
    return curves;
  }
}
