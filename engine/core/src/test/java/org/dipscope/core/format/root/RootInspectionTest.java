package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.histogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootInspectionTest {
  @TempDir Path folder;

  @Test
  void listsHistogramsByTheirPath() {
    Path path = folder.resolve("h.root");
    RootWriter.write(path, List.of(RootWriterTest.counts("a/b/c"), RootWriterTest.map("m")));
    FileContents contents = RootInspection.inspect(path, true, new CancelToken());
    assertThat(contents.format()).isEqualTo("root");
    assertThat(contents.histograms()).extracting(Histogram::name).containsExactly("m", "a/b/c");
    assertThat(contents.problems()).isEmpty();
  }

  @Test
  void countsTheValuesOfJaggedColumns() throws IOException {
    Path path = folder.resolve("t.root");
    GeneratedTreesTest.write(path, Blocks.of("ZL", 1 << 20));
    TableSummary table = RootInspection.inspect(path, true, new CancelToken()).tables().getFirst();
    assertThat(table.rows()).isEqualTo(1000);
    ColumnSummary jets = column(table, "jet_pt");
    Statistics statistics = Objects.requireNonNull(jets.statistics());
    assertThat(jets.type()).isEqualTo(ColumnType.REAL);
    assertThat(statistics.values()).isEqualTo(1500);
    assertThat(statistics.sum()).isCloseTo(7_506_000, within(1e-6));
    assertThat(statistics.maximum()).isEqualTo(9992);
    assertThat(column(table, "text").statistics()).isNull();
  }

  private static ColumnSummary column(TableSummary table, String name) {
    return table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void graphsWhosePointsTouchAreHistograms() {
    Path path = SharedFiles.format("files/root-hist/hepdata-full.root");
    FileContents contents = RootInspection.inspect(path, false, new CancelToken());
    Histogram graph = histogram(contents, "Table 3/Graph1D_y1");
    Histogram bins = histogram(contents, "Table 3/Hist1D_y1");
    assertThat(graph.axis()).isEqualTo(bins.axis());
    assertThat(graph.contents()).isEqualTo(bins.contents());
    assertThat(graph.errorsLow().get(0))
        .isCloseTo(Math.sqrt(1100.0 * 1100 + 79 * 79 + 15 * 15), within(1e-9));
    assertThat(bins.axis().unit()).isEqualTo("GEV");
  }

  private static Histogram histogram(FileContents contents, String name) {
    return contents.histograms().stream()
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void treesAreEventsWithOneColumnPerPositionOfAnArray() throws IOException {
    Path path = folder.resolve("t.root");
    GeneratedTreesTest.write(path, Blocks.of("L4", 1 << 20));
    RootEvents events = RootEvents.open(path, "events");
    List<String> names = events.columns().stream().map(EventColumn::name).toList();
    assertThat(names).contains("weight", "fixed[0]", "fixed[2]", "point.x", "jet_pt");
    assertThat(events.columns().get(names.indexOf("jet_pt")).shape())
        .isEqualTo(EventColumn.Shape.LIST);
    double[] sums = new double[3];
    events.read(
        List.of(names.indexOf("weight"), names.indexOf("fixed[1]"), names.indexOf("point.y")),
        batch -> {
          for (int c = 0; c < sums.length; c++) {
            for (int i = 0; i < batch.size(); i++) {
              sums[c] += batch.columns()[c][i];
            }
          }
        },
        new CancelToken());
    assertThat(sums).containsExactly(62437.5, -499500, 1498500);
  }
}
