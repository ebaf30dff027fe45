package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.BinningRule;
import org.dipscope.core.event.ColumnSurvey;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.FillProgress;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.event.HistogramRequest.Coordinate;
import org.dipscope.core.event.ValueProfile;
import org.dipscope.core.problem.ProblemException;

/** Fills the histograms of the builder: a kernel of the live computation. Thread-safe. */
final class HistogramBuild {
  private static final int KEPT = 32;

  private final EventTables tables;
  private final Workers workers;
  private final Map<ProfileKey, ValueProfile> profiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProfileKey, ValueProfile> eldest) {
          return size() > KEPT;
        }
      };

  private record ProfileKey(EventTables.Key table, String expression) {}

  HistogramBuild(EventTables tables, Workers workers) {
    this.tables = tables;
    this.workers = workers;
  }

  /**
   * Fills what is asked for in one pass; what is wrong with the request is part of the answer.
   *
   * @param onPart is given the histograms of the first events now and then
   */
  Built fill(BuildRequest request, Consumer<Built> onPart, CancelToken token) {
    try {
      EventSource source = tables.source(request.table());
      List<Coordinate> coordinates = new ArrayList<>();
      coordinates.add(coordinate(request.x(), request.xBins(), request, source, token));
      String y = request.y();
      if (y != null) {
        coordinates.add(coordinate(y, request.yBins(), request, source, token));
      }
      List<HistogramRequest> wanted =
          request.cuts().stream()
              .map(cut -> new HistogramRequest(coordinates, request.weight(), cut.text()))
              .toList();
      FillProgress progress =
          (done, rows, soFar) -> {
            double part = done / (double) Math.max(done, rows < 0 ? request.rows() : rows);
            if (part < 1 && !token.isCancelled()) {
              onPart.accept(new Built(request, soFar.get(), "", part));
            }
          };
      List<FilledHistogram> filled = HistogramFill.fill(source, wanted, workers, progress, token);
      return new Built(request, filled, "", 1);
    } catch (ProblemException wrong) {
      String words = (wrong.problem().message() + " " + wrong.problem().hint()).strip();
      return new Built(request, List.of(), words, 0);
    }
  }

  private Coordinate coordinate(
      String expression,
      BinningRule rule,
      BuildRequest request,
      EventSource source,
      CancelToken token) {
    ProfileKey key = new ProfileKey(request.table(), expression);
    return new Coordinate(expression, rule.binning(() -> profile(key, source, token)));
  }

  private ValueProfile profile(ProfileKey key, EventSource source, CancelToken token) {
    synchronized (profiles) {
      ValueProfile known = profiles.get(key);
      if (known != null) {
        return known;
      }
    }
    ValueProfile made = ColumnSurvey.profile(source, key.expression(), token);
    synchronized (profiles) {
      profiles.put(key, made);
    }
    return made;
  }
}
