package org.dipscope.core.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.likelihood.Nuisance;
import org.dipscope.core.likelihood.NuisanceSet;

/**
 * Which systematic uncertainties count.
 *
 * @param withSystematics the switch "statistics only / with systematics"
 * @param sources settings by the name of the nuisance, in the order of the screen
 * @param correlation how systematic errors of a measured spectrum hang together
 */
public record NuisanceSettings(
    boolean withSystematics, Map<String, Source> sources, Correlation correlation) {

  /**
   * One source.
   *
   * @param active whether it is profiled
   * @param width its relative prior width, positive; infinite leaves it free
   */
  public record Source(boolean active, double width) {}

  /** The standard nuisances, all active. */
  public static final NuisanceSettings DEFAULT = defaults();

  /** Copies the map, keeping its order. */
  public NuisanceSettings {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
  }

  private static NuisanceSettings defaults() {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Nuisance nuisance : NuisanceSet.standard().nuisances()) {
      sources.put(nuisance.name(), new Source(true, nuisance.priorWidth()));
    }
    return new NuisanceSettings(true, sources, Correlation.DEFAULT);
  }

  /**
   * The nuisances of the standard set that are active, with their widths; all of them if only
   * statistics count, since that is a switch of the fit.
   *
   * @throws org.dipscope.core.problem.ProblemException if a width is not positive
   */
  public NuisanceSet nuisanceSet() {
    List<Nuisance> active = new ArrayList<>();
    for (Nuisance nuisance : NuisanceSet.standard().nuisances()) {
      Source source = sources.get(nuisance.name());
      if (source == null) {
        active.add(nuisance);
      } else if (source.active()) {
        active.add(nuisance.withPriorWidth(source.width()));
      }
    }
    return new NuisanceSet(active);
  }

  /** The same settings with the switch set. */
  public NuisanceSettings withSystematics(boolean value) {
    return new NuisanceSettings(value, sources, correlation);
  }

  /** The same settings with one source changed or added. */
  public NuisanceSettings with(String name, Source source) {
    Map<String, Source> changed = new LinkedHashMap<>(sources);
    changed.put(name, source);
    return new NuisanceSettings(withSystematics, changed, correlation);
  }

  /** The same settings with another correlation. */
  public NuisanceSettings with(Correlation other) {
    return new NuisanceSettings(withSystematics, sources, other);
  }
}
