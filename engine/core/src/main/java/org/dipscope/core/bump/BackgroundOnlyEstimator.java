package org.dipscope.core.bump;

import org.jspecify.annotations.Nullable;

/**
 * Significance over a background fitted as if there were no signal. Biased towards zero by
 * &minus;&kappa;z: what a quick look does, kept for comparison.
 *
 * @param family the background, or null for a log-polynomial whose order BIC chooses
 */
public record BackgroundOnlyEstimator(SignalWidths widths, @Nullable BackgroundFamily family)
    implements SignificanceEstimator {
  @Override
  public String id() {
    return "background-only";
  }

  @Override
  public String definition() {
    return "signed \u221aq0 over a background fitted without signal, then fixed; biased towards 0";
  }

  @Override
  public Worker worker() {
    SignalWidths.Shapes shapes = new SignalWidths.Shapes(widths);
    KnownBackground known = new KnownBackground();
    return data -> {
      FittedBackground fitted = FittedBackground.of(data, family);
      CurveBuilder curve = new CurveBuilder(widths, data.bins(), data.masked());
      KnownEstimator.offer(
          data, fitted.rate, shapes.of(data.binning()), known, fitted.freedom(), curve);
      return curve.build(data, shapes, fitted.rate, false);
    };
  }
}
