package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Falling functions (JHEP 02 (2025) 122 and the thesis before it): y<sub>2</sub> + (y<sub>1</sub>
 * &minus; y<sub>2</sub>)(g(x) &minus; g(x<sub>N</sub>))/(g(x<sub>1</sub>) &minus; g(x<sub>N</sub>))
 * with a shape g on x from 1 to 10, of which only the part from 1 to 1 + 9c is stretched over the
 * bins, c uniform on [0.1, 1]; x<sub>i</sub> = 1 + 9c i/(N &minus; 1).
 */
public enum FunctionMother {
  /** exp(&minus;&kappa;(x &minus; 1)/9), &kappa; = ln(y<sub>1</sub>/y<sub>2</sub>). */
  EXPONENTIAL,
  /** &minus;x. */
  LINEAR,
  /** 1/x. */
  INVERSE,
  /** 1/x&sup2;. */
  INVERSE_SQUARE,
  /** 1/x&sup3;. */
  INVERSE_CUBE,
  /** 1/x<sup>4</sup>. */
  INVERSE_FOURTH,
  /** 1/x<sup>n</sup>, n uniform on [1, 6]. */
  INVERSE_POWER,
  /** (x &minus; 10)&sup2;. */
  QUADRATIC,
  /** &minus;ln x. */
  LOGARITHM,
  /** cos(&pi;(x &minus; 1)/18). */
  COSINE,
  /** cosh(a(x &minus; 10)), a = arcosh(y<sub>1</sub> &minus; y<sub>2</sub> + 1)/9. */
  HYPERBOLIC_COSINE;

  private static final double LEAST_CUT = 0.1;
  private static final double SPAN = 9;

  /** All functions alike, with endpoints from a prior. */
  public static Mother anyOf(EndpointPrior endpoints) {
    FunctionMother[] families = values();
    return new Mother() {
      @Override
      public String name() {
        return "functions";
      }

      @Override
      public double[] draw(int bins, UniformRandomProvider random) {
        double[] ends = endpoints.draw(random);
        FunctionMother family = families[random.nextInt(families.length)];
        double power = family == INVERSE_POWER ? 1 + 5 * random.nextDouble() : 0;
        double cut = LEAST_CUT + (1 - LEAST_CUT) * random.nextDouble();
        return family.contents(bins, ends[0], ends[1], cut, power);
      }
    };
  }

  /**
   * Expected contents.
   *
   * @param bins at least two
   * @param first content of the first bin
   * @param last content of the last bin, below the first
   * @param cut the part of the function that is stretched over the bins, in (0, 1]
   * @param power n of {@link #INVERSE_POWER}, else without meaning
   */
  public double[] contents(int bins, double first, double last, double cut, double power) {
    double[] y = new double[bins];
    double step = SPAN * cut / (bins - 1);
    double parameter =
        switch (this) {
          case EXPONENTIAL -> Math.log(first / last) / SPAN;
          case HYPERBOLIC_COSINE -> {
            double height = first - last + 1;
            yield Math.log(height + Math.sqrt((height - 1) * (height + 1))) / SPAN;
          }
          default -> power;
        };
    if (this == EXPONENTIAL) {
      double ratio = Math.exp(-parameter * step);
      y[0] = 1;
      for (int i = 1; i < bins; i++) {
        y[i] = y[i - 1] * ratio;
      }
    } else {
      for (int i = 0; i < bins; i++) {
        y[i] = shape(1 + step * i, parameter);
      }
    }
    double end = y[bins - 1];
    double scale = (first - last) / (y[0] - end);
    for (int i = 0; i < bins; i++) {
      y[i] = last + scale * (y[i] - end);
    }
    return y;
  }

  private double shape(double x, double parameter) {
    return switch (this) {
      case EXPONENTIAL -> Math.exp(-parameter * (x - 1));
      case LINEAR -> -x;
      case INVERSE -> 1 / x;
      case INVERSE_SQUARE -> 1 / (x * x);
      case INVERSE_CUBE -> 1 / (x * x * x);
      case INVERSE_FOURTH -> 1 / (x * x * x * x);
      case INVERSE_POWER -> Math.exp(-parameter * Math.log(x));
      case QUADRATIC -> (x - 10) * (x - 10);
      case LOGARITHM -> -Math.log(x);
      case COSINE -> Math.cos(Math.PI * (x - 1) / (2 * SPAN));
      case HYPERBOLIC_COSINE -> {
        double e = Math.exp(parameter * (x - 10));
        yield 0.5 * (e + 1 / e);
      }
    };
  }
}
