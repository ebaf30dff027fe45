package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.analysis.ProfileFigure;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.ProfileScan;
import org.dipscope.core.fit.ProfileSegments;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** The profile along one parameter with its crossings. Belongs to the view thread. */
final class ScanViewModel implements AutoCloseable {
  private static final int POINTS = 61;
  private static final int MOST_POINTS = 2001;
  private static final double[] LEVELS = {1, 4};
  private static final List<String> NAMES = List.of("68.3 %", "95.4 %");

  private final ModelsViewModel models;
  private final FitViewModel fit;
  private final ScanAxis axis = new ScanAxis(POINTS, MOST_POINTS);
  private final Scanning<Scanned> scanning;
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<Sheet> crossings =
      new ReadOnlyObjectWrapper<>(this, "crossings", Sheet.EMPTY);
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper(this, "complaint", "");
  private final Map<Boolean, Scanned> complete = new HashMap<>();
  private final Subscription follow;
  private @Nullable FitOutcome outcome;
  private @Nullable Scanned shown;
  private @Nullable OpenModel scannedModel;
  private boolean following;

  /** A scan with what was found on it. */
  private record Scanned(
      FitOutcome outcome, int k, ProfileScan scan, List<ProfileSegments> segments) {}

  ScanViewModel(ModelsViewModel models, FitViewModel fit, JobList jobs, ViewThread viewThread) {
    this.models = models;
    this.fit = fit;
    scanning = new Scanning<>(fit, jobs, viewThread, this::showPart, this::showAll);
    follow =
        Subscription.combine(
            fit.outcomeProperty().subscribe(this::follow),
            axis.parameterProperty().subscribe(now -> onParameter()),
            models.pointProperty().subscribe(now -> draw()));
  }

  /** What is scanned. */
  ScanAxis axis() {
    return axis;
  }

  /** The job. */
  Scanning<?> scanning() {
    return scanning;
  }

  /** The profile; null before the first scan. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** Where the profile crosses its levels: a row per segment. */
  ReadOnlyObjectProperty<Sheet> crossingsProperty() {
    return crossings.getReadOnlyProperty();
  }

  /** What is wrong with what was typed; empty if nothing is. */
  ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  private void follow(@Nullable FitOutcome now) {
    if (now != null && now.equals(outcome)) {
      return;
    }
    scanning.drop();
    outcome = now;
    shown = null;
    crossings.set(Sheet.EMPTY);
    if (now != null) {
      boolean isOther = !now.model().equals(scannedModel);
      if (isOther) {
        scannedModel = now.model();
        complete.clear();
      }
      following = true;
      if (isOther || !now.model().parameterNames().contains(axis.parameterProperty().get())) {
        String poi = now.model().poi();
        axis.parameterProperty().set(poi.isEmpty() ? now.model().interesting().getFirst() : poi);
      }
      axis.suggest(now);
      following = false;
      Scanned again = complete.get(now.withSystematics());
      if (again != null && again.outcome().equals(now)) {
        shown = again;
        crossings.set(table(again));
      }
    }
    draw();
  }

  private void onParameter() {
    FitOutcome now = outcome;
    if (!following && now != null) {
      scanning.drop();
      shown = null;
      complete.clear();
      crossings.set(Sheet.EMPTY);
      axis.suggest(now);
      draw();
    }
  }

  /** Whether nothing was scanned yet of a model that has been fitted. */
  boolean isMissing() {
    return outcome != null && shown == null && !scanning.workingProperty().get();
  }

  /** Scans what is typed. */
  void run() {
    FitOutcome now = outcome;
    if (now == null) {
      return;
    }
    complaint.set(axis.complaint(now));
    ScanAxis.Grid grid = axis.grid(now);
    if (grid == null) {
      return;
    }
    crossings.set(Sheet.EMPTY);
    scanning.start(
        "Scan " + axis.parameterProperty().get(),
        now,
        (watcher, progress) ->
            ProfileScan.along(
                now.result().problem(),
                now.result().minima(),
                grid.k(),
                grid.values(),
                watcher,
                progress.token()),
        (scan, known, progress) -> withCrossings(scan, known, grid.k(), progress));
  }

  private static Scanned withCrossings(
      ProfileScan scan, FitOutcome known, int k, JobProgress progress) {
    List<ProfileSegments> segments = new ArrayList<>();
    FitParameter p = known.result().problem().parameters().get(k);
    if (!p.fixed()) {
      progress.report(Double.NaN, "follows the crossings");
      segments.addAll(ProfileSegments.of(known.result(), k, LEVELS, progress.token()));
    }
    return new Scanned(known, k, scan, segments);
  }

  private void showPart(ProfileScan scan) {
    FitOutcome now = outcome;
    if (now != null) {
      int k = now.model().parameterNames().indexOf(axis.parameterProperty().get());
      shown = new Scanned(now, k, scan, List.of());
      draw();
    }
  }

  private void showAll(Scanned done) {
    outcome = fit.outcomeProperty().get();
    shown = done;
    complete.put(done.outcome().withSystematics(), done);
    crossings.set(table(done));
    draw();
  }

  private void draw() {
    Scanned now = shown;
    if (now == null) {
      figure.set(null);
      return;
    }
    Values point = models.pointProperty().get();
    Scanned other = complete.get(!now.outcome().withSystematics());
    figure.set(
        ProfileFigure.of(
            profile(now),
            now.segments(),
            other == null ? List.of() : List.of(profile(other)),
            now.outcome().withSystematics() ? "with systematics" : "statistics only",
            now.outcome().withSystematics() ? "statistics only" : "with systematics",
            now.k() < point.size() ? point.get(now.k()) : Double.NaN));
  }

  private static ProfileFigure.Profile profile(Scanned scanned) {
    ProfileScan scan = scanned.scan();
    double lowest = scan.minima().getFirst().twiceNll();
    FitResult result = scanned.outcome().result();
    FitParameter p = result.problem().parameters().get(scanned.k());
    double[] delta = new double[scan.first().length];
    for (int i = 0; i < delta.length; i++) {
      delta[i] = scan.twiceDeltaNll(i, 0);
    }
    List<FitPoint> minima = scan.minima();
    return new ProfileFigure.Profile(
        p.name(),
        Values.of(scan.first()),
        Values.of(delta),
        Values.of(minima.stream().mapToDouble(m -> p.external(m.x()[scanned.k()])).toArray()),
        Values.of(minima.stream().mapToDouble(m -> m.twiceNll() - lowest).toArray()));
  }

  private static Sheet table(Scanned scanned) {
    FitResult result = scanned.outcome().result();
    double best = result.estimates().get(scanned.k()).value();
    FitParameter p = result.problem().parameters().get(scanned.k());
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < scanned.segments().size(); i++) {
      for (ProfileSegments.Segment segment : scanned.segments().get(i).segments()) {
        rows.add(
            List.of(
                NAMES.get(i),
                segment.low(),
                segment.high(),
                segment.low() - best,
                segment.high() - best,
                ends(segment, p)));
      }
    }
    return new Sheet(List.of("level", "from", "to", "from − best", "to − best", "ends"), rows);
  }

  private static String ends(ProfileSegments.Segment segment, FitParameter p) {
    boolean low = segment.low() <= p.low();
    boolean high = segment.high() >= p.high();
    return low && high
        ? "both at a bound"
        : low ? "lower at a bound" : high ? "upper at a bound" : "";
  }

  /** A click on the profile moves the slider of its parameter. */
  void pick(double value) {
    Scanned now = shown;
    Values point = models.pointProperty().get();
    if (now != null && now.k() < point.size()) {
      double[] moved = point.toArray();
      FitParameter p = now.outcome().model().model().parameters().get(now.k());
      moved[now.k()] = Math.clamp(value, p.low(), p.high());
      models.pointProperty().set(Values.of(moved));
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    scanning.close();
  }
}
