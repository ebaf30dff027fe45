package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ParallelFillTest {
  private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(4);
  private static final int ROWS = 3 * (1 << 18) + 12_345;
  private static final EventTable TABLE = table();
  private static final List<HistogramRequest> REQUESTS =
      List.of(
          new HistogramRequest("m", "w", "pt > 25", Binning.uniform(100, 0, 500)),
          new HistogramRequest("m", "w", "pt > 50 and m < 400", Binning.uniform(100, 0, 500)),
          new HistogramRequest("sqrt(pt)", null, null, Binning.of(0, 1, 2, 4, 8, 9, 10)),
          new HistogramRequest(
              List.of(
                  new HistogramRequest.Coordinate("m", Binning.uniform(7, 0, 500)),
                  new HistogramRequest.Coordinate("pt", Binning.logarithmic(5, 1, 100))),
              "w",
              "pt < 90"));

  @AfterAll
  static void stop() {
    EXECUTOR.shutdownNow();
  }

  private static EventTable table() {
    SplittableRandom random = new SplittableRandom(1);
    double[] m = random.doubles(ROWS, -10, 520).toArray();
    double[] pt = random.doubles(ROWS, 0, 100).toArray();
    double[] w = random.doubles(ROWS, -0.3, 1).toArray();
    for (int i = 0; i < ROWS; i += 1000) {
      m[i] = Double.NaN;
      pt[i + 1] = Double.NaN;
      w[i + 2] = Double.NaN;
    }
    return new EventTable(
        "events", columns("m", "pt", "w"), List.of(Values.of(m), Values.of(pt), Values.of(w)));
  }

  private static List<EventColumn> columns(String... names) {
    List<EventColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new EventColumn(name, "", EventColumn.Type.NUMBER));
    }
    return columns;
  }

  /** The same events from a file that can only be read in order, in batches of odd sizes. */
  private record InOrder(EventTable table, int batch) implements EventSource {
    @Override
    public String name() {
      return table.name();
    }

    @Override
    public List<EventColumn> columns() {
      return table.columns();
    }

    @Override
    public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
      for (long first = 0; first < table.rows(); first += batch) {
        table.read(wanted, first, Math.min(table.rows(), first + batch), consumer, token);
      }
    }
  }

  private static List<FilledHistogram> fill(EventSource source, Workers workers) {
    return HistogramFill.fill(source, REQUESTS, workers, FillProgress.NONE, new CancelToken());
  }

  @Test
  void everyWayOfReadingGivesTheSameBits() {
    List<FilledHistogram> expected = fill(TABLE, Workers.callerOnly());
    for (int threads = 2; threads <= 4; threads++) {
      assertThat(fill(TABLE, Workers.of(EXECUTOR, threads))).isEqualTo(expected);
    }
    assertThat(fill(new InOrder(TABLE, 4096), Workers.callerOnly())).isEqualTo(expected);
    assertThat(fill(new InOrder(TABLE, 1001), Workers.callerOnly())).isEqualTo(expected);
    for (int i = 0; i < REQUESTS.size(); i++) {
      assertThat(HistogramFill.fill(TABLE, REQUESTS.get(i), new CancelToken()))
          .isEqualTo(expected.get(i));
    }
  }

  @Test
  void contentsAgreeWithThePlainLoop() {
    FilledHistogram filled = fill(TABLE, Workers.of(EXECUTOR, 2)).getFirst();
    Binning binning = REQUESTS.getFirst().coordinates().getFirst().binning();
    double[] sums = new double[100];
    double[] squares = new double[100];
    long passed = 0;
    long missing = 0;
    for (int i = 0; i < ROWS; i++) {
      if (TABLE.get(i, 1) > 25) {
        passed++;
        double m = TABLE.get(i, 0);
        double w = TABLE.get(i, 2);
        if (Double.isNaN(m) || Double.isNaN(w)) {
          missing++;
        } else if (binning.indexOf(m) >= 0) {
          sums[binning.indexOf(m)] += w;
          squares[binning.indexOf(m)] += w * w;
        }
      }
    }
    assertThat(filled.read()).isEqualTo(ROWS);
    assertThat(filled.passed()).isEqualTo(passed);
    assertThat(filled.notNumbers()).isEqualTo(missing).isPositive();
    Histogram histogram = filled.histogram();
    for (int i = 0; i < 100; i++) {
      assertThat(histogram.contents().get(i)).isCloseTo(sums[i], within(1e-8));
      assertThat(histogram.errorsLow().get(i)).isCloseTo(Math.sqrt(squares[i]), within(1e-9));
    }
  }

  @Test
  void twoDimensionsAddUpToOne() {
    CancelToken token = new CancelToken();
    EventTable events =
        new EventTable(
            "e",
            columns("x", "y", "w"),
            List.of(
                Values.of(0, 0.5, 1, 2, 5, Double.NaN, 0),
                Values.of(10, 11, 12, 10, 10, 10, 99),
                Values.of(1, 2, 3, 4, 5, 6, 7)));
    FilledHistogram filled =
        HistogramFill.fill(
            events,
            new HistogramRequest(
                List.of(
                    new HistogramRequest.Coordinate("x", Binning.of(0, 1, 2)),
                    new HistogramRequest.Coordinate("y", Binning.of(10, 11, 12))),
                "w",
                null),
            token);
    // rows of x; within each the bins of y: (0,10) w=1, (0.5,11) w=2, (1,12) w=3, (2,10) w=4
    assertThat(filled.histogram().contents()).isEqualTo(Values.of(1, 2, 4, 3));
    assertThat(filled.histogram().errorsHigh().get(2)).isEqualTo(4);
    assertThat(filled.histogram().overflow()).isEqualTo(12);
    assertThat(filled.histogram().axes().get(1).label()).isEqualTo("y");
    assertThat(filled.notNumbers()).isEqualTo(1);
    assertThat(filled.passed()).isEqualTo(7);
  }

  @Test
  void listsFillAllTheirValues() {
    EventColumn.Type number = EventColumn.Type.NUMBER;
    EventTable events =
        EventTable.ofLists(
            "e",
            List.of(
                new EventColumn("pt", "", number, EventColumn.Shape.LIST),
                new EventColumn("sf", "", number, EventColumn.Shape.LIST),
                new EventColumn("w", "", number),
                new EventColumn("other", "", number, EventColumn.Shape.LIST)),
            List.of(
                List.of(Values.of(1, 2, 3), Values.EMPTY, Values.of(2)),
                List.of(Values.of(10, 20, 30), Values.EMPTY, Values.of(40)),
                List.of(Values.of(1), Values.of(1), Values.of(0.5)),
                List.of(Values.of(1), Values.EMPTY, Values.of(1))));
    Binning bins = Binning.of(0.5, 1.5, 2.5, 3.5);
    assertThat(contents(events, "pt", null, null, bins)).isEqualTo(Values.of(1, 2, 1));
    assertThat(contents(events, "pt", "w", null, bins)).isEqualTo(Values.of(1, 1.5, 1));
    assertThat(contents(events, "pt", "w * sf", null, bins)).isEqualTo(Values.of(10, 40, 30));
    assertThat(contents(events, "pt", "w", "pt > 1", bins)).isEqualTo(Values.of(0, 1.5, 1));
    assertThat(contents(events, "pt", null, "w < 1", bins)).isEqualTo(Values.of(0, 1, 0));
    assertThat(contents(events, "count(pt)", "w", "any(pt > 2)", bins))
        .isEqualTo(Values.of(0, 0, 1));
    assertThatThrownBy(() -> contents(events, "pt", "other", null, bins))
        .hasMessageContaining("\"other\" has 1 elements in event 0")
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.BAD_INPUT));
    assertThatThrownBy(() -> contents(events, "w", null, "pt > 1", bins))
        .hasMessageContaining("the cut is a list");
    assertThatThrownBy(() -> contents(events, "w", "pt", null, bins))
        .hasMessageContaining("the weight is a list");
  }

  private static Values contents(
      EventTable events,
      String column,
      @org.jspecify.annotations.Nullable String weight,
      @org.jspecify.annotations.Nullable String cut,
      Binning bins) {
    HistogramRequest request = new HistogramRequest(column, weight, cut, bins);
    return HistogramFill.fill(events, request, new CancelToken()).histogram().contents();
  }

  @Test
  void progressShowsWhatIsThere() {
    List<Long> done = new ArrayList<>();
    List<Long> read = new ArrayList<>();
    FillProgress progress =
        (rows, total, soFar) -> {
          assertThat(total).isEqualTo(ROWS);
          done.add(rows);
          read.add(soFar.get().getFirst().read());
        };
    HistogramFill.fill(TABLE, REQUESTS, Workers.of(EXECUTOR, 3), progress, new CancelToken());
    long chunk = HistogramFill.CHUNK_ROWS;
    assertThat(done).containsExactly(chunk, 2 * chunk, 3 * chunk, (long) ROWS);
    assertThat(read).isEqualTo(done);
  }

  @Test
  void fillingCanBeCancelled() {
    CancelToken token = new CancelToken();
    FillProgress progress = (rows, total, soFar) -> token.cancel();
    assertThatThrownBy(
            () -> HistogramFill.fill(TABLE, REQUESTS, Workers.callerOnly(), progress, token))
        .isInstanceOf(CancellationException.class);
    CancelToken other = new CancelToken();
    EventSource inOrder = new InOrder(TABLE, 4096);
    FillProgress again = (rows, total, soFar) -> other.cancel();
    assertThatThrownBy(
            () -> HistogramFill.fill(inOrder, REQUESTS, Workers.callerOnly(), again, other))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void binsOfEveryKindAgreeWithTheBinning() {
    SplittableRandom random = new SplittableRandom(4);
    List<Binning> binnings =
        List.of(
            Binning.logarithmic(500, 1e-3, 1e6),
            Binning.of(0, 1e-9, 1, 1e9),
            Binning.of(-5, -1, 0, 0.5, 7),
            Binning.uniform(33, -1, 2));
    for (Binning binning : binnings) {
      AxisBins bins = new AxisBins(binning);
      for (double edge : binning.edges()) {
        for (double x : new double[] {Math.nextDown(edge), edge, Math.nextUp(edge)}) {
          assertThat(bins.slot(x)).as("%s in %s", x, binning).isEqualTo(slot(binning, x));
        }
      }
      for (int i = 0; i < 5000; i++) {
        double x =
            binning.low(0)
                + (binning.high(binning.count() - 1) - binning.low(0))
                    * Math.pow(random.nextDouble() * 1.1 - 0.05, 5);
        assertThat(bins.slot(x)).isEqualTo(slot(binning, x));
      }
      assertThat(bins.slot(Double.NaN)).isEqualTo(-1);
      assertThat(bins.slot(Double.NEGATIVE_INFINITY)).isZero();
    }
  }

  private static int slot(Binning binning, double x) {
    int bin = binning.indexOf(x);
    return bin >= 0 ? bin + 1 : x < binning.low(0) ? 0 : binning.count() + 1;
  }

  @Test
  void absurdRequestsAreRefused() {
    Binning fine = Binning.uniform(2000, 0, 1);
    HistogramRequest.Coordinate along = new HistogramRequest.Coordinate("m", fine);
    assertThatThrownBy(() -> new HistogramRequest(List.of(along, along), null, null))
        .hasMessageContaining("4000000 bins");
    assertThatThrownBy(() -> new HistogramRequest(List.of(along, along, along), null, null))
        .hasMessageContaining("3 columns");
  }
}
