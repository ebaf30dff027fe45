package org.dipscope.core.analysis;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.Likelihood;
import org.dipscope.core.likelihood.NuisanceFit;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceCache;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.SpectrumEvaluator;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;

/**
 * One spectrum compared with one hypothesis after another under fixed conditions: what stays while
 * mass, width and couplings move. Immutable and thread-safe.
 */
public final class Analysis {
  private final SpectrumData data;
  private final Scenario conditions;
  private final SpectrumGrid grid;
  private final Likelihood likelihood;
  private final NuisanceFit backgroundFit;

  private Analysis(
      SpectrumData data, Scenario conditions, SpectrumGrid grid, Likelihood likelihood) {
    this.data = data;
    this.conditions = conditions;
    this.grid = grid;
    this.likelihood = likelihood;
    backgroundFit = likelihood.fit(likelihood.noSignal());
  }

  /**
   * An analysis of a spectrum.
   *
   * @param data what was observed
   * @param conditions collisions, detector and K factors; its scalars and strength are not used
   * @param fit the systematic uncertainties
   * @param grids where spectrum grids are kept
   */
  public static Analysis of(
      SpectrumData data, Scenario conditions, FitSettings fit, SpectrumGrids grids) {
    Binning binning = data.axis().binning();
    SpectrumGrid grid = grids.grid(conditions, binning);
    Templates background = inDataUnits(grid.background(units(data, conditions)), data);
    Likelihood likelihood =
        Likelihood.of(data.term(), binning, background, fit.forShapeOnly(data.isShapeOnly()));
    return new Analysis(data, conditions, grid, likelihood);
  }

  /** K factors, strength and luminosity in the units of the data before the bin width. */
  static Normalisation units(SpectrumData data, Scenario scenario) {
    double picobarn = Normalisation.PICOBARN.luminosityInvFb();
    return scenario.normalisation(data.isShapeOnly() ? picobarn : scenario.luminosityInvFb());
  }

  /** Counts stay; a cross-section per bin becomes a density. The arrays are changed in place. */
  static Templates inDataUnits(Templates templates, SpectrumData data) {
    perWidth(templates.rate(), data);
    perWidth(templates.scaleSlope(), data);
    perWidth(templates.resolutionSlope(), data);
    return templates;
  }

  private static void perWidth(double[] content, SpectrumData data) {
    if (data.isShapeOnly()) {
      Binning binning = data.axis().binning();
      for (int i = 0; i < content.length; i++) {
        content[i] /= binning.width(i);
      }
    }
  }

  /** What was observed. */
  public SpectrumData data() {
    return data;
  }

  /** The likelihood of the background and its nuisances. */
  public Likelihood likelihood() {
    return likelihood;
  }

  /** The fit without any scalar. */
  public NuisanceFit backgroundFit() {
    return backgroundFit;
  }

  /**
   * A scan over two parameters around a hypothesis; fills the spectra of its grid.
   *
   * @param scenario the hypothesis that gives all other parameters
   * @param x the parameter of the horizontal axis
   * @param y the parameter of the vertical axis
   * @param points the values to scan
   * @throws org.dipscope.core.problem.ProblemException if the parameters exclude each other
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public SurfaceScan scan(
      Scenario scenario,
      ScanParameter x,
      ScanParameter y,
      ParameterGrid points,
      Workers workers,
      CancelToken token) {
    ScalarScan signal = new ScalarScan(data, grid, scenario, x, y);
    return SurfaceScan.of(
        likelihood, signal, signal, SurfaceCache.fill(signal, points, workers, token));
  }

  /** What a hypothesis predicts for this spectrum, with the nuisances profiled. */
  public Prediction predict(Scenario scenario) {
    int bins = grid.binning().count();
    List<Resonance> resonances = scenario.resonances();
    Normalisation normalisation = units(data, scenario);
    SpectrumEvaluator evaluator = new SpectrumEvaluator(grid);
    double[] signal = new double[bins];
    double[] interference = new double[bins];
    evaluator.rates(resonances, normalisation, signal, interference);
    perWidth(signal, data);
    perWidth(interference, data);
    Templates effect = grid.emptyTemplates();
    evaluator.templates(resonances, normalisation, effect);
    inDataUnits(effect, data);

    NuisanceFit fit = likelihood.fit(effect);
    double[] total = fit.rate();
    Templates none = likelihood.noSignal();
    double[] background = likelihood.rate(none, fit.values());
    return new Prediction(
        Values.of(inDataUnits(grid.bornGg(units(data, conditions)), data).rate()),
        Values.of(inDataUnits(grid.bornQq(units(data, conditions)), data).rate()),
        Values.of(signal),
        Values.of(interference),
        Values.of(background),
        Values.of(total),
        Values.of(fit.rateUncertainty()),
        fit,
        fit.twiceNll() - backgroundFit.twiceNll(),
        expectedSignificance(effect, none, total));
  }

  /** √q₀ of data that agree exactly with the fitted prediction, with all nuisances profiled. */
  private double expectedSignificance(Templates effect, Templates none, double[] total) {
    Likelihood asimov = likelihood.withData(likelihood.data().asimov(total));
    double q = asimov.fit(none).twiceNll() - asimov.fit(effect).twiceNll();
    return Math.sqrt(Math.max(0, q));
  }
}
