package org.dipscope.app.inference;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.analysis.SurfaceFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.ProfileScan;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.Contour;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.jspecify.annotations.Nullable;

/** &minus;2&Delta; ln L over two parameters. Belongs to the view thread. */
final class SurfaceViewModel implements AutoCloseable {
  private static final int POINTS = 41;
  private static final int MOST_POINTS = 201;

  private final ModelsViewModel models;
  private final FitViewModel fit;
  private final ScanAxis x = new ScanAxis(POINTS, MOST_POINTS);
  private final ScanAxis y = new ScanAxis(POINTS, MOST_POINTS);
  private final Scanning<Scanned> scanning;
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
  private final Subscription follow;
  private @Nullable FitOutcome outcome;
  private @Nullable Scanned shown;
  private @Nullable SurfaceFigure drawing;
  private boolean following;

  /** A scan over two parameters. */
  private record Scanned(FitProblem problem, int k, int l, ProfileScan scan) {}

  SurfaceViewModel(ModelsViewModel models, FitViewModel fit, JobList jobs, ViewThread viewThread) {
    this.models = models;
    this.fit = fit;
    scanning = new Scanning<>(fit, jobs, viewThread, this::showPart, this::showAll);
    follow =
        Subscription.combine(
            fit.outcomeProperty().subscribe(this::follow),
            x.parameterProperty().subscribe(now -> onParameter()),
            y.parameterProperty().subscribe(now -> onParameter()),
            models.pointProperty().subscribe(now -> draw()));
  }

  ScanAxis x() {
    return x;
  }

  ScanAxis y() {
    return y;
  }

  /** The job. */
  Scanning<?> scanning() {
    return scanning;
  }

  /** The surface; null before the first scan. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** What is wrong with what was typed; empty if nothing is. */
  ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  private void follow(@Nullable FitOutcome now) {
    FitOutcome before = outcome;
    if (now != null && now.equals(before)) {
      return;
    }
    scanning.drop();
    outcome = now;
    show(null);
    if (now == null) {
      return;
    }
    following = true;
    List<String> names = now.model().parameterNames();
    boolean isOther = before == null || !before.model().equals(now.model());
    if (isOther || !names.contains(x.parameterProperty().get())) {
      String first = now.model().poi().isEmpty() ? names.getFirst() : now.model().poi();
      x.parameterProperty().set(first);
      y.parameterProperty().set(second(now, first));
    }
    x.suggest(now);
    y.suggest(now);
    following = false;
  }

  /** The free parameter that is most correlated with the first one. */
  private static String second(FitOutcome outcome, String first) {
    List<String> names = outcome.model().parameterNames();
    int k = names.indexOf(first);
    int best = -1;
    double strongest = -1;
    for (int l = 0; l < names.size(); l++) {
      double rho = Math.abs(outcome.result().hesse().correlation(k, l));
      boolean isFree = !outcome.result().problem().parameters().get(l).fixed();
      if (l != k && isFree && (Double.isNaN(rho) ? 0 : rho) > strongest) {
        strongest = Double.isNaN(rho) ? 0 : rho;
        best = l;
      }
    }
    return best < 0 ? "" : names.get(best);
  }

  private void onParameter() {
    FitOutcome now = outcome;
    if (!following && now != null) {
      scanning.drop();
      show(null);
      x.suggest(now);
      y.suggest(now);
    }
  }

  /** Scans what is typed. */
  void run() {
    FitOutcome now = outcome;
    if (now == null) {
      return;
    }
    boolean isOne = x.parameterProperty().get().equals(y.parameterProperty().get());
    String wrong = x.complaint(now).isEmpty() ? y.complaint(now) : x.complaint(now);
    complaint.set(isOne ? "Choose two different parameters." : wrong);
    ScanAxis.Grid first = x.grid(now);
    ScanAxis.Grid second = y.grid(now);
    if (isOne || first == null || second == null) {
      return;
    }
    FitProblem problem = now.result().problem();
    scanning.start(
        "Surface over " + x.parameterProperty().get() + " and " + y.parameterProperty().get(),
        now,
        (watcher, progress) ->
            ProfileScan.over(
                problem,
                now.result().minima(),
                first.k(),
                first.values(),
                second.k(),
                second.values(),
                watcher,
                progress.token()),
        (scan, known, progress) -> new Scanned(problem, first.k(), second.k(), scan));
  }

  private void showPart(ProfileScan scan) {
    FitOutcome now = outcome;
    if (now != null) {
      List<String> names = now.model().parameterNames();
      show(
          new Scanned(
              now.result().problem(),
              names.indexOf(x.parameterProperty().get()),
              names.indexOf(y.parameterProperty().get()),
              scan));
    }
  }

  private void showAll(Scanned done) {
    outcome = fit.outcomeProperty().get();
    show(done);
  }

  private void show(@Nullable Scanned scanned) {
    shown = scanned;
    drawing = scanned == null ? null : SurfaceFigure.of(surface(scanned));
    draw();
  }

  private void draw() {
    Scanned now = shown;
    SurfaceFigure still = drawing;
    Values point = models.pointProperty().get();
    if (now == null || still == null || Math.max(now.k(), now.l()) >= point.size()) {
      figure.set(null);
      return;
    }
    figure.set(
        FigureSpec.of(
            "−2Δ ln L over " + name(now, now.k()) + " and " + name(now, now.l()),
            still.column(point.get(now.k()), point.get(now.l()))));
  }

  private static String name(Scanned scanned, int k) {
    return scanned.problem().parameters().get(k).name();
  }

  private static LikelihoodSurface surface(Scanned scanned) {
    ProfileScan scan = scanned.scan();
    int columns = scan.first().length;
    int rows = scan.second().length;
    ParameterGrid grid =
        new ParameterGrid(
            axis(name(scanned, scanned.k()), scan.first()),
            axis(name(scanned, scanned.l()), scan.second()));
    double[] lambda = new double[columns * rows];
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        lambda[grid.index(i, j)] = scan.twiceNll()[i * rows + j];
      }
    }
    double reference = scan.minima().getFirst().twiceNll();
    List<SurfaceMinimum> minima =
        scan.minima().stream().map(m -> minimum(scanned, m, reference)).toList();
    return LikelihoodSurface.of(
        grid, lambda, reference, minima, Contour.LEVEL_68, Contour.LEVEL_95, Contour.LEVEL_997);
  }

  private static Axis axis(String name, double[] values) {
    return Axis.linear(name, "", values[0], values[values.length - 1], values.length);
  }

  private static SurfaceMinimum minimum(Scanned scanned, FitPoint point, double reference) {
    FitParameter first = scanned.problem().parameters().get(scanned.k());
    FitParameter second = scanned.problem().parameters().get(scanned.l());
    return new SurfaceMinimum(
        first.external(point.x()[scanned.k()]),
        second.external(point.x()[scanned.l()]),
        point.twiceNll() - reference,
        Double.NaN,
        false);
  }

  /** A click on the surface moves both sliders. */
  void pick(double first, double second) {
    Scanned now = shown;
    Values point = models.pointProperty().get();
    if (now != null && Math.max(now.k(), now.l()) < point.size()) {
      double[] moved = point.toArray();
      moved[now.k()] = within(now.problem().parameters().get(now.k()), first);
      moved[now.l()] = within(now.problem().parameters().get(now.l()), second);
      models.pointProperty().set(Values.of(moved));
    }
  }

  private static double within(FitParameter p, double value) {
    return Math.clamp(value, p.low(), p.high());
  }

  @Override
  public void close() {
    follow.unsubscribe();
    scanning.close();
  }
}
