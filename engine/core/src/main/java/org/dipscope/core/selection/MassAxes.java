package org.dipscope.core.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dipscope.core.histogram.Binning;

/** The axes of combinations, one per set of species. Thread-safe. */
final class MassAxes {
  private final MassBins bins;
  private final Map<List<Species>, Binning> axes = new ConcurrentHashMap<>();

  MassAxes(MassBins bins) {
    this.bins = bins;
    for (Species species : Species.values()) {
      bins.of(List.of(species, species)); // refuses resolutions that give too many bins
    }
  }

  Binning of(List<Species> objects) {
    Species[] sorted = objects.toArray(new Species[0]);
    Arrays.sort(sorted);
    return axes.computeIfAbsent(List.of(sorted), bins::of);
  }
}
