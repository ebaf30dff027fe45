package org.dipscope.app.workspace;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.core.analysis.Analysis;
import org.dipscope.core.analysis.Curves;
import org.dipscope.core.analysis.Derived;
import org.dipscope.core.analysis.PinnedCurve;
import org.dipscope.core.analysis.Prediction;
import org.dipscope.core.analysis.PullFigure;
import org.dipscope.core.analysis.SpectrumFigure;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.likelihood.SurfaceOptions.Quality;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What is computed from the document while it changes: the prediction with its curves, and the
 * likelihood surface. Both appear as properties on the view thread.
 */
public final class LiveResults implements AutoCloseable {
  private static final int POINTS = 64;
  private static final int PREVIEW_POINTS = 20;

  private final WorkspaceModel workspace;
  private final Analyses analyses = new Analyses();
  private final Workers workers;
  private final LiveQuantity<SpectrumRequest, SpectrumResult> spectrumQuantity;
  private final LiveQuantity<SurfaceRequest, SurfaceResult> surfaceQuantity;
  private final ReadOnlyObjectWrapper<@Nullable SpectrumResult> spectrum =
      new ReadOnlyObjectWrapper<>(this, "spectrum");
  private final ReadOnlyObjectWrapper<@Nullable SurfaceResult> surface =
      new ReadOnlyObjectWrapper<>(this, "surface");
  private final ReadOnlyBooleanWrapper surfacePreview =
      new ReadOnlyBooleanWrapper(this, "surfacePreview");
  private Subscription follow = Subscription.EMPTY;
  private @Nullable SurfaceRequest surfaceOnTheWay;

  /**
   * Follows a document.
   *
   * @param live schedules the computations
   * @param executor helps with the rows of a surface
   * @param cores how many rows are worked on at a time
   */
  public LiveResults(WorkspaceModel workspace, LiveComputation live, Executor executor, int cores) {
    this.workspace = workspace;
    workers = Workers.of(executor, Math.max(1, cores));
    spectrumQuantity = live.quantity("The spectrum", this::spectrum, this::show);
    surfaceQuantity =
        live.quantity(
            "The likelihood surface",
            (request, token) -> surface(request, POINTS, Quality.INTERPOLATED, token),
            (request, token) -> surface(request, PREVIEW_POINTS, Quality.PREVIEW, token),
            this::showSurface);
  }

  /** Begins to compute; until then the window can open without waiting for any result. */
  public void start() {
    follow = workspace.documentProperty().subscribe(this::submit);
  }

  /** The spectrum of the last slider position that is computed; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable SpectrumResult> spectrumProperty() {
    return spectrum.getReadOnlyProperty();
  }

  /** The last surface that is computed; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable SurfaceResult> surfaceProperty() {
    return surface.getReadOnlyProperty();
  }

  /** Whether the surface shown is a coarse preview. */
  public ReadOnlyBooleanProperty surfacePreviewProperty() {
    return surfacePreview.getReadOnlyProperty();
  }

  /** Whether everything asked for is computed, at full quality. */
  public boolean isSettled() {
    return spectrumQuantity.isSettled() && surfaceQuantity.isSettled();
  }

  /** The hand has left the slider: refine now. */
  public void settle() {
    surfaceQuantity.settle();
  }

  /** Nothing is computed for hidden views. */
  public void setVisible(boolean visible) {
    spectrumQuantity.setVisible(visible);
    surfaceQuantity.setVisible(visible);
  }

  /** The typical duration of a full surface in milliseconds. */
  public double surfaceMillis() {
    return surfaceQuantity.medianMillis();
  }

  /** The typical duration of a prediction in milliseconds. */
  public double spectrumMillis() {
    return spectrumQuantity.medianMillis();
  }

  @Override
  public void close() {
    follow.unsubscribe();
    spectrumQuantity.close();
    surfaceQuantity.close();
  }

  private void submit(Workspace document) {
    if (workspace.shown().isEmpty()) {
      spectrumQuantity.cancel();
      surfaceQuantity.cancel();
      surfaceOnTheWay = null;
      spectrum.set(null);
      surface.set(null);
      return;
    }
    DataEntry entry = workspace.shown().get();
    SurfaceRequest wanted = SurfaceRequest.of(document, entry);
    SurfaceRequest last = surfaceOnTheWay;
    if (last != null && !last.entry().equals(entry)) {
      spectrumQuantity.cancel();
      surfaceQuantity.cancel();
    }
    spectrumQuantity.submit(SpectrumRequest.of(document, entry));
    if (!wanted.equals(last)) {
      surfaceOnTheWay = wanted;
      surfaceQuantity.submit(wanted);
    }
  }

  private SpectrumResult spectrum(SpectrumRequest request, CancelToken token) {
    Derived derived = Derived.of(request.scenario(), analyses.grids());
    Analysis analysis =
        analyses.analysis(
            request.entry(), request.scenario(), request.fit(), request.correlation());
    Prediction prediction = analysis.predict(request.scenario());
    Curves curves = analyses.curves(request.entry(), request.scenario()).curves(request.scenario());
    List<PinnedCurve> pins =
        request.pins().stream().map(pin -> analyses.pinned(request.entry(), pin)).toList();
    FigureSpec figure =
        FigureSpec.of(
            "Top-pair mass spectrum of " + request.entry().spectrum().name(),
            SpectrumFigure.column(
                analysis.data(), prediction, curves, derived, request.logContents(), pins));
    return new SpectrumResult(
        request.scenario(),
        analysis.data(),
        prediction,
        curves,
        derived,
        figure,
        FigureSpec.of("Pulls of the nuisances", PullFigure.column(prediction.fit())));
  }

  private SurfaceResult surface(
      SurfaceRequest request, int points, Quality quality, CancelToken token) {
    Analysis analysis =
        analyses.analysis(request.entry(), request.across(), request.fit(), request.correlation());
    LikelihoodSettings axes = request.axes();
    ParameterGrid grid = axes.grid(points);
    return new SurfaceResult(
        axes,
        analysis
            .scan(
                request.across(),
                axes.horizontal().parameter(),
                axes.vertical().parameter(),
                grid,
                workers,
                token)
            .compute(SurfaceOptions.of(quality), workers, token));
  }

  private void show(Shown<SpectrumResult> shown) {
    spectrum.set(shown.value());
  }

  private void showSurface(Shown<SurfaceResult> shown) {
    surfacePreview.set(shown.preview());
    surface.set(shown.value());
  }
}
