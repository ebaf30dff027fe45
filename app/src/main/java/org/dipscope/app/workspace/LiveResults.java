package org.dipscope.app.workspace;

import java.util.ArrayList;
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
import org.dipscope.core.analysis.Derived;
import org.dipscope.core.analysis.DrawnSpectrum;
import org.dipscope.core.analysis.Expectation;
import org.dipscope.core.analysis.Overlay;
import org.dipscope.core.analysis.PullFigure;
import org.dipscope.core.analysis.SpectrumData;
import org.dipscope.core.analysis.SpectrumFigure;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.likelihood.SurfaceOptions.Quality;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.ViewSettings;
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
  private @Nullable DataEntry entryOnTheWay;

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
      entryOnTheWay = null;
      spectrum.set(null);
      surface.set(null);
      return;
    }
    DataEntry entry = workspace.shown().get();
    DataEntry last = entryOnTheWay;
    entryOnTheWay = entry;
    if (last != null && !isSameButForMasks(last, entry)) {
      spectrumQuantity.cancel();
      surfaceQuantity.cancel();
    }
    spectrumQuantity.submit(SpectrumRequest.of(document, entry, overlays(document, entry)));
    if (!entry.absence(Edits.scenario(document).topMassGeV()).isEmpty()) {
      surfaceQuantity.cancel();
      surfaceOnTheWay = null;
      surface.set(null);
      return;
    }
    SurfaceRequest wanted = SurfaceRequest.of(document, entry);
    if (!wanted.equals(surfaceOnTheWay)) {
      surfaceOnTheWay = wanted;
      surfaceQuantity.submit(wanted);
    }
  }

  /** A mask that is dragged is a moving input, for which previews may stand in, not other data. */
  private static boolean isSameButForMasks(DataEntry one, DataEntry other) {
    return one.spectrum().equals(other.spectrum())
        && one.entry().withMasks(List.of()).equals(other.entry().withMasks(List.of()));
  }

  private List<Spectrum> overlays(Workspace document, DataEntry shown) {
    return document.overlays(shown.id()).stream()
        .flatMap(entry -> workspace.entry(entry).stream())
        .map(DataEntry::spectrum)
        .toList();
  }

  private SpectrumResult spectrum(SpectrumRequest request, CancelToken token) {
    Derived derived = Derived.of(request.scenario(), analyses.grids());
    String absence = request.entry().absence(request.scenario().topMassGeV());
    if (!absence.isEmpty()) {
      return alone(request, derived, absence);
    }
    Analysis analysis =
        analyses.analysis(
            request.entry(), request.scenario(), request.fit(), request.correlation());
    Expectation expected =
        new Expectation(
            analysis.predict(request.scenario()),
            analyses.curves(request.entry(), request.scenario()).curves(request.scenario()),
            derived.theoryNote(),
            derived.pureDipGeV(),
            request.pins().stream().map(pin -> analyses.pinned(request.entry(), pin)).toList());
    DrawnSpectrum drawn = drawn(request, analysis.data());
    return new SpectrumResult(
        request.scenario(),
        analysis.data(),
        drawn,
        expected,
        "",
        derived,
        figure("Top-pair mass spectrum of ", request, drawn, expected),
        FigureSpec.of("Pulls of the nuisances", PullFigure.column(expected.prediction().fit())));
  }

  private static SpectrumResult alone(SpectrumRequest request, Derived derived, String absence) {
    DataEntry entry = request.entry();
    SpectrumData data =
        SpectrumData.alone(entry.spectrum(), entry.conditions(), entry.entry().masks());
    DrawnSpectrum drawn = drawn(request, data);
    return new SpectrumResult(
        request.scenario(),
        data,
        drawn,
        null,
        absence,
        derived,
        figure("Spectrum of ", request, drawn, null),
        null);
  }

  private static DrawnSpectrum drawn(SpectrumRequest request, SpectrumData data) {
    ViewSettings view = request.view();
    return DrawnSpectrum.of(data, view.mergeBins(), view.contentScale());
  }

  private static FigureSpec figure(
      String what, SpectrumRequest request, DrawnSpectrum drawn, @Nullable Expectation expected) {
    List<Overlay> overlays = new ArrayList<>();
    for (Spectrum other : request.overlays()) {
      Overlay.of(other, drawn, overlays.size()).ifPresent(overlays::add);
    }
    return FigureSpec.of(
        what + request.entry().spectrum().name(),
        SpectrumFigure.column(drawn, expected, request.view(), overlays));
  }

  private SurfaceResult surface(
      SurfaceRequest request, int points, Quality quality, CancelToken token) {
    Analysis analysis =
        analyses.analysis(request.entry(), request.across(), request.fit(), request.correlation());
    LikelihoodSettings axes = request.axes();
    ParameterGrid grid = axes.grid(points);
    SurfaceScan scan =
        analysis.scan(
            request.across(),
            axes.horizontal().parameter(),
            axes.vertical().parameter(),
            grid,
            workers,
            token);
    return new SurfaceResult(
        axes, request.across(), scan, scan.compute(SurfaceOptions.of(quality), workers, token));
  }

  private void show(Shown<SpectrumResult> shown) {
    spectrum.set(shown.value());
  }

  private void showSurface(Shown<SurfaceResult> shown) {
    surfacePreview.set(shown.preview());
    surface.set(shown.value());
  }
}
