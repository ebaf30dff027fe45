package org.dipscope.core.physics.amplitude;

import static java.lang.Math.PI;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Top pairs without a resonance at leading order, averaged over initial spins and colours, in pb;
 * and their part in the J = 0 colour singlet, which bounds how deep a dip can be. Formulas: Nason,
 * Dawson, Ellis, Nucl. Phys. B303 (1988) 607, eqs. 8 and 9, rewritten in β and y = ln[(1+β)/(1−β)].
 * Every cross-section is 0 below threshold.
 */
public final class BornCrossSection {
  private final StandardModel model;

  /** The cross-sections for these constants. */
  public BornCrossSection(StandardModel model) {
    this.model = model;
  }

  /**
   * σ(gg → tt̄) = (πα_s²β/48s) [31β² + (33/β − 18β + β³) y − 59].
   *
   * @param sqrtS √ŝ in GeV
   */
  public double gg(double sqrtS) {
    return gg(TopPair.at(model, sqrtS));
  }

  /** σ(gg → tt̄) in pb for a pair. */
  public double gg(TopPair pair) {
    if (!pair.open()) {
      return 0;
    }
    double beta = pair.beta();
    double bracket =
        31 * beta * beta + (33 / beta - 18 * beta + beta * beta * beta) * pair.y() - 59;
    return couplingOver(48 * pair.s()) * beta * bracket;
  }

  /**
   * dσ/dz(gg → tt̄) = (πα_s²β/96s) (7 + 9β²z²)/(1 − β²z²)² [1 + 2β²(1−z²) − β⁴(1 + (1−z²)²)].
   *
   * @param sqrtS √ŝ in GeV
   * @param z cosine of the polar angle of the top in the rest frame of the pair
   */
  public double gg(double sqrtS, double z) {
    checkCosine(z);
    TopPair pair = TopPair.at(model, sqrtS);
    double b2 = pair.beta() * pair.beta();
    double sin2 = 1 - z * z;
    double colour = (7 + 9 * b2 * z * z) / square(1 - b2 * z * z);
    double spin = 1 + 2 * b2 * sin2 - b2 * b2 * (1 + sin2 * sin2);
    return pair.open() ? couplingOver(96 * pair.s()) * pair.beta() * colour * spin : 0;
  }

  /**
   * σ(qq̄ → tt̄) = 4πα_s²β(3 − β²)/(27s). It contains no resonance: a colour-octet pair does not
   * interfere with a neutral scalar.
   *
   * @param sqrtS √ŝ in GeV
   */
  public double qqbar(double sqrtS) {
    return qqbar(TopPair.at(model, sqrtS));
  }

  /** σ(qq̄ → tt̄) in pb for a pair. */
  public double qqbar(TopPair pair) {
    double beta = pair.beta();
    return pair.open() ? couplingOver(27 * pair.s()) * 4 * beta * (3 - beta * beta) : 0;
  }

  /**
   * dσ/dz(qq̄ → tt̄) = (πα_s²β/9s) (2 − β² + β²z²).
   *
   * @param sqrtS √ŝ in GeV
   * @param z cosine of the polar angle of the top in the rest frame of the pair
   */
  public double qqbar(double sqrtS, double z) {
    checkCosine(z);
    TopPair pair = TopPair.at(model, sqrtS);
    double b2 = pair.beta() * pair.beta();
    return pair.open() ? couplingOver(9 * pair.s()) * pair.beta() * (2 - b2 + b2 * z * z) : 0;
  }

  /**
   * The dip floor B₀, the J = 0 colour-singlet part of gg → tt̄ with the parity of the resonance:
   * σ_S + σ_I ≥ −B₀. B₀ᴴ = πα_s²m_t²βy²/(24s²), B₀ᴬ = πα_s²m_t²y²/(24βs²).
   *
   * @param sqrtS √ŝ in GeV
   */
  public double floor(double sqrtS, CpParity parity) {
    return floor(TopPair.at(model, sqrtS), parity);
  }

  /** The dip floor in pb for a pair. */
  public double floor(TopPair pair, CpParity parity) {
    if (!pair.open()) {
      return 0;
    }
    double wave = parity == CpParity.EVEN ? pair.beta() : 1 / pair.beta();
    return couplingOver(24 * pair.s()) * square(model.topMassGeV() * pair.y()) * wave / pair.s();
  }

  /**
   * Refuses a cosine outside [−1, 1].
   *
   * @throws ProblemException if it is no cosine
   */
  public static void checkCosine(double z) {
    if (!(z >= -1 && z <= 1)) {
      throw new ProblemException(
          Problem.badInput("The cosine z is " + z + ".", "Give a value between -1 and 1."));
    }
  }

  /** πα_s²/x in pb for x in GeV². */
  private double couplingOver(double x) {
    return StandardModel.PB_GEV2 * PI * square(model.alphaS()) / x;
  }

  private static double square(double x) {
    return x * x;
  }
}
