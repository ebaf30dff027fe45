package org.dipscope.app.likelihood;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/** What the Likelihood screen shows. */
public final class LikelihoodViewModel implements AutoCloseable {
  private static final int SURFACE = 0;

  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final BlindSpotViewModel blindSpots;
  private final SurfaceSettings settings;
  private final LikelihoodFigures figures;
  private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");
  private String masked = "";
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
    settings = new SurfaceSettings(workspace);
    workspace.documentProperty().subscribe(this::followDocument);
    results.surfacePreviewProperty().subscribe(preview -> refreshBadge());
    blindSpots.badgeProperty().subscribe(now -> refreshBadge());
    blindSpots.onProperty().subscribe(now -> refreshBadge());
    figures = new LikelihoodFigures(workspace, results, blindSpots);
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

  /** The surface over the profile along its horizontal axis, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> surfaceProperty() {
    return figures.surfaceProperty();
  }

  /** The profile along the vertical axis beside the nuisances, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> profilesProperty() {
    return figures.profilesProperty();
  }

  /** The map of blind spots, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> mapProperty() {
    return figures.mapProperty();
  }

  /** The surface, or the map of blind spots, as it is on the screen, if there is one. */
  public Optional<FigureSpec> surface() {
    return Optional.ofNullable(
        (blindSpots.onProperty().get() ? figures.mapProperty() : figures.surfaceProperty()).get());
  }

  /** The map of blind spots. */
  public BlindSpotViewModel blindSpots() {
    return blindSpots;
  }

  /** The profile and pulls as they are on the screen, if there are any. */
  public Optional<FigureSpec> profiles() {
    return Optional.ofNullable(figures.profilesProperty().get());
  }

  /** A remark on the surface, such as {@code preview} or {@code 2 bins masked}; or empty. */
  public ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** Why there is no likelihood, in a sentence; empty if there is one. */
  public ReadOnlyStringProperty absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /** What is scanned, and with which uncertainties. */
  public SurfaceSettings settings() {
    return settings;
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
    if (blindSpots.onProperty().get()) {
      return blindSpots.map().map(spots -> SurfaceWords.onMap(now, spots, place)).orElse("");
    }
    return place.row() == SURFACE
        ? SurfaceWords.onSurface(now, place)
        : SurfaceWords.onProfile(now, place);
  }

  @Override
  public void close() {
    blindSpots.close();
  }
}
