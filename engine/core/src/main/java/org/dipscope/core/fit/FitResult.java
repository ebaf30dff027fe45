package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.dipscope.core.compute.CancelToken;

/**
 * A complete fit: all minima, and at the lowest one errors from the curvature and from profiles.
 *
 * @param problem what was fitted
 * @param minima the lowest first
 * @param hesse the curvature at the lowest one
 * @param estimates one per parameter
 * @param warnings what a user should know before trusting the result
 */
public record FitResult(
    FitProblem problem,
    List<FitPoint> minima,
    Hesse hesse,
    List<Estimate> estimates,
    List<String> warnings) {

  /** With more free parameters only those without constraint get profile errors. */
  private static final int MOST_PROFILED = 300;

  private static final int MOST_RESTARTS = 5;

  /** Takes the lists as they are now. */
  public FitResult {
    minima = List.copyOf(minima);
    estimates = List.copyOf(estimates);
    warnings = List.copyOf(warnings);
  }

  /** The lowest minimum. */
  public FitPoint best() {
    return minima.getFirst();
  }

  /**
   * Fits. A minimum that turns out not to be the lowest while errors are sought is left for the
   * lower one.
   *
   * @throws org.dipscope.core.problem.ProblemException if there is no minimum
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static FitResult of(FitProblem problem, CancelToken token) {
    return from(problem, FitSearch.minima(problem, token), token);
  }

  /**
   * The same, telling which part of the errors is known as soon as the minima are.
   *
   * @param onProgress receives 0 to 1; from 0 again if a lower minimum turns up
   * @throws org.dipscope.core.problem.ProblemException if there is no minimum
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static FitResult of(FitProblem problem, DoubleConsumer onProgress, CancelToken token) {
    return from(problem, FitSearch.minima(problem, token), onProgress, token);
  }

  /**
   * The same for minima that are known.
   *
   * @param known the lowest first, at least one
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static FitResult from(FitProblem problem, List<FitPoint> known, CancelToken token) {
    return from(problem, known, fraction -> {}, token);
  }

  private static FitResult from(
      FitProblem problem, List<FitPoint> known, DoubleConsumer onProgress, CancelToken token) {
    List<FitPoint> minima = new ArrayList<>(known);
    Minimiser minimiser = new Minimiser(problem);
    for (int restart = 0; ; restart++) {
      Hesse hesse = Hesse.at(problem, minima.getFirst());
      List<String> warnings = new ArrayList<>();
      ProfileErrors errors = new ProfileErrors(problem, minimiser, minima.getFirst(), hesse);
      List<Estimate> estimates =
          estimates(problem, errors, minima.getFirst(), hesse, warnings, onProgress, token);
      Optional<FitPoint> deeper = errors.deeper();
      if (deeper.isEmpty() || restart == MOST_RESTARTS) {
        addWarnings(problem, minima.getFirst(), hesse, estimates, warnings);
        return new FitResult(problem, minima, hesse, estimates, warnings);
      }
      minima.addFirst(minimiser.minimise(deeper.get().x()));
    }
  }

  private static List<Estimate> estimates(
      FitProblem problem,
      ProfileErrors errors,
      FitPoint best,
      Hesse hesse,
      List<String> warnings,
      DoubleConsumer onProgress,
      CancelToken token) {
    long free = problem.parameters().stream().filter(p -> !p.fixed()).count();
    if (free > MOST_PROFILED) {
      warnings.add(
          "With "
              + free
              + " free parameters only those without constraint have profile errors, and impacts"
              + " are not refitted.");
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < problem.size(); k++) {
      token.throwIfCancelled();
      onProgress.accept((double) k / problem.size());
      FitParameter p = problem.parameters().get(k);
      double value = p.external(best.x()[k]);
      boolean isFixed = p.fixed() || !(p.low() < p.high());
      boolean isProfiled = free <= MOST_PROFILED || p.prior() == null || k == problem.poi();
      if (isFixed) {
        estimates.add(new Estimate(p.name(), p.initial(), 0, 0, 0, Estimate.Bound.NONE));
      } else {
        boolean isWanted = isProfiled && errors.deeper().isEmpty();
        estimates.add(
            new Estimate(
                p.name(),
                value,
                hesse.error(k),
                isWanted ? errors.of(k, -1) : Double.NaN,
                isWanted ? errors.of(k, 1) : Double.NaN,
                bound(p, best.x()[k])));
      }
    }
    return estimates;
  }

  private static Estimate.Bound bound(FitParameter p, double x) {
    if (x <= p.internal(p.low())) {
      return Estimate.Bound.LOW;
    }
    return x >= p.internal(p.high()) ? Estimate.Bound.HIGH : Estimate.Bound.NONE;
  }

  private static void addWarnings(
      FitProblem problem,
      FitPoint best,
      Hesse hesse,
      List<Estimate> estimates,
      List<String> warnings) {
    problem
        .objective()
        .diagnosis(best.x())
        .ifPresent(bin -> warnings.add("The best fit is unphysical: " + bin + "."));
    for (List<String> direction : hesse.flatDirections()) {
      warnings.add(
          direction.size() == 1
              ? "The data do not determine " + direction.getFirst() + "; it has no finite error."
              : "The data do not tell these parameters apart; they have no finite errors: "
                  + String.join(", ", direction)
                  + ".");
    }
    for (Estimate estimate : estimates) {
      if (estimate.bound() != Estimate.Bound.NONE) {
        warnings.add(
            "%s ends at its %s bound %s."
                .formatted(
                    estimate.name(),
                    estimate.bound() == Estimate.Bound.LOW ? "lower" : "upper",
                    estimate.value()));
      }
    }
  }
}
