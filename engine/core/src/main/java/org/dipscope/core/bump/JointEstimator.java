package org.dipscope.core.bump;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.math.Normal;
import org.jspecify.annotations.Nullable;

/**
 * Significance over the background of one joint fit: background and one Gaussian of free mass,
 * width and sign are fitted together, then the background is fixed. Nearly free of bias where the
 * background family is right, since the signal does not pull it.
 *
 * @param family the background, or null for a log-polynomial whose order BIC chooses
 */
public record JointEstimator(SignalWidths widths, @Nullable BackgroundFamily family)
    implements SignificanceEstimator {
  private static final int SWEEPS = 4;
  private static final int STEPS = 18;
  private static final double GOLDEN = 0.6180339887498949;

  @Override
  public String id() {
    return "joint-fit";
  }

  @Override
  public String definition() {
    return "signed \u221aq0 over the background of a joint fit with the strongest signal, then"
        + " fixed";
  }

  @Override
  public Worker worker() {
    SignalWidths.Shapes shapes = new SignalWidths.Shapes(widths);
    KnownBackground known = new KnownBackground();
    return data -> {
      FittedBackground fitted = FittedBackground.of(data, family);
      List<SignalShape> all = shapes.of(data.binning());
      BackgroundFreedom freedom = fitted.freedom();
      double[] counts = data.counts().toArray();
      double[] background =
          new Search(data.binning(), counts, fitted, known).background(all, freedom, shapes);
      CurveBuilder curve = new CurveBuilder(widths, data.bins(), data.masked());
      KnownEstimator.offer(data, background, all, known, freedom, curve);
      return curve.build(data, shapes, background, true);
    };
  }

  /** Finds the strongest signal of any mass and width. */
  private static final class Search {
    private final Binning binning;
    private final double[] counts;
    private final FittedBackground fitted;
    private final KnownBackground known;
    private final double[] signal;

    Search(Binning binning, double[] counts, FittedBackground fitted, KnownBackground known) {
      this.known = known;
      this.binning = binning;
      this.counts = counts;
      this.fitted = fitted;
      signal = new double[counts.length];
    }

    double[] background(
        List<SignalShape> shapes, BackgroundFreedom freedom, SignalWidths.Shapes widths) {
      double strongest = -1;
      int bin = 0;
      double sigma = 0;
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      for (int width = 0; width < shapes.size(); width++) {
        double[] kappa = freedom.kappa(shapes.get(width));
        double[] z = ProfileEstimator.significance(counts, fitted, shapes.get(width), kappa, known);
        for (int j = 0; j < z.length; j++) {
          if (Math.abs(z[j]) > strongest && kappa[j] <= ZCurve.DECIDABLE) {
            strongest = Math.abs(z[j]);
            bin = j;
            sigma = widths.inBins(width, binning, j) * binning.width(j);
          }
        }
      }
      for (int width = 0; width < shapes.size() && strongest >= 0; width++) {
        double atBin = widths.inBins(width, binning, bin) * binning.width(bin);
        least = Math.min(least, 0.5 * atBin);
        most = Math.max(most, 2 * atBin);
      }
      return strongest < 0 ? fitted.rate : refined(binning.centre(bin), sigma, least, most, bin);
    }

    private double[] refined(double centre, double width, double least, double most, int bin) {
      double mass = centre;
      double sigma = width;
      double reach = Math.max(binning.width(bin), width);
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        double fixedSigma = sigma;
        double from = Math.max(binning.low(0), mass - reach);
        double to = Math.min(binning.high(binning.count() - 1), mass + reach);
        mass = highest(m -> z(m, fixedSigma), from, to);
        double fixedMass = mass;
        sigma = highest(s -> z(fixedMass, s), least, most);
        reach *= 0.3;
      }
      z(mass, sigma);
      return fitted.fit.rate();
    }

    private double z(double mass, double sigma) {
      for (int i = 0; i < signal.length; i++) {
        double low = (binning.low(i) - mass) / sigma;
        double high = (binning.high(i) - mass) / sigma;
        boolean isNear = low < SignalShape.REACH_SIGMA && high > -SignalShape.REACH_SIGMA;
        signal[i] = isNear ? Normal.between(low, high) : 0;
      }
      return Math.abs(ProfileEstimator.profiled(counts, fitted, signal, 0));
    }

    private static double highest(
        java.util.function.DoubleUnaryOperator f, double low, double high) {
      double a = low;
      double d = high;
      double[] x = {d - GOLDEN * (d - a), a + GOLDEN * (d - a)};
      double[] y = Arrays.stream(x).map(f).toArray();
      for (int step = 0; step < STEPS; step++) {
        if (y[0] > y[1]) {
          d = x[1];
          x[1] = x[0];
          y[1] = y[0];
          x[0] = d - GOLDEN * (d - a);
          y[0] = f.applyAsDouble(x[0]);
        } else {
          a = x[0];
          x[0] = x[1];
          y[0] = y[1];
          x[1] = a + GOLDEN * (d - a);
          y[1] = f.applyAsDouble(x[1]);
        }
      }
      return y[0] > y[1] ? x[0] : x[1];
    }
  }
}
