package org.dipscope.core.physics.spectrum;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The scale μ at which the parton distributions and α_s are taken. */
public sealed interface ScaleChoice {
  /** μ = m_t. */
  ScaleChoice TOP_MASS = new TopMass(1);

  /** μ = m_tt/2. */
  ScaleChoice HALF_PAIR_MASS = new PairMass(0.5);

  /** μ in GeV for a top pair of the given mass. */
  double at(double topMassGeV, double pairMassGeV);

  /** Whether μ is the same for every pair. */
  boolean isConstant();

  /** The name on the command line: {@code mt}, {@code mt/2}, {@code 2mt}, {@code mtt/2}, GeV. */
  String label();

  /**
   * A multiple of the top mass.
   *
   * @param factor μ/m_t
   */
  record TopMass(double factor) implements ScaleChoice {
    /** Checks that the factor is positive. */
    public TopMass {
      requirePositive(factor);
    }

    @Override
    public double at(double topMassGeV, double pairMassGeV) {
      return factor * topMassGeV;
    }

    @Override
    public boolean isConstant() {
      return true;
    }

    @Override
    public String label() {
      return product(factor, "mt");
    }
  }

  /**
   * A multiple of the mass of the pair.
   *
   * @param factor μ/m_tt
   */
  record PairMass(double factor) implements ScaleChoice {
    /** Checks that the factor is positive. */
    public PairMass {
      requirePositive(factor);
    }

    @Override
    public double at(double topMassGeV, double pairMassGeV) {
      return factor * pairMassGeV;
    }

    @Override
    public boolean isConstant() {
      return false;
    }

    @Override
    public String label() {
      return product(factor, "mtt");
    }
  }

  /**
   * A fixed scale.
   *
   * @param scaleGeV μ
   */
  record Fixed(double scaleGeV) implements ScaleChoice {
    /** Checks that the scale is positive. */
    public Fixed {
      requirePositive(scaleGeV);
    }

    @Override
    public double at(double topMassGeV, double pairMassGeV) {
      return scaleGeV;
    }

    @Override
    public boolean isConstant() {
      return true;
    }

    @Override
    public String label() {
      return Double.toString(scaleGeV);
    }
  }

  /**
   * Reads {@code mt}, {@code mt/2}, {@code 2mt}, {@code mtt}, {@code mtt/2}, {@code 2mtt} and the
   * like, or a number in GeV.
   *
   * @throws ProblemException if the text is none of these
   */
  static ScaleChoice parse(String text) {
    String compact = text.replace("*", "").replace(" ", "");
    try {
      int at = compact.indexOf("mt");
      if (at < 0) {
        return new Fixed(Double.parseDouble(compact));
      }
      boolean pair = compact.startsWith("mtt", at);
      double factor = at == 0 ? 1 : Double.parseDouble(compact.substring(0, at));
      String rest = compact.substring(at + (pair ? 3 : 2));
      if (rest.startsWith("/")) {
        factor /= Double.parseDouble(rest.substring(1));
      } else if (!rest.isEmpty()) {
        throw unreadable(text, null);
      }
      return pair ? new PairMass(factor) : new TopMass(factor);
    } catch (NumberFormatException e) {
      throw unreadable(text, e);
    }
  }

  private static ProblemException unreadable(String text, @Nullable NumberFormatException cause) {
    return new ProblemException(
        Problem.badInput(
            "The scale '" + text + "' is not understood.",
            "Use mt, mt/2, 2mt, mtt/2 or a number in GeV."),
        cause);
  }

  private static void requirePositive(double value) {
    if (!(value > 0 && value <= 1e9)) {
      throw new ProblemException(
          Problem.badInput(
              "The scale " + value + " is not a positive number.",
              "Use mt, mt/2, 2mt, mtt/2 or a number in GeV."));
    }
  }

  private static String product(double factor, String mass) {
    if (factor == 1) {
      return mass;
    }
    return factor < 1 ? mass + "/" + number(1 / factor) : number(factor) + mass;
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
