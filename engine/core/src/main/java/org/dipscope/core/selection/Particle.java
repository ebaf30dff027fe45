package org.dipscope.core.selection;

/**
 * A four-momentum in GeV, with the transverse momentum by which objects are ordered.
 *
 * @param charge −1, 0 or 1
 */
record Particle(double px, double py, double pz, double energy, double pt, int charge) {

  static Particle of(double pt, double eta, double phi, double energy, int charge) {
    return new Particle(
        pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta), energy, pt, charge);
  }

  /** Transverse and massless. */
  static Particle missing(double pt, double phi) {
    return new Particle(pt * Math.cos(phi), pt * Math.sin(phi), 0, pt, pt, 0);
  }

  Particle plus(Particle other) {
    double x = px + other.px;
    double y = py + other.py;
    return new Particle(
        x, y, pz + other.pz, energy + other.energy, Math.hypot(x, y), charge + other.charge);
  }

  double mass() {
    return mass(px, py, pz, energy);
  }

  /** √max(E² − p², 0): rounded numbers of a file may make it negative. */
  static double mass(double px, double py, double pz, double energy) {
    double square = energy * energy - px * px - py * py - pz * pz;
    return square < 0 ? 0 : Math.sqrt(square);
  }
}
