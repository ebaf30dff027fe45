package org.dipscope.core.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.particle.Damage;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ParquetDamageTest {
  private static final String SELECT =
      """
      SELECT i * 1.5 AS m, (i % 7)::INTEGER AS k, i * i AS l,
        CASE WHEN i % 3 = 0 THEN NULL ELSE i::FLOAT END AS f, i % 2 = 0 AS b, 'x' || i AS t,
        [j::FLOAT FOR j IN range(i % 4)] AS v, struct_pack(a := i) AS s FROM range(300) r(i)
      """;

  @TempDir Path folder;

  private Path sample(String codec, String version) throws SQLException {
    try (DuckDb duck = new DuckDb()) {
      return duck.write(
          SELECT,
          folder.resolve("good.parquet"),
          "COMPRESSION %s, PARQUET_VERSION %s".formatted(codec, version));
    }
  }

  @ParameterizedTest
  @CsvSource({"SNAPPY,V1", "ZSTD,V2"})
  void everyDamagedFileIsReadOrRefused(String codec, String version)
      throws IOException, SQLException {
    byte[] good = Files.readAllBytes(sample(codec, version));
    int tried =
        Damage.tryAll(
            good,
            folder.resolve("bad.parquet"),
            17,
            file -> {
              FileContents contents = ParquetInspection.inspect(file, true, new CancelToken());
              for (Problem problem : contents.problems()) {
                assertThat(problem.message()).contains("bad.parquet");
              }
            });
    assertThat(tried).isGreaterThan(50);
  }

  /** The footer holds all counts: every one of its bytes is set to several others. */
  @Test
  void everyDamagedFooterIsReadOrRefused() throws IOException, SQLException {
    byte[] good = Files.readAllBytes(sample("UNCOMPRESSED", "V1"));
    int length = PageBytes.int32(good, good.length - 8);
    Path file = folder.resolve("bad.parquet");
    int refused = 0;
    for (int at = good.length - 8 - length; at < good.length; at += 2) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << (at * 5 % 8));
      Files.write(file, bad);
      try {
        refused += ParquetInspection.inspect(file, true, new CancelToken()).problems().size();
      } catch (ProblemException e) {
        assertThat(e.problem().message()).contains("bad.parquet");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(length / 10);
  }

  @Test
  void aDamagedColumnLeavesTheOthersReadable() throws IOException, SQLException {
    byte[] bytes = Files.readAllBytes(sample("ZSTD", "V1"));
    Arrays.fill(bytes, 60, 90, (byte) 0x55);
    Path file = Files.write(folder.resolve("one.parquet"), bytes);
    FileContents contents = Formats.inspect(file, true, new CancelToken());
    assertThat(contents.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("one.parquet", "column \"m\"", "row group 0", "damaged"));
    assertThat(contents.tables().getFirst().columns())
        .filteredOn(column -> column.statistics() != null)
        .hasSize(6);
  }

  @Test
  void aTruncatedFileNamesTheMissingFooter() {
    Path file = SharedFiles.format("bad/parquet_50pct.parquet");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Formats.inspect(file, false, new CancelToken()))
        .withMessageContaining("parquet_50pct.parquet")
        .withMessageContaining("footer / PAR1 end marker missing (truncated)");
  }

  @Test
  void aFileThatChangedSinceItWasOpenedSaysSo() throws IOException, SQLException {
    Path file = sample("ZSTD", "V1");
    ParquetEvents events = ParquetEvents.open(file, null);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ReadBack.singles(events, "m"))
        .withMessageContaining("when it was opened");
  }
}
