package org.dipscope.core.neyman;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** How far strengths need to be tested: to where data exclude them by six standard deviations. */
public final class StrengthReach {
  /** What T must reach at the end of the tested strengths. */
  private static final double EXCLUDED = 36;

  private static final int MOST_DOUBLINGS = 40;

  private StrengthReach() {}

  /**
   * A strength that data exclude by six standard deviations, as they exclude all larger ones: where
   * the tested strengths may end.
   *
   * @param data one count per bin
   * @throws ProblemException if no strength is excluded because the signal changes nothing
   */
  public static double of(StrengthModel model, double[] data) {
    double top = 1e-6;
    for (int i = 0; i < MOST_DOUBLINGS; i++) {
      StrengthRange range = new StrengthRange(0, 2 * top);
      StrengthLikelihood likelihood = StrengthLikelihood.of(model, range, List.of());
      likelihood.load(data);
      double largest = likelihood.maximum();
      if (2 * (largest - likelihood.logLikelihood(top)) > EXCLUDED
          && 2 * (largest - likelihood.logLikelihood(2 * top)) > EXCLUDED) {
        return lastCrossing(likelihood, largest, top);
      }
      top *= 2;
    }
    throw new ProblemException(
        Problem.computation(
            "The data exclude no signal strength up to %.3g.".formatted(top),
            "The signal changes nothing: check its template."));
  }

  private static double lastCrossing(StrengthLikelihood likelihood, double largest, double top) {
    double inside = likelihood.bestStrength();
    double outside = top;
    while (outside - inside > 1e-3 * outside) {
      double middle = 0.5 * (inside + outside);
      if (2 * (largest - likelihood.logLikelihood(middle)) > EXCLUDED) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return outside;
  }

  /**
   * The values of the parameter of interest between which data do not exclude it by six standard
   * deviations, cut at its bounds: what to test.
   *
   * @param problem the data
   * @throws ProblemException if there is no minimum
   */
  public static double[] of(FitProblem problem, CancelToken token) {
    FitParameter p = problem.parameters().get(problem.poi());
    ProfiledData data = new ProfiledData(problem, null, token);
    double[] ends = {p.low(), p.high()};
    for (int side = 0; side < ends.length; side++) {
      double inside = data.best().x()[problem.poi()];
      double outside = p.internal(ends[side]);
      if (isExcluded(data, ends[side])) {
        while (Math.abs(outside - inside) > 1e-3 * Math.abs(p.internal(ends[1]) - inside)
            && Math.abs(outside - inside) > 1e-9) {
          double middle = 0.5 * (outside + inside);
          if (isExcluded(data, p.external(middle))) {
            outside = middle;
          } else {
            inside = middle;
          }
        }
        ends[side] = p.external(outside);
      }
    }
    return ends;
  }

  private static boolean isExcluded(ProfiledData data, double strength) {
    double logLikelihood = data.logLikelihood(strength);
    return 2 * (data.reference() - logLikelihood) > EXCLUDED;
  }
}
