package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.Mailbox;
import org.dipscope.core.analysis.CoverageFigure;
import org.dipscope.core.analysis.IntervalFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Coverage;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.StrengthStudy;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.neyman.WorkspaceStudy;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Inject, fit, count: how often confidence sets contain the true strength. */
public final class CoverageViewModel implements AutoCloseable {
  private static final double CALIBRATING = 0.5;

  private final StudyParts parts;
  private final RunningJob job;
  private final Mailbox<Found> news;
  private final StringProperty truths = new SimpleStringProperty(this, "truths", "");
  private final StringProperty experiments = new SimpleStringProperty(this, "experiments", "");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<Table> table =
      new ReadOnlyObjectWrapper<>(this, "table", Table.EMPTY);
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");

  /**
   * Coverage as it grows.
   *
   * @param request what was asked
   * @param truths true strengths
   * @param kinds the kinds of sets, each with a result per truth that is done
   * @param isWhole whether all truths are done
   */
  private record Found(
      StudyRequest request, Values truths, List<CoverageFigure.Curve> kinds, boolean isWhole) {}

  /** Curves whose sets are counted, with what they are called. */
  private record Kind(String name, int colour, boolean isWeak, CriticalCurve curve) {}

  CoverageViewModel(StudyParts parts) {
    this.parts = parts;
    job = new RunningJob(parts.page().jobs());
    news = parts.page().live().viewThread().mailbox("Coverage", this::show);
  }

  /** True strengths as from:to:number; empty for some of the tested ones. */
  public StringProperty truthsProperty() {
    return truths;
  }

  /** Experiments per true strength; empty for as many as usual. */
  public StringProperty experimentsProperty() {
    return experiments;
  }

  /** What is wrong; empty if nothing is. */
  public ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /** The figure; null if there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** All numbers. */
  ReadOnlyObjectProperty<Table> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** A remark over the figure. */
  public ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** The job while it runs. */
  public ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.jobProperty();
  }

  /** Calibrates what is not yet, and repeats experiments. */
  public void run() {
    OpenModel model = parts.page().models().chosenProperty().get();
    if (model == null) {
      return;
    }
    try {
      Optional<StudyRequest> request = parts.settings().request(model);
      if (request.isEmpty()) {
        complaint.set(parts.settings().complaintProperty().get());
        return;
      }
      Values at = NumberText.grid(truths.get(), "True strengths");
      Integer count = NumberText.whole(experiments.get(), "Experiments", 1);
      complaint.set("");
      job.start(
          "Coverage of " + model.name(),
          progress -> {
            check(request.get(), at, count, progress);
            return model;
          },
          done -> {});
    } catch (ProblemException wrong) {
      complaint.set((wrong.problem().message() + " " + wrong.problem().hint()).strip());
    }
  }

  /** Stops; the truths that are done stay. */
  public void cancel() {
    job.cancel();
  }

  boolean isAtRest() {
    return !job.isRunning();
  }

  private void check(
      StudyRequest request, @Nullable Values asked, @Nullable Integer count, JobProgress progress) {
    double from = parts.calibrations().isWhole(request) ? 0 : CALIBRATING;
    parts.calibrations().calibrate(request, progress, 0, from);
    List<CoverageFigure.Curve> before = new ArrayList<>();
    int statistics = request.statistics().size();
    for (int i = 0; i < statistics; i++) {
      TestStatistic statistic = request.statistics().get(i);
      WorkspaceStudy prepared = parts.calibrations().study(request, statistic, progress.token());
      StrengthStudy study = prepared.study();
      Values at = asked == null ? prepared.someTruths() : asked;
      requireTested(at, study.tested());
      List<Kind> kinds = kinds(request, statistic, study, progress);
      double start = from + (1 - from) * i / statistics;
      double part = (1 - from) / statistics;
      List<List<Coverage>> found =
          study.coverage(
              kinds.stream().map(Kind::curve).toList(),
              at,
              count == null ? study.usualExperiments() : count,
              request.seed(),
              parts.page().workers(),
              (share, soFar) -> {
                news.offer(new Found(request, at, merged(before, kinds, soFar.get()), false));
                progress.report(start + part * share, "repeating experiments");
              },
              progress.token());
      List<CoverageFigure.Curve> all = merged(before, kinds, found);
      before.clear();
      before.addAll(all);
      news.offer(new Found(request, at, all, i == statistics - 1));
    }
  }

  private static void requireTested(Values truths, Values tested) {
    for (double truth : truths.toArray()) {
      if (!(truth >= tested.get(0) && truth <= tested.get(tested.size() - 1))) {
        throw new ProblemException(
            Problem.usage(
                "The true strength " + truth + " lies outside the tested ones.",
                "Give values within them, or widen the tested range on the page Intervals."));
      }
    }
  }

  private List<Kind> kinds(
      StudyRequest request, TestStatistic statistic, StrengthStudy study, JobProgress progress) {
    List<Kind> kinds = new ArrayList<>();
    boolean isRatio = statistic instanceof TestStatistic.LikelihoodRatio;
    String name = (isRatio ? "LR, " : "FTS, ") + request.method().label().replace('-', ' ');
    List<CriticalCurve> curves =
        parts.calibrations().curves(request, statistic).orElseThrow().curves();
    curves.forEach(curve -> kinds.add(new Kind(name, isRatio ? 1 : 3, false, curve)));
    if (isRatio) {
      IntervalResult.wilks(study, progress.token())
          .forEach(curve -> kinds.add(new Kind("Wilks", 2, true, curve)));
    }
    return kinds;
  }

  private static List<CoverageFigure.Curve> merged(
      List<CoverageFigure.Curve> before, List<Kind> kinds, List<List<Coverage>> rows) {
    List<CoverageFigure.Curve> all = new ArrayList<>(before);
    for (int k = 0; k < kinds.size(); k++) {
      Kind kind = kinds.get(k);
      int which = k;
      List<Coverage> done =
          rows.stream().filter(row -> !row.isEmpty()).map(row -> row.get(which)).toList();
      boolean isFirst =
          IntStream.range(0, k).noneMatch(j -> kinds.get(j).name().equals(kind.name()));
      all.add(
          new CoverageFigure.Curve(isFirst ? kind.name() : "", kind.colour(), kind.isWeak(), done));
    }
    return all;
  }

  private void show(Found found) {
    int done = found.kinds().isEmpty() ? 0 : found.kinds().getLast().coverage().size();
    double[] at = found.truths().toArray();
    figure.set(
        CoverageFigure.of(found.request().model().poi(), at[0], at[at.length - 1], found.kinds()));
    badge.set(
        found.isWhole()
            ? ""
            : String.format(Locale.ROOT, "partial: %d of %d true strengths", done, at.length));
    List<List<String>> rows = new ArrayList<>();
    String name = "";
    for (CoverageFigure.Curve kind : found.kinds()) {
      name = kind.name().isEmpty() ? name : kind.name();
      for (Coverage one : kind.coverage()) {
        rows.add(row(name, one));
      }
    }
    table.set(
        new Table(
            List.of("sets", "level", "truth", "coverage", "±", "median length", "several"), rows));
  }

  private static List<String> row(String name, Coverage one) {
    return List.of(
        name,
        IntervalFigure.percent(one.level()),
        NumberText.digits(one.truth(), 4),
        NumberText.fixed(one.coverage(), 4),
        NumberText.fixed(one.standardError(), 4),
        NumberText.fixed(one.medianLength(), 4),
        NumberText.fixed((double) one.severalSegments() / one.experiments(), 3));
  }

  @Override
  public void close() {
    news.close();
    job.close();
  }
}
