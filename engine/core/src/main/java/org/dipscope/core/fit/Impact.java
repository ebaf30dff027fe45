package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.dipscope.core.compute.CancelToken;

/**
 * How a constrained parameter &theta; moves the parameter of interest &mu;, by all definitions in
 * use.
 *
 * @param name of the parameter
 * @param othersHeld &minus;[&part;&sup2;&lambda;/&part;&mu;&sup2;]<sup>&minus;1</sup>
 *     &part;&sup2;&lambda;/&part;&mu;&part;&theta; &radic;C<sub>&theta;&theta;</sub>: all other
 *     parameters held (ATLAS, arXiv:2412.01600)
 * @param shiftedHigh the change of &mu;&#770; when the auxiliary measurement of &theta; comes out
 *     one width higher and everything is refitted (arXiv:2307.04007)
 * @param shiftedLow one width lower
 * @param postfitHigh the change of &mu;&#770; when &theta; is held one error after the fit above
 *     &theta;&#770; and all others are refitted
 * @param postfitLow below
 * @param prefitHigh the same with the error before the fit
 * @param prefitLow below
 */
public record Impact(
    String name,
    double othersHeld,
    double shiftedHigh,
    double shiftedLow,
    double postfitHigh,
    double postfitLow,
    double prefitHigh,
    double prefitLow) {

  /** With more free parameters the refits, six for each, are left out (NaN). */
  private static final int MOST_REFITTED = 300;

  /**
   * The impacts of all constrained parameters that are free; none without parameter of interest.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static List<Impact> of(FitResult result, CancelToken token) {
    return of(result, fraction -> {}, token);
  }

  /**
   * The same, telling how far it is.
   *
   * @param onProgress receives 0 to 1
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static List<Impact> of(FitResult result, DoubleConsumer onProgress, CancelToken token) {
    int poi = result.problem().poi();
    if (poi < 0 || result.problem().parameters().get(poi).fixed()) {
      return List.of();
    }
    Refits refits = new Refits(result, poi);
    long free = result.problem().parameters().stream().filter(p -> !p.fixed()).count();
    boolean isRefitted = free <= MOST_REFITTED;
    List<Impact> impacts = new ArrayList<>();
    for (int k = 0; k < result.problem().size(); k++) {
      FitParameter p = result.problem().parameters().get(k);
      Prior prior = p.prior();
      if (prior != null && !p.fixed() && k != poi) {
        token.throwIfCancelled();
        onProgress.accept((double) k / result.problem().size());
        double error = isRefitted ? result.hesse().error(k) : Double.NaN;
        double width = isRefitted ? prior.width() : Double.NaN;
        impacts.add(
            new Impact(
                p.name(),
                refits.othersHeld(k),
                isRefitted ? refits.shifted(k, 1) : Double.NaN,
                isRefitted ? refits.shifted(k, -1) : Double.NaN,
                refits.held(k, error),
                refits.held(k, -error),
                refits.held(k, width),
                refits.held(k, -width)));
      }
    }
    return List.copyOf(impacts);
  }

  /** Fits of what is a little different. */
  private record Refits(FitResult result, int poi, Minimiser minimiser, double before) {
    Refits(FitResult result, int poi) {
      this(
          result,
          poi,
          new Minimiser(result.problem()),
          result.problem().parameters().get(poi).external(result.best().x()[poi]));
    }

    double othersHeld(int k) {
      Hesse hesse = result.hesse();
      FitParameter mu = result.problem().parameters().get(poi);
      double perUnit = -hesse.curvature(poi, k) / hesse.curvature(poi, poi);
      double coordinateError = Math.sqrt(hesse.internal(k, k));
      return perUnit * coordinateError * mu.slope(result.best().x()[poi]);
    }

    double shifted(int k, double widths) {
      Objective objective = result.problem().objective().withShiftedObservation(k, widths);
      FitProblem shifted = result.problem().withObjective(objective);
      return change(new Minimiser(shifted).minimise(result.best().x()));
    }

    double held(int k, double shift) {
      if (Double.isNaN(shift)) {
        return Double.NaN;
      }
      FitParameter p = result.problem().parameters().get(k);
      double[] start = result.best().x().clone();
      double target = p.external(start[k]) + shift;
      start[k] = p.internal(Math.clamp(target, p.low(), p.high()));
      return change(minimiser.minimise(start, k));
    }

    private double change(FitPoint point) {
      FitParameter mu = result.problem().parameters().get(poi);
      return point.converged() ? mu.external(point.x()[poi]) - before : Double.NaN;
    }
  }
}
