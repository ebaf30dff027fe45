package org.dipscope.core.format.particle;

import java.util.Arrays;

/**
 * Four-momenta of the particles of one event, in GeV unless the format says otherwise; filled anew
 * for each event.
 */
public final class Momenta {
  private double[] values = new double[5 * 16];
  private int size;

  /** Forgets all particles. */
  public void clear() {
    size = 0;
  }

  /** How many particles there are. */
  public int size() {
    return size;
  }

  /** Adds a particle. */
  public void add(double px, double py, double pz, double energy, double mass) {
    int at = 5 * size;
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * at);
    }
    values[at] = px;
    values[at + 1] = py;
    values[at + 2] = pz;
    values[at + 3] = energy;
    values[at + 4] = mass;
    size++;
  }

  /** Momentum along x. */
  public double px(int i) {
    return values[5 * i];
  }

  /** Momentum along y. */
  public double py(int i) {
    return values[5 * i + 1];
  }

  /** Momentum along the beam. */
  public double pz(int i) {
    return values[5 * i + 2];
  }

  /** Energy. */
  public double energy(int i) {
    return values[5 * i + 3];
  }

  /** Mass, as the file gives it. */
  public double mass(int i) {
    return values[5 * i + 4];
  }

  /** Transverse momentum. */
  public double pt(int i) {
    return transverse(px(i), py(i));
  }

  /** Pseudorapidity asinh(p_z/p_T); NaN along the beam, where it has no finite value. */
  public double eta(int i) {
    return pseudorapidity(px(i), py(i), pz(i));
  }

  /** Azimuth in (−π, π]. */
  public double phi(int i) {
    return Math.atan2(py(i), px(i));
  }

  /** Rapidity ½ ln((E+p_z)/(E−p_z)); NaN where it has no finite value. */
  public double rapidity(int i) {
    double rapidity = rapidity(energy(i), pz(i));
    return Double.isFinite(rapidity) ? rapidity : Double.NaN;
  }

  /** Invariant mass of two particles, √((E₁+E₂)² − (p₁+p₂)²); 0 if rounding made it imaginary. */
  public double mass(int i, int j) {
    double e = energy(i) + energy(j);
    double z = pz(i) + pz(j);
    double x = px(i) + px(j);
    double y = py(i) + py(j);
    return Math.sqrt(Math.max(0, (e - z) * (e + z) - x * x - y * y));
  }

  /** Transverse momentum of two particles together. */
  public double pt(int i, int j) {
    return transverse(px(i) + px(j), py(i) + py(j));
  }

  /** Rapidity ½ ln((E+p_z)/(E−p_z)) of two particles together. */
  public double rapidity(int i, int j) {
    return rapidity(energy(i) + energy(j), pz(i) + pz(j));
  }

  private static double rapidity(double e, double z) {
    return 0.5 * Math.log((e + z) / (e - z));
  }

  private static double transverse(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private static double pseudorapidity(double x, double y, double z) {
    double ratio = Math.abs(z) / transverse(x, y);
    if (!Double.isFinite(ratio)) {
      return Double.NaN;
    }
    double eta = ratio > 1e8 ? Math.log(2) + Math.log(ratio) : log1pRoot(ratio);
    return Math.copySign(eta, z);
  }

  /** ln(r + √(r²+1)) without loss for small r. */
  private static double log1pRoot(double r) {
    return Math.log1p(r + r * r / (1 + Math.sqrt(1 + r * r)));
  }
}
