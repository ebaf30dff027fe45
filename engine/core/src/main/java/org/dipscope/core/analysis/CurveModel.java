package org.dipscope.core.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.physics.amplitude.BornCrossSection;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.PartonicCrossSections;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.DifferentialSpectrum;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.ProtonCollisions;
import org.dipscope.core.physics.spectrum.SpectrumEvaluator;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.SpectrumPoint;
import org.dipscope.core.project.Scenario;

/**
 * Draws the interference as smooth curves. The share of gluons in the background is known on fixed
 * masses once, so a curve costs closed forms only, and narrow resonances get points of their own.
 * Immutable and thread-safe.
 */
public final class CurveModel {
  private static final int BINS = 160;
  private static final int AROUND_EACH_POLE = 121;
  private static final double WIDTHS_AROUND_POLE = 12;

  private final SpectrumGrid grid;
  private final double[] background;
  private final double[] centres;
  private final double[] gluonShare;

  private CurveModel(SpectrumGrid grid, double[] background, double[] centres, double[] share) {
    this.grid = grid;
    this.background = background;
    this.centres = centres;
    gluonShare = share;
  }

  /**
   * Curves over a range of masses.
   *
   * @param conditions collisions and detector; its scalars are not used
   * @param lowGeV start of the range, positive
   * @param highGeV end of the range
   * @param grids where spectrum grids are kept
   */
  public static CurveModel of(
      Scenario conditions, double lowGeV, double highGeV, SpectrumGrids grids) {
    Binning binning = logarithmic(lowGeV, highGeV);
    SpectrumGrid grid = grids.grid(conditions, binning);
    ProtonCollisions collisions = grids.collisions(conditions);
    DifferentialSpectrum born =
        new DifferentialSpectrum(conditions.standardModel(), collisions, List.of());
    double[] centres = new double[BINS];
    double[] share = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      centres[i] = binning.centre(i);
      SpectrumPoint point = born.at(centres[i]);
      double sum = point.bornGg() + point.bornQq();
      share[i] = sum > 0 ? point.bornGg() / sum : Double.NaN;
    }
    double[] background = grid.background(Normalisation.PICOBARN).rate();
    return new CurveModel(grid, background, centres, share);
  }

  private static Binning logarithmic(double low, double high) {
    double[] edges = new double[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      edges[i] = low * Math.pow(high / low, (double) i / BINS);
    }
    return Binning.of(edges);
  }

  /** The curves of a hypothesis. */
  public Curves curves(Scenario scenario) {
    List<Resonance> resonances = scenario.resonances();
    double[] masses = masses(resonances);
    double[] produced = new double[masses.length];
    double[] floor = new double[masses.length];
    fillProduced(scenario, resonances, masses, produced, floor);

    double[] signal = new double[BINS];
    double[] interference = new double[BINS];
    Normalisation relative = scenario.normalisation(Normalisation.PICOBARN.luminosityInvFb());
    new SpectrumEvaluator(grid).rates(resonances, relative, signal, interference);
    double[] sum = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      double perCent = 100 / (background[i] * scenario.kBorn());
      signal[i] *= perCent;
      interference[i] *= perCent;
      sum[i] = signal[i] + interference[i];
    }
    return new Curves(
        Values.of(masses),
        Values.of(produced),
        Values.of(floor),
        Values.of(centres),
        Values.of(sum),
        Values.of(signal),
        Values.of(interference));
  }

  private void fillProduced(
      Scenario scenario,
      List<Resonance> resonances,
      double[] masses,
      double[] produced,
      double[] floor) {
    PartonicCrossSections sections =
        new PartonicCrossSections(scenario.standardModel(), resonances);
    BornCrossSection born = sections.born();
    Normalisation factors = scenario.normalisation(1);
    for (int i = 0; i < masses.length; i++) {
      double mass = masses[i];
      double gluons = born.gg(mass);
      double perCent = 100 * gluonShareAt(mass) / (gluons * factors.kBorn());
      if (!(gluons > 0)) {
        produced[i] = Double.NaN;
        floor[i] = Double.NaN;
        continue;
      }
      produced[i] =
          perCent
              * (factors.kSignal() * sections.signal(mass)
                  + factors.kInterference() * sections.interference(mass));
      for (CpParity parity : CpParity.values()) {
        if (couples(resonances, parity)) {
          floor[i] -= perCent * factors.kBorn() * sections.floor(mass, parity);
        }
      }
    }
  }

  private static boolean couples(List<Resonance> resonances, CpParity parity) {
    return resonances.stream().anyMatch(r -> r.couplings().top(parity) != 0);
  }

  private double gluonShareAt(double mass) {
    int right = Arrays.binarySearch(centres, mass);
    if (right >= 0) {
      return gluonShare[right];
    }
    right = Math.clamp(-right - 1, 1, BINS - 1);
    double fraction = (mass - centres[right - 1]) / (centres[right] - centres[right - 1]);
    return gluonShare[right - 1] + fraction * (gluonShare[right] - gluonShare[right - 1]);
  }

  /** The fixed masses, and more where a resonance is narrower than their spacing. */
  private double[] masses(List<Resonance> resonances) {
    DoubleStream all = Arrays.stream(centres);
    for (Resonance resonance : resonances) {
      double reach = WIDTHS_AROUND_POLE * Math.min(resonance.widthGeV(), resonance.massGeV() / 20);
      all =
          DoubleStream.concat(
              all,
              DoubleStream.iterate(-1, x -> x + 2.0 / (AROUND_EACH_POLE - 1))
                  .limit(AROUND_EACH_POLE)
                  .map(x -> resonance.massGeV() + reach * x * x * x));
    }
    double low = grid.binning().low(0);
    double high = grid.binning().high(BINS - 1);
    return all.filter(m -> m >= low && m <= high).sorted().distinct().toArray();
  }
}
