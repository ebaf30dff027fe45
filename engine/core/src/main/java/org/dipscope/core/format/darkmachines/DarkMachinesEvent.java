package org.dipscope.core.format.darkmachines;

import java.util.Arrays;
import org.dipscope.core.format.particle.Momenta;

/** One event in MeV; the same object is filled anew for each. */
final class DarkMachinesEvent {
  private static final double[] NOTHING = new double[0];

  final Momenta momenta = new Momenta();
  long number;
  double id;
  double weight;
  double met;
  double metPhi;
  private int[] pdgIds = new int[16];
  private double[] directions = NOTHING;
  private int foundKind = ObjectKind.NONE;
  private int foundNumber;
  private int foundPlace;

  void begin(long ordinal) {
    number = ordinal;
    id = Double.NaN;
    foundKind = ObjectKind.NONE;
    momenta.clear();
  }

  /** Adds an object; without an energy (NaN) it has no mass either. */
  void add(int pdgId, double energy, double pt, double eta, double phi) {
    int i = momenta.size();
    if (i == pdgIds.length) {
      pdgIds = Arrays.copyOf(pdgIds, 2 * i);
    }
    if (3 * i + 3 > directions.length) {
      directions = Arrays.copyOf(directions, Math.max(48, 2 * directions.length));
    }
    pdgIds[i] = pdgId;
    directions[3 * i] = pt;
    directions[3 * i + 1] = eta;
    directions[3 * i + 2] = phi;
    double p = pt * Math.cosh(eta);
    // six digits were written, which can make E² − p² negative
    double mass = Math.sqrt((energy - p) * (energy + p));
    momenta.add(
        pt * Math.cos(phi),
        pt * Math.sin(phi),
        pt * Math.sinh(eta),
        energy,
        energy <= p ? 0 : mass);
  }

  int objects() {
    return momenta.size();
  }

  int pdgId(int i) {
    return pdgIds[i];
  }

  double pt(int i) {
    return directions[3 * i];
  }

  double eta(int i) {
    return directions[3 * i + 1];
  }

  double phi(int i) {
    return directions[3 * i + 2];
  }

  /** How many objects are of a kind, whatever their charge. */
  int count(int kind) {
    int count = 0;
    for (int i = 0; i < objects(); i++) {
      count += Math.abs(pdgIds[i]) == kind ? 1 : 0;
    }
    return count;
  }

  /**
   * Where the object of this number, from 0, among those of a kind is among all. Numbers asked for
   * in order cost one pass.
   */
  int place(int kind, int number) {
    if (kind != foundKind || number < foundNumber) {
      foundKind = kind;
      foundNumber = -1;
      foundPlace = -1;
    }
    while (foundNumber < number) {
      foundPlace++;
      foundNumber += Math.abs(pdgIds[foundPlace]) == kind ? 1 : 0;
    }
    return foundPlace;
  }

  /** Scalar sum of the transverse momenta of all jets. */
  double ht() {
    double sum = 0;
    for (int i = 0; i < objects(); i++) {
      boolean jet = pdgIds[i] == ObjectKind.JET || pdgIds[i] == ObjectKind.B_JET;
      sum += jet ? pt(i) : 0;
    }
    return sum;
  }
}
