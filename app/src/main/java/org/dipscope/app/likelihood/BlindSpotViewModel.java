package org.dipscope.app.likelihood;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.LoadedNetwork;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.analysis.BlindSpots;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The map of blind spots in the place of the likelihood surface, from the spectra of that surface.
 * A coarse map follows the sliders; when they rest, a job computes the full one.
 */
public final class BlindSpotViewModel implements AutoCloseable {
  private static final int POINTS = 40;
  private static final int PREVIEW_POINTS = 10;

  private final LiveResults results;
  private final JobList jobs;
  private final Workers workers;
  private final LoadedNetwork network;
  private final LiveQuantity<BlindSpotRequest, BlindSpotResult> preview;
  private final ObjectProperty<Boolean> on = new SimpleObjectProperty<>(this, "shown", false);
  private final ObjectProperty<Hunter> hunter =
      new SimpleObjectProperty<>(this, "hunter", Hunter.NETWORK);
  private final ObjectProperty<Boolean> manyWidths =
      new SimpleObjectProperty<>(this, "widths", false);
  private final ReadOnlyObjectWrapper<@Nullable BlindSpotResult> result =
      new ReadOnlyObjectWrapper<>(this, "result");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
  private final Subscription subscriptions;
  private @Nullable BlindSpotRequest asked;
  private @Nullable Job refining;

  /** Follows the surface of the shown spectrum. */
  BlindSpotViewModel(LiveResults results, LiveComputation live, JobList jobs, Workers workers) {
    this.results = results;
    this.jobs = jobs;
    this.workers = workers;
    network = new LoadedNetwork(jobs, this::ask, this::sayNotLoaded);
    preview = live.quantity("The map of blind spots", this::preview, this::showPreview);
    subscriptions =
        Subscription.combine(
            results.surfaceProperty().subscribe(now -> ask()),
            on.subscribe(now -> ask()),
            hunter.subscribe(now -> ask()),
            manyWidths.subscribe(now -> ask()));
  }

  /** Whether the map is shown in place of the surface. */
  public ObjectProperty<Boolean> onProperty() {
    return on;
  }

  /** Who hunts for bumps. */
  public ObjectProperty<Hunter> hunterProperty() {
    return hunter;
  }

  /** Whether signals of one to four bins are looked for, or of one. */
  public ObjectProperty<Boolean> manyWidthsProperty() {
    return manyWidths;
  }

  /** What is computed, null while there is nothing. */
  ReadOnlyObjectProperty<@Nullable BlindSpotResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Why there is no map, or what is being done; empty beside a map. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** A remark on the map, such as {@code preview}; or empty. */
  public ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** The map that is shown, if there is one. */
  public Optional<BlindSpotMap> map() {
    BlindSpotResult now = result.get();
    return Optional.ofNullable(now == null || !on.get() ? null : now.map());
  }

  /** Whether everything asked for is computed. */
  public boolean isSettled() {
    return preview.isSettled() && !network.isLoading() && !isActive(refining);
  }

  /** Nothing is computed for a hidden map. */
  public void setVisible(boolean visible) {
    preview.setVisible(visible);
  }

  private void ask() {
    SurfaceResult surface = results.surfaceProperty().get();
    if (!on.get() || surface == null) {
      drop("");
      return;
    }
    if (hunter.get() == Hunter.NETWORK && network.get() == null) {
      drop(LoadedNetwork.LOADING);
      network.load();
      return;
    }
    boolean moving = results.surfacePreviewProperty().get();
    BlindSpotRequest request =
        new BlindSpotRequest(surface, moving, hunter.get(), manyWidths.get());
    if (!request.equals(asked)) {
      stopRefining();
      asked = request;
      preview.submit(request);
    }
  }

  private void drop(String words) {
    stopRefining();
    preview.cancel();
    asked = null;
    result.set(null);
    badge.set("");
    message.set(words);
  }

  private void stopRefining() {
    Job job = refining;
    refining = null;
    if (job != null) {
      job.cancel();
    }
  }

  private BlindSpotResult preview(BlindSpotRequest request, CancelToken token) {
    try {
      BlindSpots spots =
          BlindSpots.of(
              request.surface().scan(),
              request.hunter().hunt(request.manyWidths(), network.get()),
              true,
              token);
      BlindSpotMap map = spots.map(PREVIEW_POINTS, workers, token, part -> {});
      return BlindSpotResult.of(request, spots, map);
    } catch (ProblemException e) {
      return BlindSpotResult.none(request, e.problem().message() + " " + e.problem().hint());
    }
  }

  private void showPreview(Shown<BlindSpotResult> shown) {
    BlindSpotResult now = shown.value();
    if (!now.request().equals(asked)) {
      return;
    }
    BlindSpots spots = now.spots();
    message.set(now.absence());
    badge.set(spots == null ? "" : "preview");
    result.set(now);
    if (spots != null && !now.request().moving()) {
      refine(now.request(), spots);
    }
  }

  private void refine(BlindSpotRequest request, BlindSpots spots) {
    refining =
        jobs.start(
            "Blind spots",
            progress ->
                spots.map(POINTS, workers, progress.token(), part -> progress.report(part, "")),
            map -> showFull(BlindSpotResult.of(request, spots, map)));
  }

  private void showFull(BlindSpotResult now) {
    if (now.request().equals(asked)) {
      badge.set("");
      result.set(now);
    }
  }

  private void sayNotLoaded() {
    if (message.get().equals(LoadedNetwork.LOADING)) {
      message.set("The network was not loaded. Choose another hunt, or the network again.");
    }
  }

  private static boolean isActive(@Nullable Job job) {
    return job != null && !job.statusProperty().get().isOver();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    stopRefining();
    preview.close();
    network.close();
  }
}
