package org.dipscope.app.likelihood;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.analysis.SurfaceFigure;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.dipscope.core.project.Scenario;
import org.jspecify.annotations.Nullable;

/** The figures of the Likelihood screen, with the sliders where they are now. */
final class LikelihoodFigures {
  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final BlindSpotViewModel blindSpots;
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> surface =
      new ReadOnlyObjectWrapper<>(this, "surface");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> map =
      new ReadOnlyObjectWrapper<>(this, "map");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> profiles =
      new ReadOnlyObjectWrapper<>(this, "profiles");
  private @Nullable SurfaceFigure drawing;

  LikelihoodFigures(WorkspaceModel workspace, LiveResults results, BlindSpotViewModel blindSpots) {
    this.workspace = workspace;
    this.results = results;
    this.blindSpots = blindSpots;
    workspace
        .documentProperty()
        .subscribe(
            now -> {
              showSurface();
              showMap();
            });
    results.surfaceProperty().subscribe(this::follow);
    results.spectrumProperty().subscribe(now -> refreshProfiles());
    blindSpots.resultProperty().subscribe(now -> showMap());
  }

  private void follow(@Nullable SurfaceResult now) {
    drawing = now == null ? null : SurfaceFigure.of(now.surface());
    showSurface();
    if (now == null) {
      profiles.set(null);
    } else {
      refreshProfiles();
    }
  }

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
  ReadOnlyObjectProperty<@Nullable FigureSpec> surfaceProperty() {
    return surface.getReadOnlyProperty();
  }

  /** The map of blind spots, or null while there is none. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** The profile along the vertical axis beside the nuisances, or null while there is none. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> profilesProperty() {
    return profiles.getReadOnlyProperty();
  }
}
