package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.HistogramFill;
import org.dipscope.core.event.HistogramRequest;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootEventsTest {
  @TempDir Path folder;

  private RootEvents events() throws IOException {
    Path path = folder.resolve("t.root");
    GeneratedTreesTest.write(path, UnaryOperator.identity());
    return RootEvents.open(path, "events");
  }

  private static int column(RootEvents events, String name) {
    return events.columns().stream().map(EventColumn::name).toList().indexOf(name);
  }

  /** Values of some rows, and how many each row has. */
  private static List<Double> read(RootEvents events, String name, long first, long end) {
    List<Double> found = new ArrayList<>();
    events.read(
        List.of(column(events, "weight"), column(events, name)),
        first,
        end,
        batch -> {
          int[] offsets = Objects.requireNonNull(batch.offsets()[1]);
          assertThat(batch.offsets()[0]).isNull();
          for (int i = 0; i < batch.size(); i++) {
            found.add((double) offsets[i + 1] - offsets[i]);
            for (int j = offsets[i]; j < offsets[i + 1]; j++) {
              found.add(batch.columns()[1][j]);
            }
          }
        },
        new CancelToken());
    return found;
  }

  @Test
  void listsHaveTheValuesOfTheirEntriesWhereverReadingStarts() throws IOException {
    RootEvents events = events();
    List<Double> expected = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (int entry = 0; entry < events.rows(); entry++) {
      starts.add(expected.size());
      expected.add((double) (entry % 4));
      for (int j = 0; j < entry % 4; j++) {
        expected.add(10.0 * entry + j);
      }
    }
    starts.add(expected.size());
    int rows = (int) events.rows();
    assertThat(read(events, "jet_pt", 0, rows)).isEqualTo(expected);
    for (int first = 0; first < rows; first += 97) {
      int end = Math.min(rows, first + 131);
      assertThat(read(events, "jet_pt", first, end))
          .isEqualTo(expected.subList(starts.get(first), starts.get(end)));
    }
  }

  @Test
  void expressionsUseListsAndFixedArrays() throws IOException {
    RootEvents events = events();
    assertThat(contents(events, "count(jet_pt)", Binning.of(-0.5, 0.5, 1.5, 2.5, 3.5)))
        .isEqualTo(Values.of(250, 250, 250, 250));
    // entry i holds i, −i and 7
    assertThat(contents(events, "sum(fixed)", Binning.of(6.5, 7.5))).isEqualTo(Values.of(1000));
    assertThat(contents(events, "fixed[0] + fixed[1]", Binning.of(-0.5, 0.5)))
        .isEqualTo(Values.of(1000));
    assertThat(contents(events, "fixed[2] - max(fixed[fixed < 0])", Binning.of(7.5, 8.5)))
        .isEqualTo(Values.of(1));
  }

  private static Values contents(RootEvents events, String column, Binning bins) {
    HistogramRequest request = new HistogramRequest(column, null, null, bins);
    return HistogramFill.fill(events, request, new CancelToken()).histogram().contents();
  }

  @Test
  void severalThreadsReadTheSameFile() throws IOException {
    RootEvents events = events();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Double> expected = read(events, "jet_pt", 0, events.rows());
      events.whileOpen(
          () ->
              Workers.of(executor, 4)
                  .forEachRow(
                      40,
                      new CancelToken(),
                      () ->
                          row ->
                              assertThat(read(events, "jet_pt", 0, events.rows()))
                                  .isEqualTo(expected)));
    } finally {
      executor.shutdownNow();
    }
  }
}
