package org.dipscope.app.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.dipscope.app.inference.StudyRequest.CurveKey;
import org.dipscope.app.inference.StudyRequest.StudyKey;
import org.dipscope.app.support.JobProgress;
import org.dipscope.app.support.Mailbox;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.neyman.WorkspaceStudy;
import org.jspecify.annotations.Nullable;

/**
 * The studies and critical curves of what was asked lately, so that nothing is calibrated twice.
 * What a cancelled calibration has found stays.
 */
final class Calibrations implements AutoCloseable {
  private static final int KEPT = 24;
  private static final int FEWEST = 3;

  private final Workers workers;
  private final Map<StudyKey, WorkspaceStudy> studies = kept();
  private final Map<CurveKey, Calibrated> curves = kept();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
  private final Mailbox<Object> news;

  Calibrations(Workers workers, ViewThread viewThread) {
    this.workers = workers;
    news = viewThread.mailbox("Critical values", ignored -> changes.set(changes.get() + 1));
  }

  private static <K, V> Map<K, V> kept() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  /** Grows whenever there are more critical values. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /**
   * The study of one statistic; any thread.
   *
   * @throws org.dipscope.core.problem.ProblemException if there is none
   */
  WorkspaceStudy study(StudyRequest request, TestStatistic statistic, CancelToken token) {
    StudyKey key = request.study(statistic);
    synchronized (studies) {
      WorkspaceStudy known = studies.get(key);
      if (known != null) {
        return known;
      }
    }
    WorkspaceStudy made =
        WorkspaceStudy.of(
            request.model().workspace(),
            request.model().model(),
            statistic,
            request.levels(),
            request.grid(),
            token);
    synchronized (studies) {
      studies.put(key, made);
    }
    return made;
  }

  /** What there is of the critical curves; any thread. */
  Optional<Calibrated> curves(StudyRequest request, TestStatistic statistic) {
    synchronized (curves) {
      return Optional.ofNullable(curves.get(request.curve(statistic)));
    }
  }

  /** Whether all curves of a request are complete. */
  boolean isWhole(StudyRequest request) {
    return request.statistics().stream()
        .allMatch(s -> curves(request, s).filter(Calibrated::isWhole).isPresent());
  }

  /**
   * Calibrates what is not yet; on the thread of a job.
   *
   * @param from the part of the job done before
   * @param to the part done afterwards
   */
  void calibrate(StudyRequest request, JobProgress progress, double from, double to) {
    int count = request.statistics().size();
    for (int i = 0; i < count; i++) {
      TestStatistic statistic = request.statistics().get(i);
      if (curves(request, statistic).filter(Calibrated::isWhole).isEmpty()) {
        double start = from + (to - from) * i / count;
        calibrate(request, statistic, progress, start, (to - from) / count);
      }
    }
  }

  private void calibrate(
      StudyRequest request,
      TestStatistic statistic,
      JobProgress progress,
      double start,
      double part) {
    progress.report(start, "preparing");
    WorkspaceStudy prepared = study(request, statistic, progress.token());
    Calibration method = request.method();
    @Nullable Integer asked = request.toys();
    int toys =
        method == Calibration.ASYMPTOTIC
            ? 0
            : asked == null ? prepared.study().usualToys(method) : asked;
    List<CriticalCurve> all =
        prepared
            .study()
            .calibrate(
                method,
                toys,
                request.seed(),
                workers,
                (share, soFar) -> {
                  List<CriticalCurve> some = soFar.get();
                  boolean isDrawable =
                      !some.isEmpty() && some.getFirst().strength().size() >= FEWEST;
                  if (isDrawable && share < 1) {
                    put(request.curve(statistic), new Calibrated(some, share, toys));
                  }
                  progress.report(start + part * share, "calibrating");
                },
                progress.token());
    put(request.curve(statistic), new Calibrated(all, 1, toys));
  }

  private void put(CurveKey key, Calibrated found) {
    synchronized (curves) {
      curves.put(key, found);
    }
    news.offer(key);
  }

  @Override
  public void close() {
    news.close();
  }
}
