package org.dipscope.core.analysis;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.likelihood.SignalEvaluator;
import org.dipscope.core.likelihood.SignalMixing;
import org.dipscope.core.likelihood.SignalModel;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.SpectrumEvaluator;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;

/**
 * The signal over two parameters of a scenario. Where the width does not follow the couplings, a
 * coupling or a strength costs a few multiplications; otherwise every point has a spectrum of its
 * own, split into S and I only if the strength is scanned. Immutable and thread-safe.
 */
final class ScalarScan implements SignalModel, SignalMixing {
  private static final Set<ScanParameter> COUPLINGS =
      EnumSet.of(ScanParameter.TAN_BETA, ScanParameter.COUPLING);

  private final SpectrumData data;
  private final SpectrumGrid grid;
  private final Scenario base;
  private final ScanParameter x;
  private final ScanParameter y;
  private final boolean factored;
  private final FactoredCouplings basis;

  /**
   * A scan.
   *
   * @throws ProblemException if the two parameters exclude each other
   */
  ScalarScan(
      SpectrumData data, SpectrumGrid grid, Scenario base, ScanParameter x, ScanParameter y) {
    if (x == y || (COUPLINGS.contains(x) && COUPLINGS.contains(y)) || (isWidth(x) && isWidth(y))) {
      throw new ProblemException(
          Problem.usage(
              "A scan over " + x.option() + " and " + y.option() + " is not possible.",
              "Choose two different parameters: one may set the width and one the coupling."));
    }
    this.data = data;
    this.grid = grid;
    this.base = base;
    this.x = x;
    this.y = y;
    boolean freeWidth =
        isWidth(x) || isWidth(y) || !(base.scalar().width() instanceof WidthChoice.Physical);
    factored = FactoredCouplings.applies(base, freeWidth);
    Scalar representative = base.scalar();
    for (ScanParameter parameter : List.of(x, y)) {
      if (COUPLINGS.contains(parameter)) {
        representative = representative.with(parameter, 1);
      }
    }
    basis = FactoredCouplings.of(representative.coupling());
  }

  private static boolean isWidth(ScanParameter parameter) {
    return parameter == ScanParameter.WIDTH || parameter == ScanParameter.RELATIVE_WIDTH;
  }

  private Scenario at(double valueX, double valueY) {
    return base.with(x, valueX).with(y, valueY);
  }

  private boolean isCheap(ScanParameter parameter) {
    return parameter == ScanParameter.SIGNAL_STRENGTH
        || (factored && COUPLINGS.contains(parameter));
  }

  private boolean strengthIsScanned() {
    return x == ScanParameter.SIGNAL_STRENGTH || y == ScanParameter.SIGNAL_STRENGTH;
  }

  @Override
  public int binCount() {
    return grid.binning().count();
  }

  @Override
  public int componentCount() {
    return factored ? basis.size() : strengthIsScanned() ? 2 : 1;
  }

  @Override
  public boolean dependsOnX() {
    return !isCheap(x);
  }

  @Override
  public boolean dependsOnY() {
    return !isCheap(y);
  }

  @Override
  public SignalEvaluator newEvaluator() {
    SpectrumEvaluator evaluator = new SpectrumEvaluator(grid);
    return (valueX, valueY, into) -> {
      try {
        fill(at(valueX, valueY), evaluator, into);
        for (Templates component : into) {
          Analysis.inDataUnits(component, data);
        }
      } catch (ProblemException outsideOfTheModel) {
        Arrays.fill(into[0].rate(), Double.NaN);
      }
    };
  }

  private void fill(Scenario scenario, SpectrumEvaluator evaluator, Templates[] into) {
    if (factored) {
      basis.components(scenario.scalar(), scenario, grid, evaluator, into);
      return;
    }
    Normalisation units = Analysis.units(data, scenario);
    List<Resonance> resonances = scenario.resonances();
    if (!strengthIsScanned()) {
      evaluator.templates(resonances, units, into[0]);
      return;
    }
    double luminosity = units.luminosityInvFb();
    double kBorn = units.kBorn();
    Normalisation signal = new Normalisation(luminosity, kBorn, scenario.kSignal(), 0);
    Normalisation interference =
        new Normalisation(luminosity, kBorn, 0, scenario.interferenceFactor());
    evaluator.templates(resonances, signal, into[0]);
    evaluator.templates(resonances, interference, into[1]);
  }

  @Override
  public PointStatus weights(double valueX, double valueY, double[] into) {
    try {
      Scenario scenario = at(valueX, valueY);
      if (factored) {
        basis.weights(scenario.scalar(), Analysis.units(data, scenario), into);
      } else if (strengthIsScanned()) {
        into[0] = scenario.signalStrength();
        into[1] = Math.sqrt(scenario.signalStrength());
      } else {
        into[0] = 1;
      }
      StandardModel model = scenario.standardModel();
      boolean unphysical =
          scenario.resonances().stream().anyMatch(state -> state.isUnphysical(model));
      return unphysical ? PointStatus.UNPHYSICAL : PointStatus.PHYSICAL;
    } catch (ProblemException outsideOfTheModel) {
      return PointStatus.INCOMPUTABLE;
    }
  }
}
