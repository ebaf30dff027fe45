package org.dipscope.core.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.physics.amplitude.PureDip;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.ReferencedSpectrum;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.Workspace;

/**
 * The figure of a project: the selected spectrum with the selected model, and beside it the
 * likelihood surface, as the workbench shows them.
 */
public final class ProjectFigure {
  private static final double WIDTH_PT = 960;
  private static final double HEIGHT_PT = 560;

  private final Workspace workspace;
  private final Scenario scenario;
  private final SpectrumGrids grids = new SpectrumGrids();
  private final Workers workers;
  private final CancelToken token;

  private ProjectFigure(Workspace workspace, Workers workers, CancelToken token) {
    this.workspace = workspace;
    this.scenario = workspace.selectedModel().scenario();
    this.workers = workers;
    this.token = token;
  }

  /**
   * Computes and composes the figure.
   *
   * @param workspace the project
   * @param folder the folder of the project file, where its data files lie
   * @param workers who computes the surface
   * @param token stops the work
   * @throws ProblemException if the project has no spectrum, its data cannot be read, or its
   *     settings are not possible
   * @throws java.util.concurrent.CancellationException if cancelled meanwhile
   */
  public static FigureSpec of(
      Workspace workspace, Path folder, Workers workers, CancelToken token) {
    SpectrumEntry entry =
        workspace
            .selectedSpectrum()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.badInput(
                            "The project \"" + workspace.title() + "\" has no spectrum.",
                            "Open a spectrum in it and save it.")));
    Spectrum spectrum = ReferencedSpectrum.load(folder, entry).spectrum();
    return new ProjectFigure(workspace, workers, token).compose(spectrum);
  }

  private FigureSpec compose(Spectrum loaded) {
    ViewSettings view = workspace.view();
    Spectrum spectrum = view.mergeBins() > 1 ? loaded.rebin(view.mergeBins()) : loaded;
    SpectrumData data =
        SpectrumData.of(
            spectrum,
            workspace.nuisances().correlation(),
            scenario.topMassGeV(),
            conditions(spectrum));
    FitSettings fit =
        new FitSettings(
            workspace.nuisances().withSystematics(), workspace.nuisances().nuisanceSet());
    Analysis analysis = Analysis.of(data, scenario, fit, grids);
    return FigureSpec.of(
            "Top-pair mass spectrum of " + spectrum.name() + ", and the likelihood of the scalar",
            spectrum(analysis),
            surface(analysis))
        .withSize(WIDTH_PT, HEIGHT_PT);
  }

  private Column spectrum(Analysis analysis) {
    List<PinnedCurve> pinned = new ArrayList<>();
    for (PinnedComparison pin : workspace.pinned()) {
      Curves curves = curves(analysis, pin.scenario());
      pinned.add(new PinnedCurve(pin.label(), curves.massGeV(), curves.reconstructed()));
    }
    return SpectrumFigure.column(
        analysis.data(),
        analysis.predict(scenario),
        curves(analysis, scenario),
        workspace.view().logContents(),
        pureDipGeV(),
        pinned);
  }

  private Curves curves(Analysis analysis, Scenario shown) {
    var binning = analysis.data().axis().binning();
    double low = Math.max(binning.low(0), 1);
    return CurveModel.of(shown, low, binning.high(binning.count() - 1), grids).curves(shown);
  }

  /** The mass of a pure dip, which a CP-mixed state does not have. */
  private double pureDipGeV() {
    Scalar scalar = scenario.scalar();
    return scalar.coupling() instanceof CouplingChoice.Mixed
        ? Double.NaN
        : PureDip.massGeV(scenario.standardModel(), scalar.cp());
  }

  private Column surface(Analysis analysis) {
    ScanAxis x = workspace.likelihood().horizontal();
    ScanAxis y = workspace.likelihood().vertical();
    LikelihoodSurface surface =
        analysis
            .scan(
                scenario,
                x.parameter(),
                y.parameter(),
                new ParameterGrid(axis(x), axis(y)),
                workers,
                token)
            .compute(SurfaceOptions.of(SurfaceOptions.Quality.INTERPOLATED), workers, token);
    return SurfaceFigure.surface(
        surface, scenario.value(x.parameter()), scenario.value(y.parameter()));
  }

  private static Axis axis(ScanAxis axis) {
    return new Axis(
        axis.parameter().label(),
        axis.parameter().unit(),
        axis.low(),
        axis.high(),
        axis.points(),
        axis.logarithmic());
  }

  private String conditions(Spectrum spectrum) {
    String energy = plain(scenario.energyTeV()) + " TeV";
    return spectrum instanceof CountSpectrum
        ? energy + ", " + plain(scenario.luminosityInvFb()) + " fb⁻¹"
        : energy;
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
