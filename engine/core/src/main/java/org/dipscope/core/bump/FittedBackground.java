package org.dipscope.core.bump;

import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The background of a spectrum, fitted without signal: a given family, or the one BIC prefers. If
 * that fits badly, but one beside the {@link StandingOut bins that stand out} fits well, BIC
 * chooses there.
 */
final class FittedBackground {
  /** Deviance per degree of freedom above which a function does not describe a spectrum. */
  private static final double POOR = 3;

  private static final int LARGEST_PART = 3;

  final BackgroundFamily family;
  final BackgroundShape shape;
  final PoissonFit fit;
  final double[] theta;
  final double[] rate;
  final double deviance;
  final MaskedBins masked;

  /** Where a fit with a signal may start as well: the fit beside the bins that stand out. */
  private final double @Nullable [] beside;

  private final double[] besideRate;

  private FittedBackground(
      BackgroundFamily family,
      BackgroundShape shape,
      PoissonFit fit,
      MaskedBins masked,
      double @Nullable [] beside) {
    this.beside = beside;
    besideRate = new double[beside == null ? 0 : shape.bins()];
    if (beside != null) {
      shape.rate(beside, besideRate);
    }
    this.family = family;
    this.shape = shape;
    this.fit = fit;
    this.masked = masked;
    theta = fit.theta();
    rate = fit.rate();
    deviance = fit.deviance();
  }

  /**
   * The fit.
   *
   * @param given the family, or null for a log-polynomial whose order BIC chooses
   * @throws ProblemException if the spectrum is empty or has too few bins
   */
  static FittedBackground of(BumpData data, @Nullable BackgroundFamily given) {
    if (!(data.counts().sum() > 0)) {
      throw new ProblemException(
          Problem.badInput(
              "\"" + data.id() + "\" holds no events, so no background can be fitted.",
              "Leave it out, or give a known background."));
    }
    List<BackgroundFamily> families =
        given == null ? BackgroundChoice.logPolynomials(data.open()) : List.of(given);
    if (families.getFirst().parameters() >= data.open()) {
      throw new ProblemException(
          Problem.badInput(
              "\"%s\" has %d bins%s, too few for the %d parameters of %s and a signal."
                  .formatted(
                      data.id(),
                      data.open(),
                      data.masked().isEmpty() ? "" : " that are not masked",
                      families.getFirst().parameters(),
                      families.getFirst().label()),
              "Use a family with fewer parameters, or more bins."));
    }
    FittedBackground best = best(families, data);
    return given == null && best.isPoor(data) ? best.orCalm(data) : best;
  }

  private static FittedBackground best(List<BackgroundFamily> families, BumpData data) {
    FittedBackground best = fit(families.getFirst(), data, null);
    for (BackgroundFamily family : families.subList(1, families.size())) {
      FittedBackground other = fit(family, data, null);
      best = other.bic(data) < best.bic(data) ? other : best;
    }
    return best;
  }

  /** The family that suits the spectrum beside what stands out, if there is one. */
  private FittedBackground orCalm(BumpData data) {
    MaskedBins out = StandingOut.and(data);
    int found = out.count() - data.masked().count();
    if (found == 0 || found * LARGEST_PART > data.open()) {
      return this;
    }
    BumpData rest = data.withMasked(out);
    if (!(rest.counts().sum() > 0)) {
      return this;
    }
    FittedBackground calm = best(BackgroundChoice.logPolynomials(rest.open()), rest);
    return calm.isPoor(rest) ? this : fit(calm.family, data, calm.theta);
  }

  private static FittedBackground fit(
      BackgroundFamily family, BumpData data, double @Nullable [] beside) {
    double[] counts = data.counts().toArray();
    BackgroundShape shape = family.on(data.binning());
    boolean[] masked = data.masked().flags(counts.length);
    PoissonFit fit = new PoissonFit(shape, masked);
    fit.fit(counts, shape.start(counts, masked), null, 0);
    return new FittedBackground(family, shape, fit, data.masked(), beside);
  }

  private double bic(BumpData data) {
    return deviance + shape.size() * Math.log(data.open());
  }

  private boolean isPoor(BumpData data) {
    return deviance > POOR * Math.max(1, data.open() - shape.size());
  }

  /**
   * Fits background and signal, and leaves the better of the fits that it tries in {@link #fit}.
   *
   * @param strength where the signal may start
   * @return the deviance
   */
  double withSignal(double[] counts, double[] signal, double strength) {
    double start = Double.isFinite(strength) ? strength : 0;
    if (beside == null) {
      fit.fit(counts, theta, signal, start);
      return fit.deviance();
    }
    double there = strengthBeside(counts, signal);
    fit.fit(counts, beside, signal, there);
    double reached = fit.deviance();
    fit.fit(counts, theta, signal, start);
    if (reached < fit.deviance()) {
      fit.fit(counts, beside, signal, there);
    }
    return fit.deviance();
  }

  /** The events above the background that starts beside, per event of the signal. */
  private double strengthBeside(double[] counts, double[] signal) {
    double above = 0;
    double part = 0;
    for (int i = 0; i < counts.length; i++) {
      if (signal[i] > 0 && !masked.has(i)) {
        above += counts[i] - besideRate[i];
        part += signal[i];
      }
    }
    return part > 0 ? Math.max(0, above / part) : 0;
  }

  BackgroundFreedom freedom() {
    return new BackgroundFreedom(shape, theta, rate, masked);
  }
}
