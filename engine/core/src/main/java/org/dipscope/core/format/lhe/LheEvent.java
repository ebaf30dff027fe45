package org.dipscope.core.format.lhe;

import java.util.Arrays;
import org.dipscope.core.format.particle.Momenta;

/** One event; the same object is filled anew for each. */
final class LheEvent {
  /** Events with more particles are refused; they come from damaged files. */
  static final int MOST_PARTICLES = 100_000;

  private static final int INTEGERS = 4;
  private static final int TOP = 6;

  final Momenta momenta = new Momenta();
  long number;
  int announced;
  int process;
  double weight;
  double scaleGeV;
  double alphaQed;
  double alphaS;
  double[] extra = new double[0];
  private int[] integers = new int[INTEGERS * 16];
  private int top = -1;
  private int antitop = -1;

  void begin(long ordinal, int extras) {
    number = ordinal;
    momenta.clear();
    top = -1;
    antitop = -1;
    if (extra.length < extras) {
      extra = Arrays.copyOf(extra, Math.max(16, 2 * extras));
    }
    Arrays.fill(extra, Double.NaN);
  }

  /** Adds identity, status and mothers; the momentum is added to {@link #momenta} after that. */
  void add(int pdgId, int status, int mother1, int mother2) {
    int i = momenta.size();
    int at = INTEGERS * i;
    if (at == integers.length) {
      integers = Arrays.copyOf(integers, 2 * at);
    }
    integers[at] = pdgId;
    integers[at + 1] = status;
    integers[at + 2] = mother1;
    integers[at + 3] = mother2;
    if (status > 0 && top < 0 && pdgId == TOP) {
      top = i;
    }
    if (status > 0 && antitop < 0 && pdgId == -TOP) {
      antitop = i;
    }
  }

  void setExtra(int slot, double value) {
    if (slot >= extra.length) {
      int before = extra.length;
      extra = Arrays.copyOf(extra, Math.max(16, 2 * slot + 1));
      Arrays.fill(extra, before, extra.length, Double.NaN);
    }
    extra[slot] = value;
  }

  /** The weight in a slot; NaN if this event has none. */
  double extra(int slot) {
    return slot < extra.length ? extra[slot] : Double.NaN;
  }

  int particles() {
    return momenta.size();
  }

  int pdgId(int i) {
    return integers[INTEGERS * i];
  }

  int status(int i) {
    return integers[INTEGERS * i + 1];
  }

  int mother1(int i) {
    return integers[INTEGERS * i + 2];
  }

  int mother2(int i) {
    return integers[INTEGERS * i + 3];
  }

  /** Place of the first outgoing or intermediate top quark, or −1. */
  int top() {
    return top;
  }

  /** Place of the first outgoing or intermediate antitop quark, or −1. */
  int antitop() {
    return antitop;
  }
}
