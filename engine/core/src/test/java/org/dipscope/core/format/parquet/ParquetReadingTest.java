package org.dipscope.core.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What another program wrote is read as it reads it. */
@Timeout(60)
class ParquetReadingTest {
  private static final String SELECT =
      """
      SELECT i, (i % 100)::TINYINT AS int8, (i * 6 - 300)::SMALLINT AS int16,
        (i * 70001)::INTEGER AS int32, i * 1000000007 * 1001 AS int64,
        (i % 200)::UTINYINT AS uint8, (60000 + i % 5000)::USMALLINT AS uint16,
        (4000000000 + i)::UINTEGER AS uint32,
        (18000000000000000000 + i * 4096)::UBIGINT AS uint64,
        CASE WHEN i % 7 = 3 THEN NULL ELSE (i * 0.37)::FLOAT END AS real32,
        CASE WHEN i % 50 = 0 THEN 'nan'::DOUBLE ELSE sqrt(i) END AS real64,
        i % 3 = 0 AS truth, CASE WHEN i % 5 = 0 THEN NULL ELSE i % 2 = 0 END AS maybe,
        (i * 0.25 - 100)::DECIMAL(9, 2) AS small_decimal, (i * 12.5)::DECIMAL(18, 3) AS decimal,
        (i * -1234.5)::DECIMAL(30, 4) AS large_decimal, (i % 4)::INTEGER AS few,
        struct_pack(x := i * 2.0, inner := struct_pack(y := i)) AS point
      FROM range(5000) t(i)
      """;
  private static final List<String> NUMBERS =
      List.of(
          "i",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "real32",
          "real64",
          "truth",
          "maybe",
          "small_decimal",
          "decimal",
          "large_decimal",
          "few");

  @TempDir static Path folder;
  private static DuckDb duck;

  @BeforeAll
  static void open() throws SQLException {
    duck = new DuckDb();
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  private static FileContents inspect(Path file) {
    return Formats.inspect(file, true, new CancelToken());
  }

  @ParameterizedTest
  @CsvSource({
    "UNCOMPRESSED,V1",
    "SNAPPY,V1",
    "GZIP,V1",
    "ZSTD,V1",
    "LZ4_RAW,V1",
    "UNCOMPRESSED,V2",
    "SNAPPY,V2",
    "ZSTD,V2",
    "LZ4_RAW,V2"
  })
  void everyTypeAndCodec(String codec, String version) throws SQLException {
    Path file =
        duck.write(
            SELECT,
            folder.resolve(codec + version + ".parquet"),
            "COMPRESSION %s, PARQUET_VERSION %s, ROW_GROUP_SIZE 2048".formatted(codec, version));
    ParquetEvents events = ParquetEvents.open(file, null);
    assertThat(events.rows()).isEqualTo(5000);
    assertThat(events.starts()).containsExactly(0L, 2048L, 4096L);
    List<String> casts = NUMBERS.stream().map(name -> name + "::DOUBLE").toList();
    List<double[]> expected =
        duck.rows("SELECT %s FROM '%s'".formatted(String.join(", ", casts), file));
    for (int column = 0; column < NUMBERS.size(); column++) {
      int at = column;
      assertThat(ReadBack.singles(events, NUMBERS.get(column)))
          .as(NUMBERS.get(column))
          .containsExactlyElementsOf(expected.stream().map(row -> row[at]).toList());
    }
    assertThat(ReadBack.singles(events, "point.x").get(4321)).isEqualTo(8642);
    assertThat(ReadBack.singles(events, "point.inner.y").get(4999)).isEqualTo(4999);
  }

  @Test
  void namesTypesAndUnits() throws SQLException {
    Path file =
        duck.write(
            """
            SELECT 1.5::FLOAT AS "pt [GeV]", 7::BIGINT AS event, true AS tight, 'mu' AS kind,
            DATE '1970-01-11' AS day, TIMESTAMP '1970-01-01 00:00:01.5' AS time,
            TIMESTAMP_NS '1970-01-01 00:00:00.000000007' AS fine, 1.25::DECIMAL(6, 2) AS price,
            TIMESTAMP_MS '1970-01-01 00:00:02' AS coarse
            """,
            folder.resolve("names.parquet"),
            "COMPRESSION ZSTD");
    FileContents contents = inspect(file);
    assertThat(contents.format()).isEqualTo("parquet");
    assertThat(contents.problems()).isEmpty();
    assertThat(contents.tables().getFirst().name()).isEqualTo("names");
    assertThat(contents.tables().getFirst().columns())
        .containsExactly(
            new ColumnSummary("pt [GeV]", ColumnType.REAL, "GeV", only(1.5)),
            new ColumnSummary("event", ColumnType.INTEGER, "", only(7)),
            new ColumnSummary("tight", ColumnType.BOOLEAN, "", only(1)),
            new ColumnSummary("kind", ColumnType.TEXT, "", null),
            new ColumnSummary("day", ColumnType.INTEGER, "d", only(10)),
            new ColumnSummary("time", ColumnType.INTEGER, "µs", only(1_500_000)),
            new ColumnSummary("fine", ColumnType.INTEGER, "ns", only(7)),
            new ColumnSummary("price", ColumnType.REAL, "", only(1.25)),
            new ColumnSummary("coarse", ColumnType.INTEGER, "ms", only(2000)));
    assertThat(ParquetEvents.open(file, "names").columns().get(3).type())
        .isEqualTo(EventColumn.Type.TEXT);
  }

  private static Statistics only(double value) {
    return new Statistics(1, value, value, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1", "V2"})
  void listsHaveOneListPerEvent(String version) throws SQLException {
    Path file =
        duck.write(
            """
            SELECT CASE WHEN i % 11 = 5 THEN NULL ELSE
                [CASE WHEN j = 2 THEN NULL ELSE (i + j)::FLOAT END FOR j IN range(i % 5)] END AS pt,
              [struct_pack(eta := (i - j)::DOUBLE, q := j::TINYINT) FOR j IN range(i % 3)] AS jets,
              map([i], [i * 0.5]) AS pairs, [[i]] AS deep, i
            FROM range(9000) t(i)
            """,
            folder.resolve("lists" + version + ".parquet"),
            "COMPRESSION ZSTD, ROW_GROUP_SIZE 4096, PARQUET_VERSION " + version);
    ParquetEvents events = ParquetEvents.open(file, null);
    assertThat(events.columns().stream().map(EventColumn::name))
        .containsExactly("pt", "jets.eta", "jets.q", "pairs.key", "pairs.value", "i");
    assertThat(inspect(file).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .contains("deep", "lists in lists");
    List<List<Double>> pt = ReadBack.lists(events, "pt", 0, 9000);
    List<List<Double>> eta = ReadBack.lists(events, "jets.eta", 0, 9000);
    for (int i = 0; i < 9000; i++) {
      List<Double> expected = new ArrayList<>();
      for (int j = 0; i % 11 != 5 && j < i % 5; j++) {
        expected.add(j == 2 ? Double.NaN : i + j);
      }
      assertThat(pt.get(i)).isEqualTo(expected);
      assertThat(eta.get(i)).hasSize(i % 3);
      assertThat(eta.get(i)).allMatch(eachEta(i));
    }
    assertThat(ReadBack.lists(events, "pt", 4000, 8300)).isEqualTo(pt.subList(4000, 8300));
    assertThat(ReadBack.lists(events, "pairs.value", 77, 78)).containsExactly(List.of(38.5));
  }

  private static Predicate<Double> eachEta(int i) {
    return eta -> eta <= i && eta > i - 3;
  }

  @Test
  void everyRangeOfRowsIsAPartOfTheWhole() throws SQLException {
    Path file =
        duck.write(
            "SELECT CASE WHEN i % 9 = 0 THEN NULL ELSE i END AS x, i AS n FROM range(20000) t(i)",
            folder.resolve("ranges.parquet"), "COMPRESSION ZSTD, ROW_GROUP_SIZE 4096");
    ParquetEvents events = ParquetEvents.open(file, null);
    List<Double> whole = ReadBack.singles(events, "x");
    for (int[] range :
        new int[][] {{0, 1}, {1, 4096}, {4095, 4097}, {5000, 13000}, {19999, 20000}, {7, 7}}) {
      List<Double> part = new ArrayList<>();
      List<Integer> sizes = new ArrayList<>();
      events.read(
          List.of(1, 0),
          range[0],
          range[1],
          batch -> {
            sizes.add(batch.size());
            for (int i = 0; i < batch.size(); i++) {
              assertThat(batch.columns()[0][i]).isEqualTo(range[0] + part.size());
              part.add(batch.columns()[1][i]);
            }
          },
          new CancelToken());
      assertThat(part).isEqualTo(whole.subList(range[0], range[1]));
      assertThat(sizes.subList(0, Math.max(0, sizes.size() - 1))).allMatch(size -> size == 4096);
    }
  }

  @Test
  void aCutDropsNaNWhateverTheStatisticsOfTheFileSay() throws SQLException {
    Path file =
        duck.write(
            "SELECT CASE WHEN i = 1 THEN 'nan'::DOUBLE ELSE i END AS x FROM range(10) t(i)",
            folder.resolve("nan.parquet"),
            "COMPRESSION ZSTD");
    assertThat(duck.rows("SELECT count(*) FROM '" + file + "' WHERE x > 5").getFirst()[0])
        .as("the data base sorts NaN above all numbers")
        .isEqualTo(5);
    HistogramRequest request = new HistogramRequest("x", null, "x > 5", Binning.uniform(10, 0, 10));
    assertThat(
            HistogramFill.fill(ParquetEvents.open(file, null), request, new CancelToken()).passed())
        .isEqualTo(4);
    assertThat(inspect(file).tables().getFirst().columns().getFirst().statistics())
        .isEqualTo(new Statistics(9, 44, 0, 9));
  }

  @Test
  void brotliIsRefusedByName() throws SQLException {
    Path file =
        duck.write("SELECT 1.5 AS x", folder.resolve("brotli.parquet"), "COMPRESSION BROTLI");
    assertThat(inspect(file).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains("brotli.parquet", "\"x\"", "BROTLI");
              assertThat(problem.hint()).contains("zstd");
            });
  }

  @Test
  void anotherTableAndACancelledReadSaySo() throws SQLException {
    Path file = duck.write("SELECT 1.5 AS x", folder.resolve("one.parquet"), "COMPRESSION ZSTD");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ParquetEvents.open(file, "two"))
        .withMessageContaining("one.parquet")
        .satisfies(e -> assertThat(e.problem().hint()).contains("one"));
    CancelToken token = new CancelToken();
    token.cancel();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> ParquetEvents.open(file, null).read(List.of(0), batch -> {}, token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alltypes_plain.snappy.parquet", "nano_dimuon.parquet"})
  void realFilesHoldWhatIsExpected(String name) {
    JsonNode expected = SharedManifest.expected("files/parquet/" + name);
    FileContents contents = inspect(SharedFiles.format("files/parquet/" + name));
    assertThat(contents.problems()).isEmpty();
    String table = contents.tables().getFirst().name();
    assertThat(contents.tables().getFirst().rows()).isEqualTo(expected.get("rows").asLong());
    assertThat(contents.tables().getFirst().columns()).hasSize(expected.get("columns").asInt());
    for (Map.Entry<String, JsonNode> column : expected.get("column_sums").properties()) {
      Statistics found = SharedManifest.statistics(contents, table, column.getKey());
      assertThat(found.values()).isEqualTo(column.getValue().get("values").asLong());
      double sum = column.getValue().get("sum_finite").asDouble();
      assertThat(found.sum()).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
    }
  }

  @Test
  void aParquetFileUnderAnotherNameIsReadWithANote() {
    FileContents contents = inspect(SharedFiles.format("bad/wrong_extension_is_parquet.root"));
    assertThat(contents.format()).isEqualTo("parquet");
    assertThat(contents.tables().getFirst().rows()).isEqualTo(300);
    assertThat(contents.problems().getFirst().message())
        .contains(
            "wrong_extension_is_parquet.root",
            "content looks like Parquet (PAR1)",
            "extension .root");
  }
}
