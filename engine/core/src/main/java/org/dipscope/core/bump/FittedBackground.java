package org.dipscope.core.bump;

import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The background of a spectrum, fitted without signal: a given family, or the one BIC prefers. */
final class FittedBackground {
  final BackgroundFamily family;
  final BackgroundShape shape;
  final PoissonFit fit;
  final double[] theta;
  final double[] rate;
  final double deviance;

  private FittedBackground(BackgroundFamily family, BackgroundShape shape, PoissonFit fit) {
    this.family = family;
    this.shape = shape;
    this.fit = fit;
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
    double[] counts = data.counts().toArray();
    if (!(data.counts().sum() > 0)) {
      throw new ProblemException(
          Problem.badInput(
              "\"" + data.id() + "\" holds no events, so no background can be fitted.",
              "Leave it out, or give a known background."));
    }
    List<BackgroundFamily> families =
        given == null ? BackgroundChoice.logPolynomials(data.bins()) : List.of(given);
    if (families.getFirst().parameters() >= data.bins()) {
      throw new ProblemException(
          Problem.badInput(
              "\"%s\" has %d bins, too few for the %d parameters of %s and a signal."
                  .formatted(
                      data.id(),
                      data.bins(),
                      families.getFirst().parameters(),
                      families.getFirst().label()),
              "Use a family with fewer parameters, or more bins."));
    }
    FittedBackground best = fit(families.getFirst(), data, counts);
    for (BackgroundFamily family : families.subList(1, families.size())) {
      FittedBackground other = fit(family, data, counts);
      best = other.bic() < best.bic() ? other : best;
    }
    return best;
  }

  private static FittedBackground fit(BackgroundFamily family, BumpData data, double[] counts) {
    BackgroundShape shape = family.on(data.binning());
    PoissonFit fit = new PoissonFit(shape);
    fit.fit(counts, shape.start(counts), null, 0);
    return new FittedBackground(family, shape, fit);
  }

  private double bic() {
    return deviance + shape.size() * Math.log(rate.length);
  }

  BackgroundFreedom freedom() {
    return new BackgroundFreedom(shape, theta, rate);
  }
}
