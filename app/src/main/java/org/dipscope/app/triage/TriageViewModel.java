package org.dipscope.app.triage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobTask;
import org.dipscope.app.support.Mailbox;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.CutFlow;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionSettings;
import org.dipscope.core.selection.Split;
import org.dipscope.core.triage.Candidate;
import org.dipscope.core.triage.CandidateTable;
import org.dipscope.core.triage.CoherentScan;
import org.dipscope.core.triage.CoherentScan.Statistic;
import org.dipscope.core.triage.CoherentToys;
import org.dipscope.core.triage.Confirmation;
import org.dipscope.core.triage.Looks;
import org.dipscope.core.triage.SplitReach;
import org.dipscope.core.triage.TriageFigure;
import org.dipscope.core.triage.TriageRule;
import org.jspecify.annotations.Nullable;

/** The state of the triage screen. Belongs to the view thread. */
public final class TriageViewModel implements AutoCloseable {
  private static final int TOYS = 500;
  private static final CutFlow NOTHING_CUT = new CutFlow(Map.of());

  private final JobList jobs;
  private final ViewThread viewThread;
  private final BiFunction<Path, String, EventSource> opening;
  private final Workers workers;
  private final Subscription follow;
  private final ReadOnlyObjectWrapper<List<EventFile>> sources =
      new ReadOnlyObjectWrapper<>(this, "sources", List.of());
  private final ObjectProperty<@Nullable EventFile> source =
      new SimpleObjectProperty<>(this, "source");
  private final ObjectProperty<SelectionSettings> settings =
      new SimpleObjectProperty<>(this, "settings", SelectionSettings.STANDARD);
  private final ObjectProperty<Estimator> estimator =
      new SimpleObjectProperty<>(this, "estimator", Estimator.PROFILE);
  private final ObjectProperty<TriageRule> rule =
      new SimpleObjectProperty<>(this, "rule", TriageRule.STANDARD);
  private final ObjectProperty<Statistic> statistic =
      new SimpleObjectProperty<>(this, "statistic", Statistic.STOUFFER);
  private final ObjectProperty<@Nullable Row> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<CutFlow> cutFlow =
      new ReadOnlyObjectWrapper<>(this, "cutFlow", NOTHING_CUT);
  private final ReadOnlyObjectWrapper<FigureSpec> spectrum =
      new ReadOnlyObjectWrapper<>(this, "spectrum", FigureSpec.of(""));
  private final ReadOnlyObjectWrapper<FigureSpec> coherent =
      new ReadOnlyObjectWrapper<>(this, "coherent", FigureSpec.of(""));
  private final ReadOnlyStringWrapper coherentWords =
      new ReadOnlyStringWrapper(this, "coherentWords", "");
  private final ReadOnlyStringWrapper splitWords =
      new ReadOnlyStringWrapper(this, "splitWords", "");
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyBooleanWrapper confirmable =
      new ReadOnlyBooleanWrapper(this, "confirmable");
  private final Queue<Row> arrived = new ConcurrentLinkedQueue<>();
  private @Nullable Search search;
  private Search.@Nullable Result result;
  private @Nullable SelectedHistograms selection;
  private @Nullable Job job;

  /**
   * A screen without results.
   *
   * @param files whose tables of events can be chosen
   * @param opening opens a table for a pass
   * @param workers who computes
   */
  public TriageViewModel(
      OpenFiles files,
      JobList jobs,
      ViewThread viewThread,
      BiFunction<Path, String, EventSource> opening,
      Workers workers) {
    this.jobs = jobs;
    this.viewThread = viewThread;
    this.opening = opening;
    this.workers = workers;
    follow =
        Subscription.combine(
            files.filesProperty().subscribe(now -> list(files)),
            selected.subscribe(this::draw),
            statistic.subscribe(now -> drawCoherent()),
            settings.subscribe(now -> tellReach()));
  }

  /** Tables with lists of objects; the names of their columns tell. */
  private void list(OpenFiles files) {
    List<EventFile> found = new ArrayList<>();
    files
        .filesProperty()
        .get()
        .forEach(
            file ->
                file.contents().tables().stream()
                    .filter(TriageViewModel::hasObjects)
                    .forEach(table -> found.add(new EventFile(file.path(), table.name()))));
    sources.set(List.copyOf(found));
    if (source.get() == null || !found.contains(source.get())) {
      source.set(found.isEmpty() ? null : found.getLast());
    }
  }

  private static boolean hasObjects(TableSummary table) {
    return table.columns().stream()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.matches("(b?jets?|electrons?|ele?|mu|muons?|photons?|ph)[_.]pt"));
  }

  /** The tables that can be searched. */
  public ReadOnlyObjectProperty<List<EventFile>> sourcesProperty() {
    return sources.getReadOnlyProperty();
  }

  /** The table that is searched. */
  public ObjectProperty<@Nullable EventFile> sourceProperty() {
    return source;
  }

  /** All cuts. */
  public ObjectProperty<SelectionSettings> settingsProperty() {
    return settings;
  }

  /** What z means. */
  public ObjectProperty<Estimator> estimatorProperty() {
    return estimator;
  }

  /** How significances are added. */
  public ObjectProperty<Statistic> statisticProperty() {
    return statistic;
  }

  /** The chosen line. */
  public ObjectProperty<@Nullable Row> selectedProperty() {
    return selected;
  }

  /** All lines; they arrive while a search runs. */
  public ObservableList<Row> rows() {
    return rows;
  }

  /** How much each stage let pass in the last search. */
  public ReadOnlyObjectProperty<CutFlow> cutFlowProperty() {
    return cutFlow.getReadOnlyProperty();
  }

  /** The spectrum of the chosen line. */
  public ReadOnlyObjectProperty<FigureSpec> spectrumProperty() {
    return spectrum.getReadOnlyProperty();
  }

  /** The coherent combinations. */
  public ReadOnlyObjectProperty<FigureSpec> coherentProperty() {
    return coherent.getReadOnlyProperty();
  }

  /** The most significant of them in words. */
  public ReadOnlyStringProperty coherentWordsProperty() {
    return coherentWords.getReadOnlyProperty();
  }

  /** What a division of the events costs and gave. */
  public ReadOnlyStringProperty splitWordsProperty() {
    return splitWords.getReadOnlyProperty();
  }

  /** One line about the last search. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Whether something is being computed. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether the first part was explored and the second not yet looked at. */
  public ReadOnlyBooleanProperty confirmableProperty() {
    return confirmable.getReadOnlyProperty();
  }

  /** What the estimator calls z. */
  public String definition() {
    return estimator.get().make().definition();
  }

  /**
   * Changes a cut.
   *
   * @return why it cannot be changed so, or empty
   */
  public Optional<String> change(String place, String value) {
    try {
      settings.set(SelectionJson.with(settings.get(), place, value.strip().replace(',', '.')));
      return Optional.empty();
    } catch (ProblemException refused) {
      return Optional.of(refused.problem().hint());
    }
  }

  /** Searches the chosen events with the chosen cuts. */
  public void run() {
    EventFile file = source.get();
    if (file == null || running.get()) {
      return;
    }
    rows.clear();
    arrived.clear();
    selected.set(null);
    result = null;
    selection = null;
    confirmable.set(false);
    cutFlow.set(NOTHING_CUT);
    drawCoherent();
    status.set("");
    Search now =
        new Search(
            opening.apply(file.path(), file.table()),
            settings.get(),
            estimator.get(),
            rule.get(),
            workers);
    search = now;
    Mailbox<Boolean> mailbox = viewThread.mailbox("triage", news -> takeArrived());
    start(
        "Triage of " + file.path().getFileName(),
        progress ->
            now.run(
                progress,
                found -> viewThread.execute(() -> selected(found)),
                more -> {
                  more.forEach(scanned -> arrived.add(Row.of(scanned)));
                  mailbox.offer(true);
                }),
        this::done);
  }

  private <R> void start(String name, JobTask<R> task, java.util.function.Consumer<R> onDone) {
    running.set(true);
    Job started = jobs.start(name, task, onDone);
    job = started;
    started
        .statusProperty()
        .subscribe(
            now -> {
              if (now.isOver()) {
                takeArrived();
                running.set(false);
                status.set(words());
              }
            });
  }

  private void selected(SelectedHistograms found) {
    selection = found;
    cutFlow.set(found.cutFlow());
  }

  private void takeArrived() {
    List<Row> more = new ArrayList<>();
    for (Row row = arrived.poll(); row != null; row = arrived.poll()) {
      more.add(row);
    }
    rows.addAll(more);
    status.set(words());
  }

  private void done(Search.Result found) {
    result = found;
    arrived.clear();
    Row before = selected.get();
    rows.setAll(found.rows());
    if (before != null) {
      String id = before.candidate().id();
      rows.stream()
          .filter(row -> row.candidate().id().equals(id))
          .findFirst()
          .ifPresent(selected::set);
    }
    confirmable.set(found.selected().settings().split().part() == Split.Part.EXPLORE);
    drawCoherent();
    tellReach();
    status.set(words());
  }

  private String words() {
    SelectedHistograms found = selection;
    if (found == null) {
      return "";
    }
    String all = "%,d histograms".formatted(found.histograms().size());
    if (rows.size() < found.histograms().size()) {
      return "%,d of %s".formatted(rows.size(), all);
    }
    double looks = rows.stream().mapToDouble(row -> row.candidate().looks()).sum();
    return rows.isEmpty()
        ? "no histogram has enough entries and bins"
        : String.format(
            Locale.ROOT,
            "%s, %,.0f looks: 5σ needs |z| = %.2f",
            all,
            looks,
            Looks.neededFor5Sigma(looks));
  }

  /** Stops what is being computed; what has arrived stays. */
  public void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  private void draw(@Nullable Row row) {
    spectrum.set(row == null ? FigureSpec.of("") : TriageFigure.of(row.scanned(), rule.get()));
  }

  private List<CoherentScan> scans() {
    Search.Result now = result;
    return now == null
        ? List.of()
        : statistic.get() == Statistic.STOUFFER ? now.stouffer() : now.sum();
  }

  private void drawCoherent() {
    List<CoherentScan> scans = scans();
    if (scans.isEmpty()) {
      coherent.set(FigureSpec.of(""));
      coherentWords.set(
          result == null ? "" : "No combination occurs in two categories, so nothing adds up.");
      return;
    }
    coherent.set(TriageFigure.of(scans, statistic.get(), rule.get()));
    coherentWords.set(coherentSentence(scans));
  }

  private String coherentSentence(List<CoherentScan> scans) {
    CoherentScan best = scans.getFirst();
    int peak = best.peak(statistic.get(), rule.get());
    double looks = scans.stream().mapToDouble(CoherentScan::looks).sum();
    return String.format(
        Locale.ROOT,
        "m(%s) = %.4g GeV in %.0f categories: z = %.2f, global %.2f after %,.0f looks",
        best.combination(),
        best.massesGeV().get(peak),
        best.reaching().get(peak),
        best.z(statistic.get()).get(peak),
        CoherentScan.global(scans, statistic.get(), rule.get()),
        looks);
  }

  /** Draws toys for the most significant coherent combination. */
  public void drawToys() {
    List<CoherentScan> scans = scans();
    Search now = search;
    if (scans.isEmpty() || now == null || running.get()) {
      return;
    }
    Statistic chosen = statistic.get();
    double observed = scans.getFirst().best(chosen, rule.get());
    List<Row> all = List.copyOf(rows);
    start(
        "Toys",
        progress -> now.toys(progress, all.stream(), chosen, observed, TOYS),
        toys -> tellToys(scans, toys));
  }

  private void tellToys(List<CoherentScan> scans, CoherentToys toys) {
    String p =
        toys.asExtreme() == 0
            ? String.format(Locale.ROOT, "p < %.2g", toys.p())
            : String.format(Locale.ROOT, "p = %.2g ± %.1g", toys.p(), toys.error());
    coherentWords.set(
        coherentSentence(scans)
            + "; %d of %d toys reach it, %s".formatted(toys.asExtreme(), toys.toys(), p));
  }

  private void tellReach() {
    double share = settings.get().split().exploreShare();
    double looks = rows.stream().mapToDouble(row -> row.candidate().looks()).sum();
    if (looks < 1 || share <= 0) {
      splitWords.set("");
      return;
    }
    SplitReach reach = SplitReach.of(looks, share, rule.get().flagZ());
    splitWords.set(
        String.format(
            Locale.ROOT,
            "With %.0f %% of the events to explore, about %.0f of %,.0f places pass |z| = %.1f. A"
                + " signal needs %.2fσ instead of %.2fσ in all events: %.2fσ more. The split wins"
                + " if there are more than %.0f times as many looks as counted.",
            100 * share,
            reach.frozen(),
            looks,
            reach.cut(),
            reach.neededSplit(),
            reach.neededAtOnce(),
            reach.loss(),
            reach.breakEven()));
  }

  /** The flags that would be frozen now, the most significant first. */
  public List<Candidate> flags() {
    return rows.stream()
        .map(Row::candidate)
        .filter(candidate -> Math.abs(candidate.z()) >= rule.get().flagZ())
        .sorted((a, b) -> Double.compare(Math.abs(b.z()), Math.abs(a.z())))
        .toList();
  }

  /** Freezes the flags and looks at them in the other events, once. */
  public void confirm() {
    SelectedHistograms found = selection;
    Search now = search;
    if (found == null || now == null || !confirmable.get() || running.get()) {
      return;
    }
    List<Candidate> frozen = flags();
    confirmable.set(false);
    start("Confirm", progress -> now.confirm(progress, found, frozen), this::confirmed);
  }

  private void confirmed(List<Confirmation> confirmations) {
    Map<String, Confirmation> byId = new HashMap<>();
    confirmations.forEach(one -> byId.put(one.frozen().id(), one));
    rows.replaceAll(
        row -> {
          Confirmation one = byId.get(row.candidate().id());
          return one == null ? row : row.confirmed(one.z());
        });
    long kept = confirmations.stream().filter(one -> one.adjustedP() < 0.05).count();
    splitWords.set(
        "%d flags were frozen and looked at in the other events: %d of them hold (Holm, p < 0.05)."
            .formatted(confirmations.size(), kept));
  }

  /**
   * Writes the shown lines.
   *
   * @throws ProblemException if the file cannot be written
   */
  public void export(Path file, Stream<Row> shown) {
    CandidateTable.write(file, shown.map(Row::candidate).toList(), definition());
  }

  @Override
  public void close() {
    cancel();
    follow.unsubscribe();
  }
}
