package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pairs leptons into Z candidates, greedily by |m − m_Z|. For one thread. */
final class ZFinder {
  /** Leading leptons of a flavour that are looked at; no collision has more. */
  private static final int MOST_LEPTONS = 64;

  /** Two leptons that may be a Z. */
  private record Pair(
      List<Particle> leptons, Particle first, Particle second, Particle sum, double distance) {}

  private final ZPairing rule;
  private final List<Pair> pairs = new ArrayList<>();

  ZFinder(ZPairing rule) {
    this.rule = rule;
  }

  /** Moves pairs from the lists of leptons to the Z candidates. */
  void pair(List<Particle> electrons, List<Particle> muons, List<Particle> candidates) {
    pairs.clear();
    collect(electrons);
    collect(muons);
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    for (Pair pair : pairs) {
      int first = place(pair.leptons(), pair.first());
      int second = place(pair.leptons(), pair.second());
      if (first >= 0 && second >= 0) {
        pair.leptons().remove(Math.max(first, second));
        pair.leptons().remove(Math.min(first, second));
        candidates.add(pair.sum());
      }
    }
  }

  private void collect(List<Particle> leptons) {
    int looked = Math.min(leptons.size(), MOST_LEPTONS);
    for (int i = 0; i < looked; i++) {
      for (int j = i + 1; j < looked; j++) {
        Particle first = leptons.get(i);
        Particle second = leptons.get(j);
        if (first.charge() * second.charge() < 0) {
          Particle sum = first.plus(second);
          double distance = Math.abs(sum.mass() - rule.massGeV());
          if (distance < rule.windowGeV()) {
            pairs.add(new Pair(leptons, first, second, sum, distance));
          }
        }
      }
    }
  }

  /** Two leptons may be equal in all their numbers and yet be two. */
  @SuppressWarnings("ReferenceEquality")
  private static int place(List<Particle> leptons, Particle lepton) {
    for (int i = 0; i < leptons.size(); i++) {
      if (leptons.get(i) == lepton) {
        return i;
      }
    }
    return -1;
  }
}
