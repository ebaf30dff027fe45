package org.dipscope.core.bump;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Profile likelihood: z = sign(&mu;&#770;) &radic;(&lambda;(0) &minus; &lambda;(&mu;&#770;)) with
 * the parameters of the background fitted anew with and without signal (G. Cowan et al., Eur. Phys.
 * J. C 71 (2011) 1554, eq. 12, with a sign).
 *
 * <p>Beyond 2000 bins, where &kappa; is small, z is that over the fitted background divided by
 * &radic;(1 &minus; &kappa;), which agrees to first order in &kappa;.
 *
 * @param family the background, or null for a log-polynomial whose order BIC chooses
 */
public record ProfileEstimator(SignalWidths widths, @Nullable BackgroundFamily family)
    implements SignificanceEstimator {
  private static final int MOST_FITTED = 2000;

  @Override
  public String id() {
    return "profile";
  }

  @Override
  public String definition() {
    return "signed \u221aq0 with the background profiled: fitted with and without signal";
  }

  @Override
  public Worker worker() {
    return new Scanner(this);
  }

  private static final class Scanner implements Worker {
    private final ProfileEstimator estimator;
    private final SignalWidths.Shapes shapes;
    private final KnownBackground known = new KnownBackground();

    Scanner(ProfileEstimator estimator) {
      this.estimator = estimator;
      shapes = new SignalWidths.Shapes(estimator.widths());
    }

    @Override
    public ZCurve scan(BumpData data) {
      FittedBackground fitted = FittedBackground.of(data, estimator.family());
      CurveBuilder curve = new CurveBuilder(estimator.widths(), data.bins(), data.masked());
      List<SignalShape> all = shapes.of(data.binning());
      BackgroundFreedom freedom = fitted.freedom();
      double[] counts = data.counts().toArray();
      for (int width = 0; width < all.size(); width++) {
        SignalShape signal = all.get(width);
        double[] kappa = freedom.kappa(signal);
        double[] z = significance(counts, fitted, signal, kappa, known);
        for (int j = 0; j < z.length; j++) {
          curve.offer(width, j, z[j], kappa[j]);
        }
      }
      return curve.build(data, shapes, fitted.rate, true);
    }
  }

  /** z of every bin. */
  static double[] significance(
      double[] counts,
      FittedBackground fitted,
      SignalShape signal,
      double[] kappa,
      KnownBackground known) {
    if (counts.length <= MOST_FITTED) {
      return profiled(counts, fitted, signal, kappa);
    }
    double[] z = new double[counts.length];
    known.z(counts, fitted.masked.replaced(fitted.rate, 0), signal, z);
    for (int j = 0; j < z.length; j++) {
      z[j] /= Math.sqrt(Math.max(1e-6, 1 - kappa[j]));
    }
    return z;
  }

  /** z of every bin, each from a fit with a signal there. */
  private static double[] profiled(
      double[] counts, FittedBackground fitted, SignalShape signal, double[] kappa) {
    double[] z = new double[counts.length];
    double[] s = new double[counts.length];
    for (int j = 0; j < z.length; j++) {
      if (fitted.masked.has(j)) {
        z[j] = Double.NaN;
        continue;
      }
      int first = Math.max(0, j - signal.reach());
      int last = Math.min(s.length - 1, j + signal.reach());
      double slope = 0;
      double curvature = 0;
      for (int i = first; i <= last; i++) {
        s[i] = signal.share(j, i);
        double x = fitted.masked.has(i) ? 0 : s[i] / fitted.rate[i];
        slope += (counts[i] - fitted.rate[i]) * x;
        curvature += s[i] * x;
      }
      double start = slope / (curvature * Math.max(0.05, 1 - kappa[j]));
      z[j] = profiled(counts, fitted, s, start);
      Arrays.fill(s, first, last + 1, 0);
    }
    return z;
  }

  /** z of one signal. */
  static double profiled(double[] counts, FittedBackground fitted, double[] signal, double start) {
    double q = fitted.deviance - fitted.withSignal(counts, signal, start);
    return Math.copySign(Math.sqrt(Math.max(0, q)), fitted.fit.mu());
  }
}
