package org.dipscope.core.event.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.FillProgress;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.parquet.DuckDb;
import org.dipscope.core.format.parquet.ReadBack;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventStoreTest {
  private static final long ROOMY = 1L << 32;
  private static final int ROWS = 300_000;

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Path parquet;

  private final List<Problem> notices = new ArrayList<>();

  @BeforeAll
  static void write() throws SQLException {
    parquet = shared.resolve("events.parquet");
    try (DuckDb duck = new DuckDb()) {
      duck.write(
          """
          SELECT 350 + (i * 7919 % 100003) / 100.0::DOUBLE AS m, (i % 13)::UTINYINT AS njet,
            (i % 5 - 1)::SMALLINT AS charge, (i * 100)::INTEGER AS number, i * 10000000019 AS event,
            (0.5 + i % 7)::FLOAT AS w, CASE WHEN i % 3 = 0 THEN NULL ELSE i % 200 END AS holes,
            CASE WHEN i < 250000 THEN 1 ELSE 0.1::DOUBLE END AS late, i % 2 = 0 AS tight,
            [(i + j)::FLOAT FOR j IN range(i % 3)] AS pt, 'x' AS label
          FROM range(300000) t(i)
          """,
          parquet, "COMPRESSION ZSTD");
    }
  }

  private EventStore store() {
    return EventStore.open(folder.resolve("cache"), ROOMY, notices::add);
  }

  private static FilledHistogram fill(EventSource source, Workers workers) {
    HistogramRequest request =
        new HistogramRequest("m", "w", "njet > 3 and tight", Binning.uniform(50, 350, 1350));
    return HistogramFill.fill(
            source, List.of(request), workers, FillProgress.NONE, new CancelToken())
        .getFirst();
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private ColumnHeader header(String column) throws IOException {
    return files(".json").stream()
        .flatMap(file -> ColumnHeader.read(file).stream())
        .filter(found -> found.column().name().equals(column))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "njet", "charge", "number", "event", "w", "holes", "late", "tight"})
  void storedColumnsAreThoseOfTheFileToTheLastBit(String column) throws IOException {
    List<Double> expected = ReadBack.singles(Formats.events(parquet, null), column);
    EventStore store = store();
    assertThat(ReadBack.singles(store.events(parquet, null), column)).isEqualTo(expected);
    assertThat(ReadBack.singles(store().events(parquet, null), column)).isEqualTo(expected);
    assertThat(files(".cells")).hasSize(1);
    String narrowest =
        switch (column) {
          case "njet", "tight" -> "U8";
          case "charge" -> "I16";
          case "number" -> "I32";
          case "w", "holes" -> "F32";
          default -> "F64";
        };
    assertThat(header(column).format().name()).isEqualTo(narrowest);
    assertThat(notices).isEmpty();
  }

  @Test
  void listsAndTheirRangesComeBack() {
    IndexedEvents source = (IndexedEvents) Formats.events(parquet, null);
    List<List<Double>> expected = ReadBack.lists(source, "pt", 0, ROWS);
    IndexedEvents stored = (IndexedEvents) store().events(parquet, null);
    assertThat(ReadBack.lists(stored, "pt", 0, ROWS)).isEqualTo(expected);
    assertThat(ReadBack.lists(stored, "pt", 99_999, 140_001))
        .isEqualTo(expected.subList(99_999, 140_001));
  }

  @Test
  void headersDescribeTheColumn() throws IOException {
    ReadBack.singles(store().events(parquet, null), "holes");
    ColumnHeader header = header("holes");
    assertThat(header.rows()).isEqualTo(ROWS);
    assertThat(header.cells())
        .isEqualTo(new CellSummary(200_000, 100_000, 19_900_000, 0, 199, true, true));
  }

  @Test
  void histogramsAreTheSameFromFileAndStoreWithAnyNumberOfThreads() {
    FilledHistogram plain = fill(Formats.events(parquet, null), Workers.callerOnly());
    try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
      for (int threads = 1; threads <= 4; threads++) {
        EventStore store = EventStore.open(folder.resolve("cache" + threads), ROOMY, notices::add);
        Workers workers = Workers.of(executor, threads);
        assertThat(fill(store.events(parquet, null), workers)).isEqualTo(plain);
        assertThat(fill(store.events(parquet, null), workers)).isEqualTo(plain);
      }
    }
    assertThat(plain.passed()).isPositive();
  }

  @Test
  void textFilesAreReadOnceAndThenFromAnyRow() throws IOException {
    Path csv = folder.resolve("events.csv");
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 9000; i++) {
      text.append(String.format(Locale.ROOT, "%d,%.2f%n", i, i * 0.25));
    }
    Files.writeString(csv, text);
    EventStore store = store();
    EventSource first = store.events(csv, null);
    assertThat(first).isNotInstanceOf(IndexedEvents.class);
    List<Double> y = ReadBack.singles(first, "y");
    assertThat(y).hasSize(9000).endsWith(8999 * 0.25);
    EventSource second = store.events(csv, null);
    assertThat(second).isInstanceOf(IndexedEvents.class);
    assertThat(ReadBack.singles(second, "y")).isEqualTo(y);
    assertThat(ReadBack.singles(second, "x")).hasSize(9000).endsWith(8999.0);
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    Path csv = folder.resolve("changing.csv");
    Files.writeString(csv, "x\n1\n2\n");
    EventStore store = store();
    assertThat(ReadBack.singles(store.events(csv, null), "x")).containsExactly(1.0, 2.0);
    Files.writeString(csv, "x\n3\n4\n");
    Files.setLastModifiedTime(csv, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    assertThat(ReadBack.singles(store.events(csv, null), "x")).containsExactly(3.0, 4.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "flipped", "gone", "headerCut", "headerForeign", "pointsOutside"})
  void whateverIsDamagedIsReadAgain(String damage) throws IOException {
    List<Double> expected = ReadBack.singles(store().events(parquet, null), "m");
    Path cells = files(".cells").getFirst();
    Path header = files(".json").getFirst();
    byte[] bytes = Files.readAllBytes(cells);
    switch (damage) {
      case "cut" -> Files.write(cells, Arrays.copyOf(bytes, bytes.length - 8));
      case "flipped" -> {
        bytes[1234] ^= 1;
        Files.write(cells, bytes);
      }
      case "gone" -> Files.delete(cells);
      case "headerCut" -> Files.writeString(header, Files.readString(header).substring(0, 200));
      case "headerForeign" -> Files.writeString(header, "{\"version\": 1, \"rows\": []}");
      default ->
          Files.writeString(
              header,
              Files.readString(header)
                  .replace(cells.getFileName().toString(), "../../../events.parquet"));
    }
    assertThat(ReadBack.singles(store().events(parquet, null), "m")).isEqualTo(expected);
    assertThat(notices).isEmpty();
  }

  @Test
  void aStoreThatCannotBeWrittenStillAnswersAndSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("not-a-folder"), "");
    EventStore store = EventStore.open(file, ROOMY, notices::add);
    FilledHistogram plain = fill(Formats.events(parquet, null), Workers.callerOnly());
    assertThat(fill(store.events(parquet, null), Workers.callerOnly())).isEqualTo(plain);
    assertThat(fill(store.events(parquet, null), Workers.callerOnly())).isEqualTo(plain);
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.message()).contains("events.parquet", "cannot be kept");
              assertThat(notice.hint()).contains("disk space");
            });
  }

  @Test
  void theTableNotUsedForLongestMakesRoom() throws IOException {
    List<Path> copies = new ArrayList<>();
    for (String name : List.of("a.parquet", "b.parquet", "c.parquet")) {
      copies.add(Files.copy(parquet, folder.resolve(name)));
    }
    long perColumn = 8L * ROWS;
    EventStore store =
        EventStore.open(folder.resolve("cache"), 2 * perColumn + 10_000, notices::add);
    ReadBack.singles(store.events(copies.get(0), null), "m");
    ReadBack.singles(store.events(copies.get(1), null), "m");
    age(copies.get(1), store);
    ReadBack.singles(store.events(copies.get(2), null), "m");
    assertThat(store.bytes()).isBetween(2 * perColumn, 2 * perColumn + 10_000);
    assertThat(files(".json").stream().flatMap(file -> ColumnHeader.read(file).stream()))
        .extracting(header -> Path.of(header.source().path()).getFileName().toString())
        .containsExactlyInAnyOrder("a.parquet", "c.parquet");
    assertThat(notices).isEmpty();
    ReadBack.singles(store.events(copies.get(2), null), "event");
    EventSource both = store.events(copies.get(2), null);
    assertThat(ReadBack.singles(both, "late")).hasSize(ROWS);
    assertThat(notices).singleElement().extracting(Problem::message).asString().contains("allowed");
  }

  private static void age(Path file, EventStore store) throws IOException {
    SourceFile source = SourceFile.of(file, Formats.events(file, null).name());
    Files.setLastModifiedTime(
        store.folder().resolve(source.key()), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
  }

  @Test
  void aCancelledLookLeavesNothingAndTheNextOneWorks() throws IOException {
    EventStore store = store();
    CachedEvents events = (CachedEvents) store.events(parquet, null);
    CancelToken token = new CancelToken();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                events.prepare(
                    List.of(0, 1), Workers.callerOnly(), share -> token.cancel(), token));
    assertThat(files(".json")).isEmpty();
    assertThat(files(".cells")).isEmpty();
    ConcurrentLinkedQueue<Double> shares = new ConcurrentLinkedQueue<>();
    events.prepare(List.of(0, 1), Workers.callerOnly(), shares::add, new CancelToken());
    assertThat(List.copyOf(shares)).isSorted().endsWith(1.0);
    assertThat(files(".json")).hasSize(2);
  }

  @Test
  void twoStoresInOneFolderDoNotDisturbEachOther() throws IOException {
    List<Double> expected = ReadBack.singles(Formats.events(parquet, null), "m");
    EventStore one = store();
    EventStore other = store();
    ConcurrentLinkedQueue<List<Double>> read = new ConcurrentLinkedQueue<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      executor.execute(() -> read.add(ReadBack.singles(one.events(parquet, null), "m")));
      executor.execute(() -> read.add(ReadBack.singles(other.events(parquet, null), "m")));
    }
    assertThat(read).hasSize(2).allMatch(expected::equals);
    assertThat(ReadBack.singles(store().events(parquet, null), "m")).isEqualTo(expected);
    assertThat(notices).isEmpty();
  }
}
