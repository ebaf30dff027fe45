package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.List;

/**
 * The nuisance parameters of a fit, in order. An empty set means statistics only.
 *
 * @param nuisances with different names
 */
public record NuisanceSet(List<Nuisance> nuisances) {
  private static final double TOP_PAIR_THRESHOLD_GEV = 345;
  private static final double THRESHOLD_DECAY_GEV = 40;
  private static final double PIVOT_GEV = 500;

  /** Copies the list and checks the names. */
  public NuisanceSet {
    nuisances = List.copyOf(nuisances);
    long names = nuisances.stream().map(Nuisance::name).distinct().count();
    if (names != nuisances.size()) {
      throw Checks.bad("Two nuisances share one name.", "Give each nuisance a name of its own.");
    }
  }

  /** No nuisances: statistics only, with every rate known. */
  public static NuisanceSet statisticsOnly() {
    return new NuisanceSet(List.of());
  }

  /** Statistics only for data of which only the shape is trusted: a free normalisation. */
  public static NuisanceSet freeNormalisation() {
    return new NuisanceSet(
        List.of(
            new Nuisance(
                "top-pair normalisation",
                new NuisanceKind.Normalisation(),
                Double.POSITIVE_INFINITY)));
  }

  /**
   * The usual sources, with widths typical of LHC searches: luminosity 1.7 %, top-pair
   * normalisation 6 %, tilt 3 % per unit of ln m about 500 GeV, threshold term 3 % falling over 40
   * GeV above 345 GeV, mass scale 0.5 %, relative resolution 5 %.
   */
  public static NuisanceSet standard() {
    return new NuisanceSet(
        List.of(
            new Nuisance("luminosity", new NuisanceKind.Luminosity(), 0.017),
            new Nuisance("top-pair normalisation", new NuisanceKind.Normalisation(), 0.06),
            new Nuisance("top-pair tilt", new NuisanceKind.Tilt(PIVOT_GEV), 0.03),
            new Nuisance(
                "top-pair threshold",
                new NuisanceKind.Threshold(TOP_PAIR_THRESHOLD_GEV, THRESHOLD_DECAY_GEV),
                0.03),
            new Nuisance("mass scale", new NuisanceKind.MassScale(), 0.005),
            new Nuisance("resolution", new NuisanceKind.Resolution(), 0.05)));
  }

  /** The number of nuisances. */
  public int size() {
    return nuisances.size();
  }

  /** The nuisance at this position. */
  public Nuisance get(int index) {
    return nuisances.get(index);
  }

  /** This set and one more; a nuisance of the same name is replaced where it stands. */
  public NuisanceSet with(Nuisance nuisance) {
    List<Nuisance> list = new ArrayList<>(nuisances);
    list.replaceAll(old -> old.name().equals(nuisance.name()) ? nuisance : old);
    if (!list.contains(nuisance)) {
      list.add(nuisance);
    }
    return new NuisanceSet(list);
  }

  /** This set without the nuisance of that name. */
  public NuisanceSet without(String name) {
    return new NuisanceSet(nuisances.stream().filter(n -> !n.name().equals(name)).toList());
  }
}
