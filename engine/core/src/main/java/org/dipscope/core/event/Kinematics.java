package org.dipscope.core.event;

/** Kinematics of particles given by transverse momentum, pseudorapidity, azimuth and mass. */
final class Kinematics {

  private Kinematics() {}

  /** a − b in [−π, π]. */
  static double deltaPhi(double a, double b) {
    return Math.IEEEremainder(a - b, 2 * Math.PI);
  }

  /**
   * Invariant mass of two particles, from M² = m₁² + m₂² + 2(E₁E₂ − p₁·p₂) with E₁E₂ − p₁·p₂ =
   * (E₁E₂ − p₁p₂) + p_T1 p_T2 (cosh Δη − cos Δφ) + (p₁p₂ − p_T1 p_T2 (cosh η₁ cosh η₂)), whose last
   * term vanishes. So written, massless particles close together lose no digits.
   */
  static double mass(
      double pt1,
      double eta1,
      double phi1,
      double m1,
      double pt2,
      double eta2,
      double phi2,
      double m2) {
    double p1 = pt1 * Math.cosh(eta1);
    double p2 = pt2 * Math.cosh(eta2);
    double angle = coshMinusOne(eta1 - eta2) + oneMinusCos(deltaPhi(phi1, phi2));
    double massive = energyProductExcess(p1, m1, p2, m2);
    double squared = m1 * m1 + m2 * m2 + 2 * (massive + pt1 * pt2 * angle);
    return Math.sqrt(Math.max(0, squared));
  }

  /** E₁E₂ − p₁p₂, without cancellation. */
  private static double energyProductExcess(double p1, double m1, double p2, double m2) {
    double e1 = Math.hypot(p1, m1);
    double e2 = Math.hypot(p2, m2);
    double numerator = m1 * m1 * e2 * e2 + m2 * m2 * p1 * p1;
    return numerator == 0 ? 0 : numerator / (e1 * e2 + p1 * p2);
  }

  private static double coshMinusOne(double x) {
    double half = Math.sinh(0.5 * x);
    return 2 * half * half;
  }

  private static double oneMinusCos(double x) {
    double half = Math.sin(0.5 * x);
    return 2 * half * half;
  }
}
