package org.dipscope.app.likelihood;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.analysis.SurfaceFigure;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.NuisanceSettings;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/** What the Likelihood screen shows. */
public final class LikelihoodViewModel implements AutoCloseable {
  private static final int SURFACE = 0;

  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final BlindSpotViewModel blindSpots;
  private final ChoiceOfDocument<ScanParameter> xParameter;
  private final ChoiceOfDocument<ScanParameter> yParameter;
  private final ChoiceOfDocument<Boolean> systematics;
  private final ChoiceOfDocument<NuisanceSettings> nuisances;
  private @Nullable SurfaceFigure drawing;
  private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");
  private String masked = "";
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> surface =
      new ReadOnlyObjectWrapper<>(this, "surface");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> map =
      new ReadOnlyObjectWrapper<>(this, "map");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> profiles =
      new ReadOnlyObjectWrapper<>(this, "profiles");
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");

  /** Follows the results of a document. */
  public LikelihoodViewModel(
      WorkspaceModel workspace,
      LiveResults results,
      LiveComputation live,
      JobList jobs,
      Workers workers) {
    this.workspace = workspace;
    this.results = results;
    blindSpots = new BlindSpotViewModel(results, live, jobs, workers);
    xParameter =
        new ChoiceOfDocument<>(
            workspace,
            "Horizontal axis",
            document -> document.likelihood().horizontal().parameter(),
            (document, now) ->
                Edits.withAxes(
                    document, document.likelihood().withHorizontal(ScanAxis.usual(now))));
    yParameter =
        new ChoiceOfDocument<>(
            workspace,
            "Vertical axis",
            document -> document.likelihood().vertical().parameter(),
            (document, now) ->
                Edits.withAxes(document, document.likelihood().withVertical(ScanAxis.usual(now))));
    systematics =
        new ChoiceOfDocument<>(
            workspace,
            "Systematics",
            document -> document.nuisances().withSystematics(),
            (document, on) ->
                Edits.withNuisances(document, document.nuisances().withSystematics(on)));
    nuisances =
        new ChoiceOfDocument<>(
            workspace, "Systematic uncertainties", Workspace::nuisances, Edits::withNuisances);
    workspace.documentProperty().subscribe(this::followDocument);
    results.surfaceProperty().subscribe(this::followSurface);
    results.spectrumProperty().subscribe(now -> refreshProfiles());
    results.surfacePreviewProperty().subscribe(preview -> refreshBadge());
    blindSpots.resultProperty().subscribe(now -> showMap());
    blindSpots.badgeProperty().subscribe(now -> refreshBadge());
    blindSpots.onProperty().subscribe(now -> refreshBadge());
  }

  private void followDocument(Workspace document) {
    Optional<DataEntry> shown = workspace.shown();
    double topMassGeV = workspace.scenario().topMassGeV();
    absence.set(
        shown
            .map(entry -> entry.absence(topMassGeV))
            .map(reason -> reason.isEmpty() ? "" : "No likelihood here.\n" + reason)
            .orElse("The likelihood surface appears with the data."));
    masked = shown.map(LikelihoodViewModel::maskedBins).orElse("");
    refreshBadge();
    showSurface();
    showMap();
  }

  private void refreshBadge() {
    boolean isPreview =
        blindSpots.onProperty().get()
            ? !blindSpots.badgeProperty().get().isEmpty()
            : results.surfacePreviewProperty().get();
    badge.set(isPreview ? "preview" : masked);
  }

  /** What is left out of the likelihood, so that the surface says so as well. */
  private static String maskedBins(DataEntry shown) {
    Binning bins = shown.spectrum().binning();
    long masked =
        IntStream.range(0, bins.count())
            .filter(
                i ->
                    shown.entry().masks().stream()
                        .anyMatch(mask -> mask.overlaps(bins.low(i), bins.high(i))))
            .count();
    return masked == 0 ? "" : masked + (masked == 1 ? " bin masked" : " bins masked");
  }

  private void followSurface(@Nullable SurfaceResult now) {
    drawing = now == null ? null : SurfaceFigure.of(now.surface());
    showSurface();
    if (now == null) {
      profiles.set(null);
    } else {
      refreshProfiles();
    }
  }

  /** The drawing with the sliders where they are now. */
  private void showSurface() {
    SurfaceResult now = results.surfaceProperty().get();
    if (now == null || drawing == null) {
      surface.set(null);
      return;
    }
    LikelihoodSettings axes = now.axes();
    Scenario scenario = workspace.scenario();
    Column column =
        drawing.column(value(scenario, axes.horizontal()), value(scenario, axes.vertical()));
    surface.set(
        FigureSpec.of(
            "−2Δ ln L over "
                + axes.horizontal().parameter().label()
                + " and "
                + axes.vertical().parameter().label(),
            column));
  }

  /** The map of blind spots with the sliders where they are now. */
  private void showMap() {
    BlindSpotResult now = blindSpots.resultProperty().get();
    if (now == null) {
      map.set(null);
      return;
    }
    LikelihoodSettings axes = now.request().surface().axes();
    Scenario scenario = workspace.scenario();
    map.set(now.figure(value(scenario, axes.horizontal()), value(scenario, axes.vertical())));
  }

  private void refreshProfiles() {
    SurfaceResult now = results.surfaceProperty().get();
    SpectrumResult spectrum = results.spectrumProperty().get();
    FigureSpec pulls = spectrum == null ? null : spectrum.pulls();
    if (now == null || pulls == null) {
      return;
    }
    ScanAxis y = now.axes().vertical();
    Column profile = SurfaceFigure.verticalProfile(now.surface(), value(workspace.scenario(), y));
    profiles.set(
        FigureSpec.of(
            "Profile of the likelihood along " + y.parameter().label() + ", and the nuisances",
            profile,
            pulls.columns().getFirst()));
  }

  private static double value(Scenario scenario, ScanAxis axis) {
    try {
      return scenario.value(axis.parameter());
    } catch (ProblemException notDefinedHere) {
      return Double.NaN;
    }
  }

  /** The surface over the profile along its horizontal axis, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> surfaceProperty() {
    return surface.getReadOnlyProperty();
  }

  /** The profile along the vertical axis beside the nuisances, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> profilesProperty() {
    return profiles.getReadOnlyProperty();
  }

  /** The map of blind spots, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** The surface, or the map of blind spots, as it is on the screen, if there is one. */
  public Optional<FigureSpec> surface() {
    return Optional.ofNullable(blindSpots.onProperty().get() ? map.get() : surface.get());
  }

  /** The map of blind spots. */
  public BlindSpotViewModel blindSpots() {
    return blindSpots;
  }

  /** The profile and pulls as they are on the screen, if there are any. */
  public Optional<FigureSpec> profiles() {
    return Optional.ofNullable(profiles.get());
  }

  /** A remark on the surface, such as {@code preview} or {@code 2 bins masked}; or empty. */
  public ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** Why there is no likelihood, in a sentence; empty if there is one. */
  public ReadOnlyStringProperty absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /** The parameter to the right. */
  public ObjectProperty<ScanParameter> xParameterProperty() {
    return xParameter;
  }

  /** The parameter upwards. */
  public ObjectProperty<ScanParameter> yParameterProperty() {
    return yParameter;
  }

  /** Whether systematic uncertainties are profiled. */
  public ObjectProperty<Boolean> systematicsProperty() {
    return systematics;
  }

  /** The systematic uncertainties with their widths. */
  public ObjectProperty<NuisanceSettings> nuisancesProperty() {
    return nuisances;
  }

  /** The axes with their ranges. */
  public LikelihoodSettings axes() {
    return workspace.document().likelihood();
  }

  /** Scans other ranges. */
  public void setRanges(double xLow, double xHigh, double yLow, double yHigh) {
    LikelihoodSettings now = axes();
    workspace.edit(
        "Ranges of the surface",
        document ->
            Edits.withAxes(
                document,
                new LikelihoodSettings(
                    now.horizontal().over(xLow, xHigh), now.vertical().over(yLow, yHigh))));
  }

  /** A click sets the sliders to that point, exactly. */
  public void pick(Readout place) {
    SurfaceResult now = results.surfaceProperty().get();
    if (now == null) {
      return;
    }
    ScanParameter x = now.axes().horizontal().parameter();
    ScanParameter y = now.axes().vertical().parameter();
    workspace.edit(
        "Point on the surface",
        document ->
            Edits.with(
                document,
                scenario ->
                    place.row() == SURFACE
                        ? scenario.with(x, place.x()).with(y, place.y())
                        : scenario.with(x, place.x())));
  }

  /** A click on the profile along the vertical axis sets that slider. */
  public void pickProfile(Readout place) {
    SurfaceResult now = results.surfaceProperty().get();
    if (now != null && place.column() == 0) {
      ScanParameter y = now.axes().vertical().parameter();
      workspace.edit(
          "Point on the profile", document -> Edits.with(document, s -> s.with(y, place.x())));
    }
  }

  /** The words beside the pointer on the surface. */
  public String words(Readout place) {
    SurfaceResult now = results.surfaceProperty().get();
    if (now == null) {
      return "";
    }
    String x = parameter(now.axes().horizontal().parameter(), place.x());
    if (blindSpots.onProperty().get()) {
      String y = parameter(now.axes().vertical().parameter(), place.y());
      return blindSpots
          .map()
          .map(
              spots -> x + ", " + y + "\n" + BlindSpotWords.of(spots.between(place.x(), place.y())))
          .orElse("");
    }
    if (place.row() != SURFACE) {
      return x + ", −2Δ ln L = " + number(place.y());
    }
    double delta = between(now.surface(), place.x(), place.y());
    return x
        + ", "
        + parameter(now.axes().vertical().parameter(), place.y())
        + "\n−2Δ ln L = "
        + number(delta);
  }

  private static String parameter(ScanParameter parameter, double value) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    String digits = Math.abs(value) >= 100 ? "%.0f" : "%.3g";
    return parameter.label() + " = " + String.format(Locale.ROOT, digits, value) + unit;
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%.2f", value).replace('-', '−')
        : "–";
  }

  /** The value between the four points around; NaN outside. */
  static double between(LikelihoodSurface surface, double x, double y) {
    double u = surface.grid().x().position(x);
    double v = surface.grid().y().position(y);
    int columns = surface.grid().x().count();
    int rows = surface.grid().y().count();
    if (!(u >= 0 && u <= columns - 1 && v >= 0 && v <= rows - 1)) {
      return Double.NaN;
    }
    int ix = Math.min(columns - 2, (int) u);
    int iy = Math.min(rows - 2, (int) v);
    double right = u - ix;
    double up = v - iy;
    return (1 - up) * ((1 - right) * surface.delta(ix, iy) + right * surface.delta(ix + 1, iy))
        + up * ((1 - right) * surface.delta(ix, iy + 1) + right * surface.delta(ix + 1, iy + 1));
  }

  @Override
  public void close() {
    blindSpots.close();
  }
}
