package org.dipscope.core.bump.generator;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.rng.UniformRandomProvider;

/** Expected signals of a given significance on a mother. */
public final class SignalInjection {
  private static final double REACH = 6;
  private static final double LEAST_LEFT = 0.02;
  private static final int STEPS = 30;

  private SignalInjection() {}

  /** A bin-integrated Gaussian of unit area centred on a bin. */
  static double[] gaussian(int bins, int centre, double width) {
    double[] s = new double[bins];
    int low = Math.max(0, (int) Math.floor(centre - REACH * width - 0.5));
    int high = Math.min(bins - 1, (int) Math.ceil(centre + REACH * width + 0.5));
    double scale = 1 / (width * Math.sqrt(2));
    for (int i = low; i <= high; i++) {
      s[i] = 0.5 * Math.max(0, difference((i - centre - 0.5) * scale, (i - centre + 0.5) * scale));
    }
    return s;
  }

  private static double difference(double a, double b) {
    return Erf.value(b) - Erf.value(a);
  }

  /**
   * A resonance with interference, (sin &phi; + x cos &phi;)/(1 + x&sup2;) with x in half widths,
   * integrated over bins: &frac12; cos &phi; ln(1 + x&sup2;) + sin &phi; arctan x. The slow tails
   * end smoothly at 8 half widths, where any background absorbs them.
   */
  static double[] interference(int bins, int centre, double width, UniformRandomProvider random) {
    double phase = 2 * Math.PI * random.nextDouble();
    double sine = Math.sin(phase);
    double cosine = Math.cos(phase);
    double[] s = new double[bins];
    for (int i = 0; i < bins; i++) {
      double a = (i - centre - 0.5) / width;
      double b = (i - centre + 0.5) / width;
      double middle = (i - centre) / (8 * width);
      if (Math.abs(middle) < 1) {
        double window = (1 - middle * middle) * (1 - middle * middle);
        s[i] =
            window
                * (0.5 * cosine * (Math.log1p(b * b) - Math.log1p(a * a))
                    + sine * (Math.atan(b) - Math.atan(a)));
      }
    }
    return s;
  }

  /**
   * Scales a shape so that &radic;(2 &Sigma;[(b + As) ln(1 + As/b) &minus; As]) is the wanted
   * significance; a dip that would empty a bin gets as deep as 2 % of the background.
   *
   * @param shape scaled in place; 0 where the background is 0
   * @param background expected events per bin
   * @param significance negative to turn the shape over
   * @return what was reached, with the sign of the wish
   */
  public static double scale(double[] shape, double[] background, double significance) {
    double sign = Math.signum(significance);
    double information = 0;
    double deepest = 0;
    for (int i = 0; i < shape.length; i++) {
      information += shape[i] * shape[i] / background[i];
      deepest = Math.max(deepest, -sign * shape[i] / background[i]);
    }
    if (!(information > 0)) {
      return 0;
    }
    double most = deepest > 0 ? (1 - LEAST_LEFT) / deepest : Double.POSITIVE_INFINITY;
    double wanted = significance * significance;
    double a = Math.min(Math.abs(significance) / Math.sqrt(information), most);
    double q = 0;
    for (int step = 0; step < STEPS; step++) {
      q = 0;
      double slope = 0;
      for (int i = 0; i < shape.length; i++) {
        if (shape[i] != 0) {
          double s = sign * shape[i];
          double logarithm = Math.log1p(a * s / background[i]);
          q += (background[i] + a * s) * logarithm - a * s;
          slope += s * logarithm;
        }
      }
      double change = (wanted - 2 * q) / (2 * slope);
      if (!(Math.abs(change) > 1e-10 * a) || (a == most && change > 0)) {
        break;
      }
      a = Math.min(Math.max(a + change, 0.1 * a), most);
    }
    for (int i = 0; i < shape.length; i++) {
      shape[i] *= sign * a;
    }
    return sign * Math.sqrt(Math.max(0, 2 * q));
  }
}
