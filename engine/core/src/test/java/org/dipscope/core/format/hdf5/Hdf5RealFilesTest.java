package org.dipscope.core.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class Hdf5RealFilesTest {

  private static FileContents inspect(String file) {
    return Formats.inspect(SharedManifest.path(file), true, new CancelToken());
  }

  private static double sum(TableSummary table) {
    double sum = 0;
    for (ColumnSummary column : table.columns()) {
      Statistics statistics = column.statistics();
      sum += statistics == null ? Double.NaN : statistics.sum();
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pylhe-testfile-hpcgen.hdf5", "test_compressed_chunked_datasets_earliest.hdf5"})
  void datasetsAgreeWithAnIndependentReader(String name) {
    FileContents contents = inspect("files/hdf5/" + name);
    JsonNode datasets = SharedManifest.expected("files/hdf5/" + name).get("datasets");
    assertThat(contents.problems()).isEmpty();
    assertThat(contents.tables()).hasSize(datasets.size());
    for (String path : datasets.propertyNames()) {
      JsonNode expected = datasets.get(path);
      TableSummary table = SharedManifest.table(contents, path);
      JsonNode shape = expected.get("shape");
      assertThat(table.rows()).isEqualTo(shape.get(0).asLong());
      assertThat(table.columns()).hasSize(shape.size() > 1 ? shape.get(1).asInt() : 1);
      double total = expected.get("sum_finite").asDouble();
      assertThat(sum(table)).isCloseTo(total, within(1e-14 * Math.abs(total)));
    }
  }

  @Test
  void columnsOfLesHouchesEventsHaveTheirNames() {
    TableSummary particles =
        SharedManifest.table(inspect("files/hdf5/pylhe-testfile-hpcgen.hdf5"), "particles");
    assertThat(particles.columns())
        .extracting(ColumnSummary::name)
        .contains("id", "status", "mother1", "px", "py", "pz", "e", "m");
  }

  @Test
  void lhcOlympicsEventsAreOneTableWithTheLabelLast() {
    String file = "files/hdf5/lhco-tiny-first250.h5";
    JsonNode expected = SharedManifest.expected(file).get("pandas");
    FileContents contents = inspect(file);
    assertThat(contents.tables()).hasSize(1);
    TableSummary frame = SharedManifest.table(contents, "df");
    assertThat(frame.rows()).isEqualTo(250);
    assertThat(frame.columns()).hasSize(2101);
    assertThat(frame.columns().getLast().name()).isEqualTo("2100");
    assertThat(SharedManifest.statistics(contents, "df", "2100").sum())
        .isEqualTo(expected.get("label_column_sum").asDouble());
    assertThat(sum(frame)).isCloseTo(expected.get("sum").asDouble(), within(1e-8));
    List<Double> first = new ArrayList<>();
    Formats.events(SharedManifest.path(file), null)
        .read(
            List.of(0, 1, 2, 3, 4, 5),
            batch -> {
              for (double[] column : batch.columns()) {
                first.add(column[0]);
              }
            },
            new CancelToken());
    for (int i = 0; i < 6; i++) {
      assertThat(first.get(i)).isEqualTo(expected.get("row0_first6").get(i).asDouble());
    }
  }

  @Test
  void aMissingDatasetIsNamed() {
    Path file = SharedManifest.path("bad/hdf5_missing_dataset.hdf5");
    assertThatThrownBy(() -> Formats.inspect(file, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("particles")
        .hasMessageContaining("missing; datasets there: events, init, procInfo, version");
  }

  @Test
  void aWrongSignatureIsShown() {
    Path file = SharedManifest.path("bad/hdf5_signature.hdf5");
    assertThatThrownBy(() -> Formats.inspect(file, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("not an HDF5 file", "signature 89 48 44 46");
  }
}
