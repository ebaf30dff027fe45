package org.dipscope.core.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.FillProgress;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.histogram.Binning;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Histograms of 10 million events held in memory: a column with a weight and a cut. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FillBenchmark {
  private static final int ROWS = 10_000_000;
  private static final int BINS = 100;
  private static final double HIGH = 1000;
  private static final Binning UNIFORM = Binning.uniform(BINS, 0, HIGH);

  /** How many threads take part. */
  @Param({"1", "2"})
  public int threads;

  private final Columns events = new Columns();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  /** Mass, weight and transverse momentum of every event. */
  private static final class Columns implements IndexedEvents {
    private final double[][] columns = new double[3][ROWS];

    Columns() {
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < ROWS; i++) {
        columns[0][i] = -200 * Math.log(1 - random.nextDouble());
        columns[1][i] = random.nextDouble() - 0.1;
        columns[2][i] = 100 * random.nextDouble();
      }
    }

    @Override
    public String name() {
      return "events";
    }

    @Override
    public List<EventColumn> columns() {
      return List.of(
          new EventColumn("m", "GeV", EventColumn.Type.NUMBER),
          new EventColumn("w", "", EventColumn.Type.NUMBER),
          new EventColumn("pt", "GeV", EventColumn.Type.NUMBER));
    }

    @Override
    public long rows() {
      return ROWS;
    }

    @Override
    public void read(
        List<Integer> wanted,
        long first,
        long end,
        Consumer<EventBatch> consumer,
        CancelToken token) {
      double[][] block = new double[wanted.size()][EventBatch.LARGEST];
      for (int at = (int) first; at < end; at += EventBatch.LARGEST) {
        int size = (int) Math.min(EventBatch.LARGEST, end - at);
        for (int i = 0; i < block.length; i++) {
          System.arraycopy(columns[wanted.get(i)], at, block[i], 0, size);
        }
        consumer.accept(new EventBatch(size, block));
      }
    }
  }

  private List<FilledHistogram> fill(HistogramRequest... requests) {
    Workers workers = threads == 1 ? Workers.callerOnly() : Workers.of(executor, threads);
    return HistogramFill.fill(
        events, List.of(requests), workers, FillProgress.NONE, new CancelToken());
  }

  /** Ends the second thread. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdownNow();
  }

  /** One column, weight and cut, as asked for. */
  @Benchmark
  public Object columnWeightAndCut() {
    return fill(new HistogramRequest("m", "w", "pt > 25", UNIFORM));
  }

  /** The same in bins of unequal width. */
  @Benchmark
  public Object unequalBins() {
    return fill(new HistogramRequest("m", "w", "pt > 25", Binning.logarithmic(BINS, 1, HIGH)));
  }

  /** Three cuts overlaid in one pass. */
  @Benchmark
  public Object threeCuts() {
    return fill(
        new HistogramRequest("m", "w", "pt > 25", UNIFORM),
        new HistogramRequest("m", "w", "pt > 50", UNIFORM),
        new HistogramRequest("m", "w", "pt > 25 && m < 500", UNIFORM));
  }

  /** A column that is computed. */
  @Benchmark
  public Object expression() {
    return fill(new HistogramRequest("sqrt(m * m + pt * pt) / 2", "w", "pt > 25", UNIFORM));
  }

  /** The obvious loop, written for this histogram alone, without compensated sums, one thread. */
  @Benchmark
  public double[][] plain() {
    double[] m = events.columns[0];
    double[] w = events.columns[1];
    double[] pt = events.columns[2];
    double[] sums = new double[BINS];
    double[] squares = new double[BINS];
    for (int i = 0; i < ROWS; i++) {
      if (pt[i] > 25 && m[i] >= 0 && m[i] < HIGH) {
        int bin = (int) (m[i] * (BINS / HIGH));
        sums[bin] += w[i];
        squares[bin] += w[i] * w[i];
      }
    }
    return new double[][] {sums, squares};
  }
}
