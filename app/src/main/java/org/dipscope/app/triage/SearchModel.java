package org.dipscope.app.triage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.support.Mailbox;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.selection.CutFlow;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.triage.Looks;
import org.jspecify.annotations.Nullable;

/** The search itself: from the chosen events to lines. Belongs to the view thread. */
public final class SearchModel implements AutoCloseable {
  private static final CutFlow NOTHING_CUT = new CutFlow(Map.of());

  /**
   * A search that has ended.
   *
   * @param search which one, to look at its events again
   * @param result what it gave
   */
  record Finished(Search search, Search.Result result) {}

  private final EventChoice events;
  private final CutsModel cuts;
  private final CandidateRows candidates;
  private final TriageJobs jobs;
  private final ViewThread viewThread;
  private final BiFunction<Path, String, EventSource> opening;
  private final Workers workers;
  private final Subscription follow;
  private final ObjectProperty<Estimator> estimator =
      new SimpleObjectProperty<>(this, "estimator", Estimator.PROFILE);
  private final ReadOnlyObjectWrapper<CutFlow> cutFlow =
      new ReadOnlyObjectWrapper<>(this, "cutFlow", NOTHING_CUT);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyObjectWrapper<@Nullable Finished> finished =
      new ReadOnlyObjectWrapper<>(this, "finished");
  private final Queue<Row> arrived = new ConcurrentLinkedQueue<>();
  private @Nullable Search search;
  private @Nullable SelectedHistograms selection;

  SearchModel(
      EventChoice events,
      CutsModel cuts,
      CandidateRows candidates,
      TriageJobs jobs,
      ViewThread viewThread,
      BiFunction<Path, String, EventSource> opening,
      Workers workers) {
    this.events = events;
    this.cuts = cuts;
    this.candidates = candidates;
    this.jobs = jobs;
    this.viewThread = viewThread;
    this.opening = opening;
    this.workers = workers;
    follow = cuts.cutsProperty().subscribe(now -> tell());
  }

  /** What z means. */
  public ObjectProperty<Estimator> estimatorProperty() {
    return estimator;
  }

  /** How much each stage let pass. */
  public ReadOnlyObjectProperty<CutFlow> cutFlowProperty() {
    return cutFlow.getReadOnlyProperty();
  }

  /** One line about the search. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The last search if it went to its end, or null. */
  ReadOnlyObjectProperty<@Nullable Finished> finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  /** The cuts of the lines that are shown. */
  Cuts shownCuts() {
    return search == null ? cuts.cutsProperty().get() : search.cuts();
  }

  /** What z of the shown lines means. */
  String definition() {
    return search == null
        ? estimator.get().make(cuts.cutsProperty().get()).definition()
        : search.estimator().make(search.cuts()).definition();
  }

  /** Searches the chosen events with the chosen cuts. */
  public void run() {
    EventFile file = events.chosenProperty().get();
    if (file == null || jobs.isRunning()) {
      return;
    }
    finished.set(null);
    selection = null;
    arrived.clear();
    candidates.clear();
    cutFlow.set(NOTHING_CUT);
    Search now =
        new Search(
            opening.apply(file.path(), file.table()),
            cuts.cutsProperty().get(),
            estimator.get(),
            workers);
    search = now;
    tell();
    Mailbox<Boolean> mailbox = viewThread.mailbox("triage", news -> takeArrived());
    jobs.start(
        "Triage of " + file.path().getFileName(),
        progress ->
            now.run(
                progress,
                found -> viewThread.execute(() -> selected(found)),
                more -> {
                  more.forEach(scanned -> arrived.add(Row.of(scanned)));
                  mailbox.offer(true);
                }),
        result -> done(now, result),
        this::takeArrived);
  }

  private void selected(SelectedHistograms found) {
    selection = found;
    cutFlow.set(found.cutFlow());
    tell();
  }

  private void takeArrived() {
    List<Row> more = new ArrayList<>();
    for (Row row = arrived.poll(); row != null; row = arrived.poll()) {
      more.add(row);
    }
    candidates.add(more);
    tell();
  }

  private void done(Search now, Search.Result result) {
    arrived.clear();
    candidates.set(result.rows());
    finished.set(new Finished(now, result));
    tell();
  }

  private void tell() {
    String words = words();
    boolean stale = search != null && !search.cuts().equals(cuts.cutsProperty().get());
    status.set(stale && !words.isEmpty() ? "cuts changed since: " + words : words);
  }

  private String words() {
    SelectedHistograms found = selection;
    if (found == null) {
      return "";
    }
    String all = "%,d histograms".formatted(found.histograms().size());
    int shown = candidates.all().size();
    if (shown < found.histograms().size()) {
      return "%,d of %s".formatted(shown, all);
    }
    double looks = candidates.looks();
    return shown == 0
        ? "no histogram has enough entries and bins"
        : String.format(
            Locale.ROOT,
            "%s, %,.0f looks: 5σ needs |z| = %.2f",
            all,
            looks,
            Looks.neededFor5Sigma(looks));
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
