package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The objects of a category that enter combinations, in the order of names: e0 e1 m0 … j3. A
 * combination is a set of their places, bit by bit.
 */
final class Slots {

  /** The object number {@code index}, from 0, of a species. */
  record Slot(Species species, int index) {
    String name() {
      return species.mark() + (species == Species.MISSING ? "" : index);
    }
  }

  private final List<Slot> slots;

  private Slots(List<Slot> slots) {
    this.slots = slots;
  }

  /**
   * The objects of a category; its light jets are those that some of its events have.
   *
   * @param missing whether events have a missing momentum
   */
  static Slots of(Category category, CombinationRule rule, boolean missing) {
    List<Slot> slots = new ArrayList<>();
    int most = 0;
    for (Species species : Species.values()) {
      most = Math.max(most, available(category, rule, missing, species));
    }
    for (int index = 0; index < most && slots.size() < rule.mostObjects(); index++) {
      for (Species species : Species.values()) {
        if (index < available(category, rule, missing, species)
            && slots.size() < rule.mostObjects()) {
          slots.add(new Slot(species, index));
        }
      }
    }
    slots.sort(Comparator.comparing(Slot::species).thenComparingInt(Slot::index));
    return new Slots(List.copyOf(slots));
  }

  /** How many objects of a species may enter combinations. */
  private static int available(
      Category category, CombinationRule rule, boolean missing, Species species) {
    return switch (species) {
      case LIGHT_JET ->
          category.lightJets() == Category.ANY || category.orMore()
              ? rule.leadingLightJets()
              : Math.min(category.lightJets(), rule.leadingLightJets());
      case MISSING -> rule.missing() && missing ? 1 : 0;
      default -> category.count(species);
    };
  }

  int size() {
    return slots.size();
  }

  Slot get(int place) {
    return slots.get(place);
  }

  /** The species of the objects of a combination. */
  List<Species> species(int combination) {
    List<Species> species = new ArrayList<>();
    for (int place = 0; place < slots.size(); place++) {
      if ((combination >> place & 1) == 1) {
        species.add(slots.get(place).species());
      }
    }
    return species;
  }

  /** The name of a combination, such as e0m1j0. */
  String name(int combination) {
    StringBuilder name = new StringBuilder();
    for (int place = 0; place < slots.size(); place++) {
      if ((combination >> place & 1) == 1) {
        name.append(slots.get(place).name());
      }
    }
    return name.toString();
  }

  /** The name of the histogram of a combination. */
  String id(int combination, Category category) {
    return "mass_" + name(combination) + "_cat_" + category.longName();
  }
}
