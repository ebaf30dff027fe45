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
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.ReferencedSpectrum;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a project: the selected spectrum with the selected model, and beside it the
 * likelihood surface, as the workbench shows them. A spectrum without a prediction stands alone.
 */
public final class ProjectFigure {
  private static final double WIDTH_PT = 960;
  private static final double WIDTH_ALONE_PT = 560;
  private static final double HEIGHT_PT = 560;

  private final Workspace workspace;
  private final Path folder;
  private final SpectrumEntry entry;
  private final Scenario scenario;
  private final SpectrumGrids grids = new SpectrumGrids();
  private final StripEstimators estimators;
  private final Workers workers;
  private final CancelToken token;

  private ProjectFigure(
      Workspace workspace,
      Path folder,
      SpectrumEntry entry,
      StripEstimators estimators,
      Workers workers,
      CancelToken token) {
    this.estimators = estimators;
    this.workspace = workspace;
    this.folder = folder;
    this.entry = entry;
    this.scenario = workspace.selectedModel().scenario();
    this.workers = workers;
    this.token = token;
  }

  /**
   * Computes and composes the figure.
   *
   * @param workspace the project
   * @param folder the folder of the project file, where its data files lie
   * @param estimators who computes the significance strip
   * @param workers who computes the surface
   * @param token stops the work
   * @throws ProblemException if the project has no spectrum, its data cannot be read, or its
   *     settings are not possible
   * @throws java.util.concurrent.CancellationException if cancelled meanwhile
   */
  public static FigureSpec of(
      Workspace workspace,
      Path folder,
      StripEstimators estimators,
      Workers workers,
      CancelToken token) {
    SpectrumEntry entry =
        workspace
            .selectedSpectrum()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.badInput(
                            "The project \"" + workspace.title() + "\" has no spectrum.",
                            "Open a spectrum in it and save it.")));
    return new ProjectFigure(workspace, folder, entry, estimators, workers, token).compose();
  }

  private FigureSpec compose() {
    Spectrum spectrum = ReferencedSpectrum.load(folder, entry).spectrum();
    ViewSettings view = workspace.view();
    String absence = TopPairComparison.absence(entry, spectrum, scenario.topMassGeV());
    if (!absence.isEmpty()) {
      DrawnSpectrum drawn =
          drawn(SpectrumData.alone(spectrum, luminosity(spectrum), entry.masks()));
      FigureSpec alone =
          FigureSpec.of(
              "Spectrum of " + spectrum.name() + ". " + absence,
              SpectrumFigure.column(drawn, null, view, overlays(drawn)));
      return withStrip(alone, drawn, null).withSize(WIDTH_ALONE_PT, HEIGHT_PT);
    }
    SpectrumData data =
        SpectrumData.of(
            spectrum,
            workspace.nuisances().correlation(),
            scenario.topMassGeV(),
            conditions(spectrum),
            entry.masks());
    FitSettings fit =
        new FitSettings(
            workspace.nuisances().withSystematics(), workspace.nuisances().nuisanceSet());
    Analysis analysis = Analysis.of(data, scenario, fit, grids);
    DrawnSpectrum drawn = drawn(data);
    Expectation expected = expectation(analysis);
    FigureSpec left =
        FigureSpec.of(
            "Top-pair mass spectrum of " + spectrum.name() + ", and the likelihood of the scalar",
            SpectrumFigure.column(drawn, expected, view, overlays(drawn)));
    FigureSpec shown = withStrip(left, drawn, expected);
    return FigureSpec.of(shown.description(), shown.columns().getFirst(), surface(analysis))
        .withSize(WIDTH_PT, HEIGHT_PT);
  }

  /** The strip at the foot of the spectrum, or why there is none in the description. */
  private FigureSpec withStrip(
      FigureSpec figure, DrawnSpectrum drawn, @Nullable Expectation expected) {
    ViewSettings.Strip choice = workspace.view().strip();
    if (choice.definition() == StripDefinition.OFF) {
      return figure;
    }
    StripFound found =
        new StripScan(estimators)
            .compute(new StripOrder(drawn, expected, choice, null), false, token);
    SignificanceStrip strip = found.strip();
    return strip == null
        ? FigureSpec.of(figure.description() + ". " + found.absence(), figure.columns().getFirst())
        : SignificancePanel.below(figure, drawn, strip, "", null);
  }

  private DrawnSpectrum drawn(SpectrumData data) {
    return DrawnSpectrum.of(data, workspace.view().mergeBins(), workspace.view().contentScale());
  }

  private List<Overlay> overlays(DrawnSpectrum drawn) {
    List<Overlay> overlays = new ArrayList<>();
    for (SpectrumEntry other : workspace.overlays(entry.id())) {
      Spectrum spectrum = ReferencedSpectrum.load(folder, other).spectrum();
      Overlay.of(spectrum, drawn, overlays.size()).ifPresent(overlays::add);
    }
    return overlays;
  }

  private Expectation expectation(Analysis analysis) {
    List<PinnedCurve> pinned = new ArrayList<>();
    for (PinnedComparison pin : workspace.pinned()) {
      Curves curves = curves(analysis, pin.scenario());
      pinned.add(new PinnedCurve(pin.label(), curves.massGeV(), curves.reconstructed()));
    }
    Derived derived = Derived.of(scenario, grids);
    return new Expectation(
        analysis.predict(scenario),
        curves(analysis, scenario),
        derived.theoryNote(),
        derived.pureDipGeV(),
        pinned);
  }

  private Curves curves(Analysis analysis, Scenario shown) {
    var binning = analysis.data().axis().binning();
    double low = Math.max(binning.low(0), 1);
    return CurveModel.of(shown, low, binning.high(binning.count() - 1), grids).curves(shown);
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
    String energy = "√s = " + plain(scenario.energyTeV()) + " TeV";
    return spectrum instanceof CountSpectrum
        ? energy + ", " + plain(scenario.luminosityInvFb()) + " fb⁻¹"
        : energy;
  }

  private static String luminosity(Spectrum spectrum) {
    return spectrum instanceof CountSpectrum counts && counts.luminosityInvFb() != null
        ? plain(counts.luminosityInvFb()) + " fb⁻¹"
        : "";
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
