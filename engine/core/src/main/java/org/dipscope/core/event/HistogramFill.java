package org.dipscope.core.event;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;

/**
 * Fills histograms from a table of events in one pass. Events are summed in chunks of {@value
 * #CHUNK_ROWS} rows, each in the order of the table, and the chunks are added in their order, with
 * compensated sums: the result is the same to the last bit whatever the file format and the number
 * of threads.
 */
public final class HistogramFill {
  /** Rows that are summed on their own. */
  public static final long CHUNK_ROWS = 1L << 18;

  private final FillPlan plan;
  private final FillMerger merger;
  private final CancelToken token;

  private HistogramFill(FillPlan plan, FillMerger merger, CancelToken token) {
    this.plan = plan;
    this.merger = merger;
    this.token = token;
  }

  /**
   * Fills a histogram.
   *
   * @throws org.dipscope.core.problem.ProblemException if an expression or the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static FilledHistogram fill(
      EventSource source, HistogramRequest request, CancelToken token) {
    return fill(source, List.of(request), Workers.callerOnly(), FillProgress.NONE, token)
        .getFirst();
  }

  /**
   * Fills several histograms in one pass. Expressions that occur in several of them are evaluated
   * once.
   *
   * @param workers who reads and fills, if the table can be read from any row
   * @param progress hears how far it is
   * @return one histogram per request, in their order
   * @throws org.dipscope.core.problem.ProblemException if an expression or the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<FilledHistogram> fill(
      EventSource source,
      List<HistogramRequest> requests,
      Workers workers,
      FillProgress progress,
      CancelToken token) {
    FillPlan plan = new FillPlan(source.columns(), requests);
    long rows = source instanceof IndexedEvents indexed ? indexed.rows() : -1;
    FillMerger merger = new FillMerger(plan, progress, rows);
    HistogramFill fill = new HistogramFill(plan, merger, token);
    if (source instanceof IndexedEvents indexed) {
      indexed.whileOpen(() -> fill.inParallel(indexed, workers));
    } else {
      fill.inOrder(source);
    }
    return merger.result();
  }

  private void inParallel(IndexedEvents events, Workers workers) {
    long rows = events.rows();
    int chunks = Math.toIntExact((rows + CHUNK_ROWS - 1) / CHUNK_ROWS);
    workers.forEachRow(
        chunks,
        token,
        () -> {
          FillWorker worker = new FillWorker(plan);
          return chunk -> chunk(events, worker, chunk);
        });
  }

  private void chunk(IndexedEvents events, FillWorker worker, int chunk) {
    long first = chunk * CHUNK_ROWS;
    long end = Math.min(events.rows(), first + CHUNK_ROWS);
    Place place = new Place(first);
    events.read(
        plan.wanted(),
        first,
        end,
        batch -> {
          worker.evaluate(batch, place.row);
          worker.fill(0, batch.size());
          place.row += batch.size();
        },
        token);
    merger.add(chunk, worker.take(merger.empty()), end);
  }

  private void inOrder(EventSource source) {
    FillWorker worker = new FillWorker(plan);
    Place place = new Place(0);
    source.read(
        plan.wanted(),
        batch -> {
          token.throwIfCancelled();
          worker.evaluate(batch, place.row);
          for (int from = 0; from < batch.size(); ) {
            long left = CHUNK_ROWS - place.row % CHUNK_ROWS;
            int until = (int) Math.min(batch.size(), from + left);
            worker.fill(from, until);
            place.row += until - from;
            from = until;
            if (place.row % CHUNK_ROWS == 0) {
              finish(worker, place.row);
            }
          }
        },
        token);
    if (place.row % CHUNK_ROWS != 0) {
      finish(worker, place.row);
    }
  }

  private void finish(FillWorker worker, long end) {
    int chunk = Math.toIntExact((end - 1) / CHUNK_ROWS);
    merger.add(chunk, worker.take(merger.empty()), end);
  }

  /** The row that comes next. */
  private static final class Place {
    private long row;

    Place(long row) {
      this.row = row;
    }
  }
}
