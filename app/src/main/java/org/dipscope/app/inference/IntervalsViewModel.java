package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.dipscope.app.inference.IntervalResult.Seen;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.core.analysis.IntervalFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.Segment;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Statistics of the data over the strength, critical values, and what is not excluded. */
public final class IntervalsViewModel implements AutoCloseable {
  private final StudyParts parts;
  private final RunningJob job;
  private final LiveQuantity<IntervalInput, IntervalResult> live;
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<Table> table =
      new ReadOnlyObjectWrapper<>(this, "table", Table.EMPTY);
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper(this, "badge", "");
  private final Subscription subscriptions;
  private boolean visible;
  private int usualToys;

  IntervalsViewModel(StudyParts parts) {
    this.parts = parts;
    job = new RunningJob(parts.page().jobs());
    live =
        parts
            .page()
            .live()
            .quantity(
                "The intervals",
                (input, token) -> IntervalResult.of(input, parts.calibrations(), token),
                shown -> show(shown.value()));
    Subscription all =
        Subscription.combine(
            parts.page().models().chosenProperty().subscribe(now -> follow()),
            parts.blinding().hiddenProperty().subscribe(now -> follow()),
            parts.blinding().expectedAtProperty().subscribe(now -> follow()),
            parts.calibrations().changesProperty().subscribe(now -> follow()));
    for (Property<?> choice : parts.settings().all()) {
      all = all.and(choice.subscribe(this::follow));
    }
    subscriptions = all;
  }

  /** What the user chooses. */
  public StudySettings settings() {
    return parts.settings();
  }

  /** Whether the data are shown. */
  public Blinding blinding() {
    return parts.blinding();
  }

  /** The figure; null if there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** All segments. */
  ReadOnlyObjectProperty<Table> tableProperty() {
    return table.getReadOnlyProperty();
  }

  /** A remark over the figure, such as how much is calibrated; empty for none. */
  public ReadOnlyStringProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** The calibration while it runs. */
  public ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.jobProperty();
  }

  /** What is asked now; empty without a model, or if a choice is wrong. */
  Optional<StudyRequest> request() {
    OpenModel model = parts.page().models().chosenProperty().get();
    return model == null ? Optional.empty() : parts.settings().request(model);
  }

  /** Simulates toys, or whatever the method needs, for the critical values. */
  public void calibrate() {
    request()
        .ifPresent(
            request ->
                job.start(
                    "Calibrate " + request.model().name(),
                    progress -> {
                      parts.calibrations().calibrate(request, progress, 0, 1);
                      return request;
                    },
                    done -> {}));
  }

  /** Stops the calibration; what it has found stays. */
  public void cancel() {
    job.cancel();
  }

  /** Shows the data from now on. */
  public void unblind() {
    request()
        .filter(request -> parts.blinding().canUnblind())
        .ifPresent(
            request -> {
              Integer toys = request.toys();
              parts.blinding().unblind(request, toys == null ? usualToys : toys);
            });
  }

  void setVisible(boolean now) {
    visible = now;
    live.setVisible(now);
  }

  /** Whether nothing is being computed. */
  boolean isAtRest() {
    return !job.isRunning() && (!visible || live.isSettled());
  }

  private void follow() {
    Optional<StudyRequest> request = request();
    if (request.isEmpty()) {
      return;
    }
    try {
      double at = NumberText.number(parts.blinding().expectedAtProperty().get(), "Expected at");
      StudyRequest asked = request.get();
      live.submit(
          new IntervalInput(
              asked,
              parts.blinding().hiddenProperty().get(),
              at,
              asked.statistics().stream()
                  .map(statistic -> parts.calibrations().curves(asked, statistic))
                  .toList()));
    } catch (ProblemException wrong) {
      parts.settings().complain(wrong);
    }
  }

  private void show(IntervalResult result) {
    ProblemException wrong = result.wrong();
    if (wrong != null) {
      parts.settings().complain(wrong);
      figure.set(null);
      table.set(Table.EMPTY);
      badge.set("");
      return;
    }
    IntervalInput input = result.input();
    if (!input.isHidden()) {
      parts.blinding().noteShown(input.request().model());
    }
    Seen first = result.seen().getFirst();
    usualToys = first.toys();
    String data =
        input.isHidden()
            ? "expected for "
                + IntervalFigure.symbol(input.request().model().poi())
                + " = "
                + NumberText.digits(input.expectedAt(), 4)
            : "observed";
    List<IntervalFigure.Curve> curves =
        result.seen().stream()
            .map(
                one ->
                    new IntervalFigure.Curve(
                        one.statistic(), one.strength(), one.value(), one.critical()))
            .toList();
    figure.set(
        IntervalFigure.of(input.request().model().poi(), data, first.best(), curves, rows(result)));
    table.set(segments(result));
    badge.set(badge(input));
  }

  private static String badge(IntervalInput input) {
    for (Optional<Calibrated> one : input.curves()) {
      if (one.isPresent() && !one.get().isWhole()) {
        Calibrated partial = one.get();
        return String.format(
            Locale.ROOT,
            "partial: %d strengths calibrated, %.0f %%",
            partial.curves().getFirst().strength().size(),
            100 * partial.share());
      }
    }
    return input.isHidden() ? "hidden data" : "";
  }

  private static String method(Calibration method) {
    return switch (method) {
      case NEYMAN -> "Neyman";
      case QUANTILE_REGRESSION -> "regression";
      case ASYMPTOTIC -> "asymptotic";
    };
  }

  private static List<IntervalFigure.Row> rows(IntervalResult result) {
    List<IntervalFigure.Row> rows = new ArrayList<>();
    boolean several = result.seen().size() > 1;
    for (Seen one : result.seen()) {
      String what = several ? (isRatio(one) ? "LR " : "FTS ") : "";
      for (ConfidenceSet set : one.sets()) {
        String name = what + IntervalFigure.percent(set.level());
        rows.add(new IntervalFigure.Row(name, one.statistic(), set, false));
      }
      for (ConfidenceSet set : one.wilks()) {
        String name = "Wilks " + IntervalFigure.percent(set.level());
        rows.add(new IntervalFigure.Row(name, one.statistic(), set, true));
      }
    }
    return rows;
  }

  private static boolean isRatio(Seen one) {
    return one.statistic() instanceof TestStatistic.LikelihoodRatio;
  }

  private static Table segments(IntervalResult result) {
    List<List<String>> rows = new ArrayList<>();
    String method = method(result.input().request().method());
    for (int i = 0; i < result.seen().size(); i++) {
      Seen one = result.seen().get(i);
      String statistic = isRatio(one) ? "ratio" : "focused";
      boolean isPartial = result.input().curves().get(i).filter(c -> !c.isWhole()).isPresent();
      for (ConfidenceSet set : one.sets()) {
        add(rows, statistic, isPartial ? method + ", partial" : method, set);
      }
      for (ConfidenceSet set : one.wilks()) {
        add(rows, statistic, "Wilks", set);
      }
    }
    return new Table(List.of("statistic", "from", "level", "low", "high", "length"), rows);
  }

  private static void add(
      List<List<String>> rows, String statistic, String method, ConfidenceSet set) {
    String level = IntervalFigure.percent(set.level());
    if (set.segments().isEmpty()) {
      rows.add(List.of(statistic, method, level, "all", "excluded", "0"));
    }
    for (Segment segment : set.segments()) {
      boolean isCut = set.reachesEnd() && segment.equals(set.segments().getLast());
      rows.add(
          List.of(
              statistic,
              method,
              level,
              NumberText.fixed(segment.low(), 4),
              (isCut ? "≥ " : "") + NumberText.fixed(segment.high(), 4),
              NumberText.fixed(segment.length(), 4)));
    }
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    live.close();
    job.close();
  }
}
