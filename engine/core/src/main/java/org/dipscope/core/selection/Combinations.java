package org.dipscope.core.selection;

/** The masses of all combinations of the objects of one event after the other. For one thread. */
final class Combinations {
  private final CombinationRule rule;
  private final double[] px;
  private final double[] py;
  private final double[] pz;
  private final double[] energy;
  private final int[] combination;
  private final double[] masses;
  private final int[] names;
  private int size;

  Combinations(CombinationRule rule) {
    this.rule = rule;
    int most = 1 << rule.mostObjects();
    px = new double[most];
    py = new double[most];
    pz = new double[most];
    energy = new double[most];
    combination = new int[most];
    masses = new double[most];
    names = new int[most];
  }

  /** Combines the objects of an event that are in these slots. */
  void combine(EventSelector event, Slots slots) {
    int objects = 0;
    size = 0;
    for (int place = 0; place < slots.size(); place++) {
      Slots.Slot slot = slots.get(place);
      var list = event.objects(slot.species());
      if (slot.index() < list.size()) {
        add(list.get(slot.index()), 1 << objects, 1 << place);
        objects++;
      }
    }
  }

  /** Adds an object to all sums so far: those below {@code count} are complete. */
  private void add(Particle object, int count, int bit) {
    for (int i = 0; i < count; i++) {
      int sum = count + i;
      px[sum] = px[i] + object.px();
      py[sum] = py[i] + object.py();
      pz[sum] = pz[i] + object.pz();
      energy[sum] = energy[i] + object.energy();
      combination[sum] = combination[i] | bit;
      int objects = Integer.bitCount(combination[sum]);
      if (objects >= rule.fewest() && objects <= rule.most()) {
        names[size] = combination[sum];
        masses[size] = Particle.mass(px[sum], py[sum], pz[sum], energy[sum]);
        size++;
      }
    }
  }

  /** How many combinations there are. */
  int size() {
    return size;
  }

  /** Which slots a combination holds. */
  int slots(int i) {
    return names[i];
  }

  /** The mass of a combination in GeV. */
  double mass(int i) {
    return masses[i];
  }

  /** How many combinations so many objects give. */
  static long count(int objects, CombinationRule rule) {
    long count = 0;
    long ways = 1;
    for (int chosen = 1; chosen <= Math.min(objects, rule.most()); chosen++) {
      ways = ways * (objects - chosen + 1) / chosen;
      count += chosen >= rule.fewest() ? ways : 0;
    }
    return count;
  }
}
