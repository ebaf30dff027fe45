package org.dipscope.core.histfactory;

/**
 * What the auxiliary measurement of a parameter contributes to &lambda;.
 *
 * @param kind its distribution
 * @param nominal its value in the workspace
 * @param scale &sigma; of a Gaussian, &tau; of a Poisson distribution; positive
 */
record Constraint(Kind kind, double nominal, double scale) {
  static final Constraint NONE = new Constraint(Kind.NONE, 0, 1);

  /** Distributions of auxiliary measurements. */
  enum Kind {
    NONE,
    GAUSSIAN,
    POISSON
  }

  boolean isPresent() {
    return kind != Kind.NONE;
  }

  double value(double x, double measured) {
    return switch (kind) {
      case NONE -> 0;
      case GAUSSIAN -> (x - measured) / scale * ((x - measured) / scale);
      case POISSON -> PoissonTerm.value(scale * x, measured);
    };
  }

  double slope(double x, double measured) {
    return switch (kind) {
      case NONE -> 0;
      case GAUSSIAN -> 2 * (x - measured) / (scale * scale);
      case POISSON -> scale * PoissonTerm.slope(scale * x, measured);
    };
  }

  double curvature(double x, double measured) {
    return switch (kind) {
      case NONE -> 0;
      case GAUSSIAN -> 2 / (scale * scale);
      case POISSON -> scale * scale * PoissonTerm.curvature(scale * x, measured);
    };
  }

  /** What is expected to be measured. */
  double expected(double x) {
    return kind == Kind.POISSON ? scale * x : x;
  }

  /** The standard deviation of the measurement at its nominal value. */
  double spread() {
    return kind == Kind.POISSON ? Math.sqrt(scale) : scale;
  }
}
