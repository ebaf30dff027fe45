package org.dipscope.core.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.parton.PartonDistribution;
import org.dipscope.core.physics.parton.PartonDistributions;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.physics.spectrum.ScaleChoice;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.project.Scenario;

/**
 * The spectrum grids that were used last, so that moving a slider back, or changing what a grid
 * does not depend on, costs nothing. Thread-safe.
 */
public final class SpectrumGrids {
  private static final int KEPT = 12;

  private final Map<Key, SpectrumGrid> grids = recent();
  private final Map<String, PartonDistribution> partons = recent();

  /** The grid of a scenario in these bins. */
  public synchronized SpectrumGrid grid(Scenario scenario, Binning binning) {
    Key key =
        new Key(
            scenario.topMassGeV(),
            scenario.energyTeV(),
            scenario.pdfSet() + ":" + scenario.pdfMember(),
            scenario.scale(),
            scenario.efficiency(),
            scenario.resolution(),
            binning);
    SpectrumGrid known = grids.get(key);
    if (known == null) {
      known =
          new SpectrumGrid(
              scenario.standardModel(),
              collisions(scenario),
              binning,
              scenario.resolution(),
              scenario.efficiency());
      grids.put(key, known);
    }
    return known;
  }

  /** The collisions of a scenario. */
  public synchronized ProtonCollisions collisions(Scenario scenario) {
    String name = scenario.pdfSet() + ":" + scenario.pdfMember();
    PartonDistribution known = partons.get(name);
    if (known == null) {
      known = PartonDistributions.open(scenario.pdfSet(), scenario.pdfMember());
      partons.put(name, known);
    }
    return new ProtonCollisions(
        1000 * scenario.energyTeV(), known, ScaleChoice.parse(scenario.scale()));
  }

  private static <K, V> Map<K, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  private record Key(
      double topMassGeV,
      double energyTeV,
      String partons,
      String scale,
      EfficiencyModel efficiency,
      double resolution,
      Binning binning) {}
}
