package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.likelihood.Nuisance;
import org.dipscope.core.likelihood.NuisanceKind;
import org.dipscope.core.likelihood.NuisanceSet;

/**
 * Which systematic uncertainties a fit has.
 *
 * @param systematics false for statistics only
 * @param nuisances the parameters profiled if there are systematics
 */
public record FitSettings(boolean systematics, NuisanceSet nuisances) {

  /** The usual nuisances. */
  public static final FitSettings DEFAULT = new FitSettings(true, NuisanceSet.standard());

  private static final Nuisance ACCEPTANCE =
      new Nuisance("acceptance", new NuisanceKind.Luminosity(), Double.POSITIVE_INFINITY);

  /**
   * The nuisances for data of this kind. A measured cross-section is compared in shape: one free
   * factor on everything stands for acceptance, luminosity and branching ratios.
   */
  public NuisanceSet forShapeOnly(boolean shapeOnly) {
    if (!shapeOnly) {
      return systematics ? nuisances : NuisanceSet.statisticsOnly();
    }
    List<Nuisance> list = new ArrayList<>();
    list.add(ACCEPTANCE);
    if (systematics) {
      nuisances.nuisances().stream()
          .filter(nuisance -> !(nuisance.kind() instanceof NuisanceKind.Luminosity))
          .forEach(list::add);
    }
    return new NuisanceSet(list);
  }

  /** The same nuisances, switched on or off. */
  public FitSettings withSystematics(boolean on) {
    return new FitSettings(on, nuisances);
  }

  /** The same switch with other nuisances. */
  public FitSettings withNuisances(NuisanceSet others) {
    return new FitSettings(systematics, others);
  }
}
