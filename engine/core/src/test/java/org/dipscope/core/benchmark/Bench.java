package org.dipscope.core.benchmark;

import java.util.List;
import org.dipscope.core.analysis.Analysis;
import org.dipscope.core.analysis.FitSettings;
import org.dipscope.core.analysis.SpectrumData;
import org.dipscope.core.analysis.SpectrumGrids;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.NuisanceSet;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;

/** The one setting of all benchmarks: 100 bins, 8 % resolution, a 64×64 surface. */
final class Bench {
  static final Binning BINS = Binning.uniform(100, 350, 1350);
  static final int POINTS = 64;
  static final Scenario SCENARIO = Scenario.DEFAULT;
  static final SpectrumGrids GRIDS = new SpectrumGrids();

  private Bench() {}

  /** Mass and tan β, the width following both. */
  static ParameterGrid massAndTanBeta(int points) {
    return new ParameterGrid(
        axis(ScanParameter.MASS, 450, 560, points), axis(ScanParameter.TAN_BETA, 0.6, 1.8, points));
  }

  private static org.dipscope.core.likelihood.Axis axis(
      ScanParameter parameter, double low, double high, int points) {
    return org.dipscope.core.likelihood.Axis.linear(
        parameter.label(), parameter.unit(), low, high, points);
  }

  /** Data without fluctuations; 0 or 5 nuisances. */
  static Analysis analysis(int nuisances) {
    List<org.dipscope.core.likelihood.Nuisance> usual = NuisanceSet.standard().nuisances();
    NuisanceSet chosen = new NuisanceSet(usual.subList(0, Math.max(1, nuisances)));
    return Analysis.of(data(), SCENARIO, new FitSettings(nuisances > 0, chosen), GRIDS);
  }

  static double[] counts() {
    SpectrumGrid grid = GRIDS.grid(SCENARIO, BINS);
    double[] rate = background().rate().clone();
    Templates effect = grid.predict(SCENARIO.resonances(), SCENARIO.normalisation(140)).total();
    for (int i = 0; i < rate.length; i++) {
      rate[i] += effect.rate()[i];
    }
    return rate;
  }

  static Templates background() {
    return GRIDS.grid(SCENARIO, BINS).background(SCENARIO.normalisation(140));
  }

  private static SpectrumData data() {
    Axis axis = new Axis("m_tt", "GeV", BINS);
    CountSpectrum counts = new CountSpectrum("Asimov", axis, Values.of(counts()), 140.0, "");
    return SpectrumData.of(counts, Correlation.DEFAULT, SCENARIO.topMassGeV(), "");
  }
}
