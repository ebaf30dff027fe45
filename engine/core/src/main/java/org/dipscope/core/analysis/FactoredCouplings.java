package org.dipscope.core.analysis;

import java.util.List;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.physics.spectrum.CouplingBasis;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.SpectrumEvaluator;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;

/**
 * How the spectra of one scalar at fixed mass and width follow its couplings: components in pb that
 * a scan keeps, and weights that cost nothing. With a bottom loop these are the five of {@link
 * CouplingBasis}; a state that couples to top quarks only has {S, I} at unit coupling, with weights
 * g⁴ and g².
 */
final class FactoredCouplings {
  private static final int WITH_BOTTOM = 5;
  private static final int TOP_ONLY = 2;
  private static final Normalisation SIGNAL = new Normalisation(1e-3, 1, 1, 0);
  private static final Normalisation INTERFERENCE = new Normalisation(1e-3, 1, 0, 1);

  private final boolean bottom;

  private FactoredCouplings(boolean bottom) {
    this.bottom = bottom;
  }

  /** Whether couplings can be factored out: a single scalar with a width of its own. */
  static boolean applies(Scenario scenario, boolean freeWidth) {
    return freeWidth
        && scenario.second() == null
        && scenario.scalar().scheme() != WidthScheme.PHYSICAL;
  }

  static FactoredCouplings of(CouplingChoice coupling) {
    return new FactoredCouplings(
        switch (coupling) {
          case CouplingChoice.TypeTwo typeTwo -> true;
          case CouplingChoice.Free free -> free.bottom() != 0;
          case CouplingChoice.Mixed mixed -> false;
        });
  }

  int size() {
    return bottom ? WITH_BOTTOM : TOP_ONLY;
  }

  /** Fills the components for a scalar; of its couplings only the mixture of CP matters. */
  void components(
      Scalar scalar,
      Scenario scenario,
      SpectrumGrid grid,
      SpectrumEvaluator evaluator,
      Templates[] into) {
    double width =
        switch (scalar.width()) {
          case WidthChoice.Free(double widthGeV) -> widthGeV;
          case WidthChoice.Relative(double fraction) -> fraction * scalar.massGeV();
          case WidthChoice.Physical physical ->
              scalar.resonance(scenario.standardModel()).widthGeV();
        };
    if (!bottom) {
      Couplings unit =
          scalar.coupling() instanceof CouplingChoice.Mixed(double even, double odd)
              ? unitMixed(even, odd)
              : Couplings.pure(scalar.cp(), 1, 0, 0);
      List<Resonance> resonance =
          List.of(new Resonance(unit, scalar.massGeV(), width, scalar.scheme()));
      evaluator.templates(resonance, SIGNAL, into[0]);
      evaluator.templates(resonance, INTERFERENCE, into[1]);
      return;
    }
    CouplingBasis basis =
        CouplingBasis.of(grid, scalar.cp(), scalar.massGeV(), width, scalar.scheme());
    copy(basis.signalTopTop(), into[0]);
    copy(basis.signalTopBottom(), into[1]);
    copy(basis.signalBottomBottom(), into[2]);
    copy(basis.interferenceTop(), into[3]);
    copy(basis.interferenceBottom(), into[4]);
  }

  private static void copy(Templates from, Templates into) {
    int bins = from.rate().length;
    System.arraycopy(from.rate(), 0, into.rate(), 0, bins);
    System.arraycopy(from.scaleSlope(), 0, into.scaleSlope(), 0, bins);
    System.arraycopy(from.resolutionSlope(), 0, into.resolutionSlope(), 0, bins);
  }

  private static Couplings unitMixed(double even, double odd) {
    double size = Math.hypot(even, odd);
    return size == 0 ? Couplings.topPhilic(1, 0) : Couplings.topPhilic(even / size, odd / size);
  }

  /**
   * The weights of the components.
   *
   * @param units luminosity and K factors, with the signal strength in them
   */
  void weights(Scalar scalar, Normalisation units, double[] into) {
    double top;
    double b = 0;
    if (scalar.coupling() instanceof CouplingChoice.Mixed(double even, double odd)) {
      top = Math.hypot(even, odd);
    } else {
      Couplings couplings = scalar.coupling().couplings(scalar.cp());
      top = couplings.top(scalar.cp());
      b = couplings.bottom(scalar.cp());
    }
    double t2 = top * top;
    into[0] = units.signal() * t2 * t2;
    if (!bottom) {
      into[1] = units.interference() * t2;
      return;
    }
    into[1] = units.signal() * t2 * top * b;
    into[2] = units.signal() * t2 * b * b;
    into[3] = units.interference() * t2;
    into[4] = units.interference() * top * b;
  }
}
