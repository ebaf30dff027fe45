package org.dipscope.core.physics.parton;

import java.util.Locale;
import org.apache.commons.numbers.gamma.InverseErf;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What the members of a set mean and how they combine to an uncertainty (arXiv:1412.7420, section
 * 6.2; Hessian pairs after Nadolsky and Sullivan, hep-ph/0110378).
 *
 * @param kind meaning of the members after the central one
 * @param confidencePercent confidence level of the Hessian members
 * @param parameterPairs trailing pairs of members that vary α_s or another parameter
 */
record ErrorMembers(Kind kind, double confidencePercent, int parameterPairs) {
  private static final double ONE_SIGMA_PERCENT = 68.26894921370858;

  /** Meaning of the members after the central one. */
  enum Kind {
    /** None. */
    NONE,
    /** Monte Carlo replicas; member 0 is their average. */
    REPLICAS,
    /** Pairs along the eigenvectors, up and down. */
    HESSIAN,
    /** One member per eigenvector. */
    SYMMETRIC_HESSIAN
  }

  static ErrorMembers of(SetMetadata set) {
    String type = set.text("ErrorType", "unknown").toLowerCase(Locale.ROOT);
    int pairs = (int) type.chars().filter(c -> c == '+').count();
    String core = pairs == 0 ? type : type.substring(0, type.indexOf('+'));
    Kind kind =
        switch (core) {
          case "replicas" -> Kind.REPLICAS;
          case "hessian" -> Kind.HESSIAN;
          case "symmhessian" -> Kind.SYMMETRIC_HESSIAN;
          default -> Kind.NONE;
        };
    double confidence = set.number("ErrorConfLevel", ONE_SIGMA_PERCENT);
    if (kind == Kind.REPLICAS) {
      confidence = ONE_SIGMA_PERCENT;
    } else if (!(confidence > 0 && confidence < 100)) {
      throw set.invalid("ErrorConfLevel", "needs ErrorConfLevel between 0 and 100 percent");
    }
    return new ErrorMembers(kind, confidence, pairs);
  }

  /** Combines one value per member; element 0 is the central member. */
  Uncertainty combine(double[] values) {
    int core = values.length - 1 - 2 * parameterPairs;
    boolean paired = kind != Kind.HESSIAN || core % 2 == 0;
    if (kind == Kind.NONE || core < 2 || !paired) {
      throw new ProblemException(
          Problem.badInput(
              "The PDF set has no error members that could be combined.",
              "Use the central member alone, or choose a set with replicas or eigenvectors."));
    }
    Uncertainty members =
        switch (kind) {
          case REPLICAS -> replicas(values, core);
          case HESSIAN -> hessian(values, core);
          default -> symmetric(values, core);
        };
    double scale =
        InverseErf.value(ONE_SIGMA_PERCENT / 100) / InverseErf.value(confidencePercent / 100);
    double parameters = 0;
    for (int pair = 0; pair < parameterPairs; pair++) {
      double half = (values[core + 2 * pair + 1] - values[core + 2 * pair + 2]) / 2;
      parameters += half * half;
    }
    return new Uncertainty(
        members.central(),
        Math.hypot(members.plus() * scale, Math.sqrt(parameters)),
        Math.hypot(members.minus() * scale, Math.sqrt(parameters)));
  }

  /** Mean and standard deviation of the replicas. */
  private static Uncertainty replicas(double[] values, int core) {
    double mean = 0;
    for (int i = 1; i <= core; i++) {
      mean += values[i] / core;
    }
    double squares = 0;
    for (int i = 1; i <= core; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    double deviation = Math.sqrt(squares / (core - 1));
    return new Uncertainty(mean, deviation, deviation);
  }

  private static Uncertainty hessian(double[] values, int core) {
    double plus = 0;
    double minus = 0;
    for (int i = 1; i < core; i += 2) {
      double up = values[i] - values[0];
      double down = values[i + 1] - values[0];
      double above = Math.max(0, Math.max(up, down));
      double below = Math.max(0, Math.max(-up, -down));
      plus += above * above;
      minus += below * below;
    }
    return new Uncertainty(values[0], Math.sqrt(plus), Math.sqrt(minus));
  }

  private static Uncertainty symmetric(double[] values, int core) {
    double squares = 0;
    for (int i = 1; i <= core; i++) {
      squares += (values[i] - values[0]) * (values[i] - values[0]);
    }
    return new Uncertainty(values[0], Math.sqrt(squares), Math.sqrt(squares));
  }
}
