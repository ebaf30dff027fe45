package org.dipscope.core.physics.spectrum;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What turns leading-order cross-sections into expected counts.
 *
 * @param luminosityInvFb integrated luminosity in fb⁻¹
 * @param kBorn K factor of the background
 * @param kSignal K factor of the signal
 * @param kInterference K factor of the interference
 */
public record Normalisation(
    double luminosityInvFb, double kBorn, double kSignal, double kInterference) {

  /** Leading-order cross-sections in pb. */
  public static final Normalisation PICOBARN = new Normalisation(1e-3, 1, 1, 1);

  private static final double INV_PB_PER_INV_FB = 1000;

  /** Checks that nothing is negative. */
  public Normalisation {
    check("luminosity", luminosityInvFb);
    check("K factor of the background", kBorn);
    check("K factor of the signal", kSignal);
    check("K factor of the interference", kInterference);
  }

  /**
   * The convention K_I = √(K_S K_B) (Hespel, Maltoni, Vryonidou, arXiv:1606.04149).
   *
   * @param luminosityInvFb integrated luminosity in fb⁻¹
   * @param kBorn K_B
   * @param kSignal K_S
   */
  public static Normalisation geometric(double luminosityInvFb, double kBorn, double kSignal) {
    return new Normalisation(luminosityInvFb, kBorn, kSignal, Math.sqrt(kBorn * kSignal));
  }

  /** Background counts per pb. */
  public double background() {
    return INV_PB_PER_INV_FB * luminosityInvFb * kBorn;
  }

  /** Signal counts per pb. */
  public double signal() {
    return INV_PB_PER_INV_FB * luminosityInvFb * kSignal;
  }

  /** Interference counts per pb. */
  public double interference() {
    return INV_PB_PER_INV_FB * luminosityInvFb * kInterference;
  }

  private static void check(String name, double value) {
    if (!(value >= 0 && value <= 1e12)) {
      throw new ProblemException(
          Problem.badInput("The " + name + " is " + value + ".", "Give a number of 0 or more."));
    }
  }
}
