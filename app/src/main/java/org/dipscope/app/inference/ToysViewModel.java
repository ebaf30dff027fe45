package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Mailbox;
import org.dipscope.core.analysis.IntervalFigure;
import org.dipscope.core.analysis.ToyFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.neyman.Segment;
import org.dipscope.core.neyman.StudiedData;
import org.dipscope.core.neyman.ToySummary;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The toy explorer: distributions of simulated experiments, and any of them from near. */
public final class ToysViewModel implements AutoCloseable {
  private static final int USUAL = 2000;
  private static final int MOST_LISTED = 5000;

  private final StudyParts parts;
  private final RunningJob job;
  private final Mailbox<Found> news;
  private final LiveQuantity<Wanted, ToyRun.Detail> near;
  private final StringProperty truth = new SimpleStringProperty(this, "truth", "1");
  private final StringProperty tested = new SimpleStringProperty(this, "tested", "");
  private final StringProperty toys = new SimpleStringProperty(this, "toys", "");
  private final ObjectProperty<ToyFilter> filter =
      new SimpleObjectProperty<>(this, "filter", ToyFilter.ALL);
  private final ObjectProperty<@Nullable ToySummary> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> detail =
      new ReadOnlyObjectWrapper<>(this, "detail");
  private final ReadOnlyStringWrapper detailWords =
      new ReadOnlyStringWrapper(this, "detail words", "");
  private final ReadOnlyObjectWrapper<List<ToySummary>> listed =
      new ReadOnlyObjectWrapper<>(this, "listed", List.of());
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
  private final Subscription subscriptions;
  private boolean visible;
  private @Nullable Found found;

  private record Found(ToyRun run, List<ToySummary> toys, boolean isWhole) {}

  private record Wanted(ToyRun run, ToySummary toy) {}

  ToysViewModel(StudyParts parts) {
    this.parts = parts;
    job = new RunningJob(parts.page().jobs());
    news = parts.page().live().viewThread().mailbox("Toys", this::show);
    near =
        parts
            .page()
            .live()
            .quantity(
                "The toy",
                (wanted, token) -> wanted.run().detail(wanted.toy(), token),
                shown -> show(shown.value()));
    subscriptions =
        Subscription.combine(
            filter.subscribe(now -> list()),
            chosen.subscribe(this::look),
            parts.page().models().chosenProperty().subscribe(now -> forget()));
  }

  /** The true strength. */
  public StringProperty truthProperty() {
    return truth;
  }

  /** The strength at which T is taken; empty for the true one. */
  public StringProperty testedProperty() {
    return tested;
  }

  /** How many toys; empty for as many as usual. */
  public StringProperty toysProperty() {
    return toys;
  }

  /** Which toys are listed. */
  public ObjectProperty<ToyFilter> filterProperty() {
    return filter;
  }

  /** The toy that is looked at; null for none. */
  public ObjectProperty<@Nullable ToySummary> chosenProperty() {
    return chosen;
  }

  /** What is wrong; empty if nothing is. */
  public ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /** All toys. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** The toy that is looked at. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** The same in words. */
  public ReadOnlyStringProperty detailWordsProperty() {
    return detailWords.getReadOnlyProperty();
  }

  /** The toys that pass the filter, some of them if there are many. */
  public ReadOnlyObjectProperty<List<ToySummary>> listedProperty() {
    return listed.getReadOnlyProperty();
  }

  /** How many toys are what. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** A remark over the figure. */
  public ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** The job while it runs. */
  public ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.jobProperty();
  }

  /** Simulates. */
  public void run() {
    OpenModel model = parts.page().models().chosenProperty().get();
    if (model == null || job.isRunning()) {
      return;
    }
    Optional<StudyRequest> request = parts.settings().request(model);
    if (request.isEmpty()) {
      complaint.set(parts.settings().complaintProperty().get());
      return;
    }
    try {
      double trueStrength = NumberText.number(truth.get(), "True strength");
      double testedStrength =
          tested.get().isBlank()
              ? trueStrength
              : NumberText.number(tested.get(), "Tested strength");
      Integer count = NumberText.whole(toys.get(), "Toys", 1);
      ToyRun.Wish wish =
          new ToyRun.Wish(
              request.get(),
              trueStrength,
              testedStrength,
              count == null ? USUAL : count,
              parts.blinding().hiddenProperty().get());
      complaint.set("");
      chosen.set(null);
      job.start("Toys of " + model.name(), progress -> simulate(wish, progress), done -> {});
    } catch (ProblemException wrong) {
      complaint.set((wrong.problem().message() + " " + wrong.problem().hint()).strip());
    }
  }

  private ToyRun simulate(ToyRun.Wish wish, JobProgress progress) {
    ToyRun run = ToyRun.of(wish, parts.calibrations(), progress.token());
    List<ToySummary> all =
        run.simulate(
            parts.page().workers(),
            progress,
            (share, soFar) -> {
              news.offer(new Found(run, soFar.get(), false));
              progress.report(share, "simulating");
            });
    news.offer(new Found(run, all, true));
    return run;
  }

  /** Stops; the toys so far stay. */
  public void cancel() {
    job.cancel();
  }

  boolean isAtRest() {
    return !job.isRunning() && (!visible || near.isSettled());
  }

  void setVisible(boolean now) {
    visible = now;
    near.setVisible(now);
    news.setHeld(!now);
  }

  /** Looks at the toy nearest to a place of the scatter of T and fitted strength. */
  public void pick(Readout place) {
    Found now = found;
    if (now == null || place.column() != 0 || place.row() != 1) {
      return;
    }
    double[] spread = {1e-9, 1e-9};
    for (ToySummary toy : listed.get()) {
      if (toy.failure().isEmpty()) {
        spread[0] = Math.max(spread[0], Math.min(20, toy.statistic()));
        spread[1] = Math.max(spread[1], toy.bestStrength());
      }
    }
    listed.get().stream()
        .filter(toy -> toy.failure().isEmpty())
        .min(
            Comparator.comparingDouble(
                toy ->
                    Math.hypot(
                        (toy.statistic() - place.x()) / spread[0],
                        (toy.bestStrength() - place.y()) / spread[1])))
        .ifPresent(chosen::set);
  }

  private void forget() {
    job.cancel();
    found = null;
    chosen.set(null);
    figure.set(null);
    detail.set(null);
    listed.set(List.of());
    summary.set("");
    badge.set("");
  }

  private void show(Found now) {
    if (!now.run().request().model().equals(parts.page().models().chosenProperty().get())) {
      return;
    }
    found = now;
    badge.set(
        now.isWhole()
            ? ""
            : String.format(Locale.ROOT, "partial: %d of %d", now.toys().size(), now.run().toys()));
    draw();
    list();
  }

  private void draw() {
    Found now = found;
    if (now == null) {
      return;
    }
    ToyRun run = now.run();
    figure.set(
        ToyFigure.all(
            now.toys(),
            new ToyFigure.Scene(
                run.request().model().poi(),
                run.statistic(),
                run.truth(),
                run.tested(),
                run.curve().at(run.tested()),
                run.observed(),
                run.observedBest(),
                chosen.get())));
  }

  private void list() {
    Found now = found;
    if (now == null) {
      return;
    }
    listed.set(now.toys().stream().filter(filter.get()::wants).limit(MOST_LISTED).toList());
    double n = Math.max(1, now.toys().size());
    double critical = now.run().curve().at(now.run().tested());
    summary.set(
        String.format(
            Locale.ROOT,
            "%d toys · T ≤ %s critical value at %s: %.1f %% · several segments %.1f %% · second"
                + " minima %.1f %% · failed %d",
            now.toys().size(),
            now.run().isCalibrated() ? "calibrated" : "asymptotic",
            IntervalFigure.percent(now.run().curve().level()),
            100 * count(now, toy -> toy.statistic() <= critical) / n,
            100 * count(now, ToyFilter.SEVERAL_SEGMENTS::wants) / n,
            100 * count(now, ToyFilter.SECOND_MINIMA::wants) / n,
            count(now, ToyFilter.FAILED::wants)));
  }

  private static long count(Found found, Predicate<ToySummary> kind) {
    return found.toys().stream().filter(kind).count();
  }

  private void look(@Nullable ToySummary toy) {
    Found now = found;
    draw();
    if (toy == null || now == null) {
      detail.set(null);
      detailWords.set("");
    } else if (!toy.failure().isEmpty()) {
      detail.set(null);
      detailWords.set("Toy " + toy.toy() + ": " + toy.failure());
    } else {
      near.submit(new Wanted(now.run(), toy));
    }
  }

  private void show(ToyRun.Detail near) {
    if (!near.toy().equals(chosen.get())) {
      return;
    }
    ToyRun run = near.run();
    detail.set(
        ToyFigure.one(
            new ToyFigure.One(
                run.request().model().poi(),
                near.counts(),
                near.expected(),
                near.strength(),
                near.twiceDeltaNll(),
                near.statistic(),
                run.curve(),
                run.truth())));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Toy %d: %s events, fitted strength %s, T = %s, %s",
            near.toy().toy(),
            NumberText.digits(near.counts().sum(), 7),
            NumberText.digits(near.toy().bestStrength(), 4),
            NumberText.digits(near.toy().statistic(), 4),
            segments(near)));
    for (StudiedData.Nuisance one : near.nuisances()) {
      Double measured = one.measured();
      lines.add(
          one.name()
              + " = "
              + NumberText.digits(one.fitted(), 3)
              + (measured == null ? "" : ", drawn " + NumberText.digits(measured, 3)));
    }
    detailWords.set(String.join("   ·   ", lines));
  }

  private static String segments(ToyRun.Detail near) {
    List<String> pieces = new ArrayList<>();
    for (Segment segment : near.set().segments()) {
      pieces.add(
          "["
              + NumberText.fixed(segment.low(), 3)
              + ", "
              + NumberText.fixed(segment.high(), 3)
              + "]");
    }
    String level = IntervalFigure.percent(near.set().level());
    return pieces.isEmpty()
        ? "everything excluded at " + level
        : level + " " + String.join(" ∪ ", pieces);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    near.close();
    news.close();
    job.close();
  }
}
