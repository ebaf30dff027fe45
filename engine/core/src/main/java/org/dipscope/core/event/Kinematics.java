package org.dipscope.core.event;

/**
 * Kinematics of particles, given by transverse momentum, pseudorapidity, azimuth and mass where not
 * said otherwise.
 */
final class Kinematics {
  private static final int COMPONENTS = 4;

  private Kinematics() {}

  /** a − b in [−π, π]. */
  static double deltaPhi(double a, double b) {
    return Math.IEEEremainder(a - b, 2 * Math.PI);
  }

  /** Invariant mass of two particles. */
  static double mass(
      double pt1,
      double eta1,
      double phi1,
      double m1,
      double pt2,
      double eta2,
      double phi2,
      double m2) {
    double squared =
        m1 * m1 + m2 * m2 + 2 * momentumProduct(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2);
    return Math.sqrt(Math.max(0, squared));
  }

  /**
   * Invariant mass of several particles, M² = Σ m_i² + 2 Σ_{i&lt;j} p_i·p_j, whose terms are all
   * positive, so that no digits are lost.
   *
   * @param a four columns per particle
   */
  static double mass(double[][] a, int event) {
    double squared = 0;
    for (int i = 0; i < a.length; i += COMPONENTS) {
      double m = a[i + 3][event];
      squared += m * m;
      for (int j = 0; j < i; j += COMPONENTS) {
        squared +=
            2
                * momentumProduct(
                    a[j][event],
                    a[j + 1][event],
                    a[j + 2][event],
                    a[j + 3][event],
                    a[i][event],
                    a[i + 1][event],
                    a[i + 2][event],
                    m);
      }
    }
    return Math.sqrt(Math.max(0, squared));
  }

  /**
   * The product of two four-momenta, E₁E₂ − p₁·p₂ = (E₁E₂ − |p₁||p₂|) + p_T1 p_T2 (cosh Δη − cos
   * Δφ). So written, massless particles close together lose no digits.
   */
  private static double momentumProduct(
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
    return massive + pt1 * pt2 * angle;
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

  /** √(E² − p²); 0 if rounding made it imaginary. */
  static double invariant(double px, double py, double pz, double e) {
    return Math.sqrt(Math.max(0, (e - pz) * (e + pz) - px * px - py * py));
  }

  /** √(p² + m²). */
  static double energy(double px, double py, double pz, double m) {
    return Math.sqrt(px * px + py * py + pz * pz + m * m);
  }

  /** asinh(p_z/p_T); infinite along the beam, NaN for a particle at rest. */
  static double pseudorapidity(double px, double py, double pz) {
    return asinh(pz / Math.sqrt(px * px + py * py));
  }

  /** ½ ln((E + p_z)/(E − p_z)). */
  static double rapidity(double pz, double e) {
    double size = Math.abs(pz);
    return Math.copySign(0.5 * Math.log1p(2 * size / (e - size)), pz);
  }

  /** asinh(p_z/m_T) with m_T² = m² + p_T². */
  static double rapidityOfPolar(double pt, double eta, double m) {
    return asinh(pt * Math.sinh(eta) / Math.sqrt(pt * pt + m * m));
  }

  /** Without loss for small and large arguments. */
  private static double asinh(double x) {
    double r = Math.abs(x);
    double value =
        r > 1e8 ? Math.log(2) + Math.log(r) : Math.log1p(r + r * r / (1 + Math.sqrt(1 + r * r)));
    return Math.copySign(value, x);
  }
}
