package org.dipscope.core.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.FillProgress;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.event.store.EventStore;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.parquet.DuckDb;
import org.dipscope.core.histogram.Binning;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A histogram of one column with weight and cut, of ten million events with eight columns in a
 * Parquet file (zstd), on two cores, beside the same question in SQL.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EventTableBenchmark {
  private static final int EVENTS = 10_000_000;
  private static final long ROOMY = 1L << 34;
  private static final HistogramRequest REQUEST =
      new HistogramRequest("m", "w", "pt > 25", Binning.uniform(100, 350, 1350));

  private Path folder = Path.of("");
  private Path file = folder;
  private ExecutorService executor = Executors.newSingleThreadExecutor();
  private final Workers workers = Workers.of(executor, 2);
  private EventStore filled = EventStore.open(folder, 0, notice -> {});
  private EventStore empty = filled;
  private DuckDb duck = duck();
  private int looks;

  private static DuckDb duck() {
    try {
      return new DuckDb();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the file, and sees that both ways give the same histogram, every time. */
  @Setup(Level.Trial)
  public void write() throws IOException, SQLException {
    folder = Files.createTempDirectory("dipscope-benchmark");
    file =
        duck.write(
            """
            SELECT 350 + 400 * -ln(1 - u(i, 0)) AS m, 0.5 + u(i, 1) AS w,
              (60 * -ln(1 - u(i, 2)))::FLOAT AS pt, (5 * u(i, 3) - 2.5)::FLOAT AS eta,
              (6.283185307 * u(i, 4) - 3.14159)::FLOAT AS phi, (10 * u(i, 5))::INTEGER AS njet,
              i AS event, u(i, 6) < 0.5 AS tight
            FROM range(%d) t(i)
            """
                .replaceAll("u\\(i, (\\d)\\)", "((hash(i * 8 + $1) >> 11) / 9007199254740992.0)")
                .formatted(EVENTS),
            folder.resolve("events.parquet"),
            "COMPRESSION ZSTD");
    filled = EventStore.open(folder.resolve("filled"), ROOMY, notice -> {});
    FilledHistogram once = fill(filled.events(file, null));
    List<double[]> bins = duckDbSql();
    for (int i = 0; i < bins.size(); i++) {
      double content = once.histogram().contents().get(i);
      if (Math.abs(content - bins.get(i)[1]) > 1e-9 * content) {
        throw new IllegalStateException("bin " + i + ": " + content + ", " + bins.get(i)[1]);
      }
    }
    for (EventSource again : List.of(filled.events(file, null), Formats.events(file, null))) {
      if (!fill(again).equals(once)) {
        throw new IllegalStateException("not the same to the last bit");
      }
    }
  }

  /** A store that has seen nothing. */
  @Setup(Level.Invocation)
  public void forget() {
    empty = EventStore.open(folder.resolve("empty" + looks++), ROOMY, notice -> {});
  }

  /** Removes what a first look kept. */
  @TearDown(Level.Invocation)
  public void remove() throws IOException {
    remove(folder.resolve("empty" + (looks - 1)));
  }

  /** Removes everything. */
  @TearDown(Level.Trial)
  public void close() throws IOException, SQLException {
    executor.shutdownNow();
    duck.close();
    remove(folder);
  }

  private static void remove(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private FilledHistogram fill(EventSource source) {
    return HistogramFill.fill(
            source, List.of(REQUEST), workers, FillProgress.NONE, new CancelToken())
        .getFirst();
  }

  /** Names, types and counts. */
  @Benchmark
  public FileContents open() {
    return Formats.inspect(file, false, new CancelToken());
  }

  /** From the file, keeping nothing. */
  @Benchmark
  public FilledHistogram straightFromParquet() {
    return fill(Formats.events(file, null));
  }

  /** From the file, keeping the three columns. */
  @Benchmark
  public FilledHistogram firstLook() {
    return fill(empty.events(file, null));
  }

  /** From the columns that were kept. */
  @Benchmark
  public FilledHistogram laterLook() {
    return fill(filled.events(file, null));
  }

  /** The same question to the data base, two threads. */
  @Benchmark
  public List<double[]> duckDbSql() throws SQLException {
    return duck.rows(
        """
        SELECT floor((m - 350) / 10) AS bin, sum(w), sum(w * w) FROM '%s'
        WHERE pt > 25 AND NOT isnan(pt) AND m >= 350 AND m < 1350 GROUP BY bin ORDER BY bin
        """
            .formatted(file));
  }
}
