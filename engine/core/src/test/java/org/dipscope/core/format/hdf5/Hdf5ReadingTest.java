package org.dipscope.core.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Formats;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.TableSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class Hdf5ReadingTest {
  @TempDir Path folder;

  private static FileContents inspect(Path file) {
    return Formats.inspect(file, true, new CancelToken());
  }

  private static double sum(TableSummary table) {
    double sum = 0;
    for (ColumnSummary column : table.columns()) {
      sum += column.statistics() == null ? 0 : column.statistics().sum();
    }
    return sum;
  }

  /** All values of the columns, a list as its values. */
  private static List<List<Double>> values(Hdf5Events events, long first, long end) {
    List<List<Double>> values = new ArrayList<>();
    List<Integer> all = IntStream.range(0, events.columns().size()).boxed().toList();
    all.forEach(column -> values.add(new ArrayList<>()));
    events.read(
        all,
        first,
        end,
        batch -> {
          for (int i = 0; i < values.size(); i++) {
            int[] offsets = batch.offsets()[i];
            int size = offsets == null ? batch.size() : offsets[batch.size()];
            Arrays.stream(batch.columns()[i], 0, size).forEach(values.get(i)::add);
          }
        },
        new CancelToken());
    return values;
  }

  /** Sums of all numbers, by numpy. */
  private static final Map<String, Double> SUMS =
      Map.ofEntries(
          Map.entry("both", 1770.0),
          Map.entry("compact", 595.0),
          Map.entry("cube", 9453.0),
          Map.entry("events", 1299.0),
          Map.entry("packed", 1299.0),
          Map.entry("filled", -7.0),
          Map.entry("fixed", 79800.0),
          Map.entry("grow", 44850.0),
          Map.entry("implicit", 595.0),
          Map.entry("labelled", 6.0),
          Map.entry("lists", 18.0),
          Map.entry("matrix", 9453.0),
          Map.entry("never", 36.0),
          Map.entry("scalar", 3.5),
          Map.entry("sideways", 780.0),
          Map.entry("single", 435.0),
          Map.entry("typed", 3.0),
          Map.entry("many", 880.0));

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest"})
  void everyLayoutAndIndexIsRead(String form) throws IOException {
    FileContents contents = inspect(Hdf5Sample.h5py(form, folder));
    Map<String, Double> sums = new LinkedHashMap<>();
    contents.tables().forEach(table -> sums.put(table.name(), sum(table)));
    sums.remove("jets");
    assertThat(sums).containsExactlyInAnyOrderEntriesOf(SUMS);
    assertThat(contents.problems()).hasSize(2);
    assertThat(contents.problems().get(0).message())
        .contains("\"elsewhere\" is in another file, which is not opened");
    assertThat(contents.problems().get(1).message()).contains("references, which are not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest"})
  void everyKindOfElementIsRead(String form) throws IOException {
    Path file = Hdf5Sample.h5py(form, folder);
    FileContents contents = inspect(file);
    assertThat(SharedManifest.table(contents, "jets").columns())
        .extracting(ColumnSummary::name, ColumnSummary::type, ColumnSummary::unit)
        .containsExactly(
            tuple("byte", ColumnType.INTEGER, ""),
            tuple("eta", ColumnType.REAL, ""),
            tuple("good", ColumnType.BOOLEAN, ""),
            tuple("half", ColumnType.REAL, ""),
            tuple("huge", ColumnType.INTEGER, ""),
            tuple("n", ColumnType.INTEGER, ""),
            tuple("name", ColumnType.TEXT, ""),
            tuple("pt", ColumnType.REAL, "GeV"));
    List<List<Double>> second = values(Hdf5Events.open(file, "jets"), 1, 2);
    assertThat(second)
        .containsExactly(
            List.of(231.0),
            List.of(100.25 / 64),
            List.of(0.0),
            List.of(0.25),
            List.of(9.223372036854778E18),
            List.of(-4.0),
            List.of(Double.NaN),
            List.of(100.25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest"})
  void membersAndNamesBecomeColumns(String form) throws IOException {
    Path file = Hdf5Sample.h5py(form, folder);
    assertThat(Hdf5Events.open(file, "events").columns())
        .extracting(EventColumn::name)
        .containsExactly("id", "p4.e", "p4.pz", "v[0]", "v[1]", "tag", "flag");
    assertThat(Hdf5Events.open(file, "labelled").columns())
        .extracting(EventColumn::name)
        .containsExactly("m", "w");
    assertThat(Hdf5Events.open(file, "cube").columns())
        .extracting(EventColumn::name)
        .containsExactly("c0", "c1", "c2", "c3", "c4", "c5");
    assertThat(values(Hdf5Events.open(file, "packed"), 22, 23))
        .startsWith(List.of(22.0), List.of(105.5), List.of(-105.5), List.of(44.0), List.of(45.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest"})
  void elementsOfVariableLengthAreLists(String form) throws IOException {
    Hdf5Events events = Hdf5Events.open(Hdf5Sample.h5py(form, folder), "lists");
    assertThat(events.columns().getFirst().shape()).isEqualTo(EventColumn.Shape.LIST);
    events.read(
        List.of(0),
        batch -> {
          assertThat(batch.size()).isEqualTo(5);
          assertThat(batch.offsets()[0]).containsExactly(0, 0, 1, 3, 6, 6);
          assertThat(Arrays.copyOf(batch.columns()[0], 6)).containsExactly(1, 2, 3, 3, 4, 5);
        },
        new CancelToken());
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest"})
  void rowsInPiecesAreTheRowsOfTheWhole(String form) throws IOException {
    Path file = Hdf5Sample.h5py(form, folder);
    for (TableSummary table : inspect(file).tables()) {
      Hdf5Events events = Hdf5Events.open(file, table.name());
      List<List<Double>> pieces = values(events, 0, 0);
      for (long first = 0; first < events.rows(); first += 7) {
        List<List<Double>> piece = values(events, first, Math.min(events.rows(), first + 7));
        IntStream.range(0, piece.size()).forEach(i -> pieces.get(i).addAll(piece.get(i)));
      }
      assertThat(pieces).as(table.name()).isEqualTo(values(events, 0, events.rows()));
    }
  }

  @Test
  void aUserBlockMayStandInFront() throws IOException {
    byte[] plain = Files.readAllBytes(Hdf5Sample.h5py("latest", folder));
    byte[] behind = new byte[2048 + plain.length];
    System.arraycopy(plain, 0, behind, 2048, plain.length);
    Path file = Files.write(folder.resolve("behind.data"), behind);
    assertThat(inspect(file).tables()).hasSize(SUMS.size() + 1);
    assertThat(Formats.events(file, "grow").columns()).hasSize(1);
  }

  @Test
  void signedEventsAreRecognisedByName() throws IOException {
    Hdf5Sample sample = new Hdf5Sample();
    double[] numbers = {500, 600, 700};
    Map<String, Long> particles = new LinkedHashMap<>();
    for (String name : List.of("top1_pt", "top1_eta", "top2_pt", "top2_eta")) {
      particles.put(name, sample.doubles(sample.data(numbers), 3));
    }
    Map<String, Long> global = new LinkedHashMap<>();
    for (String name : List.of("mttbar", "coupling", "hmass", "lumiWeight")) {
      global.put(name, sample.doubles(sample.data(numbers), 3));
    }
    long labels = sample.group(Map.of("CLASS", sample.doubles(sample.data(0, 1, 1), 3)));
    long inputs =
        sample.group(
            Map.of(
                "EVENT_PARTICLES", sample.group(particles), "EVENT_GLOBAL", sample.group(global)));
    long root = sample.group(Map.of("INPUTS", inputs, "LABELS", labels));
    Path file = Files.write(folder.resolve("signed.h5"), sample.file(root));
    FileContents contents = inspect(file);
    assertThat(contents.tables()).hasSize(1);
    assertThat(contents.tables().getFirst().name()).isEqualTo("events");
    assertThat(contents.tables().getFirst().columns())
        .extracting(column -> column.name() + " " + column.unit())
        .containsExactly(
            "top1_pt GeV",
            "top1_eta ",
            "top2_pt GeV",
            "top2_eta ",
            "mttbar GeV",
            "coupling ",
            "hmass GeV",
            "lumiWeight ",
            "CLASS ");
    assertThat(SharedManifest.statistics(contents, "events", "CLASS").sum()).isEqualTo(2);
    assertThat(contents.problems().getFirst().message())
        .contains("\"INPUTS/EVENT_GLOBAL/hwidth\" is missing; datasets there: ");
  }

  @Test
  void severalThreadsReadRangesOfALargeDataset() throws IOException {
    int rows = 1_000_000;
    double[] numbers = IntStream.range(0, rows).asDoubleStream().toArray();
    Hdf5Sample sample = new Hdf5Sample();
    long dataset = sample.doubles(sample.data(numbers), rows / 4, 4);
    byte[] bytes = sample.file(sample.group(Map.of("events", dataset)));
    EventSource source = Formats.events(Files.write(folder.resolve("large.h5"), bytes), "events");
    Hdf5Events events = (Hdf5Events) source;
    assertThat(events.rows()).isEqualTo(rows / 4);
    double sum =
        LongStream.range(0, 10)
            .parallel()
            .mapToDouble(part -> sumOf(events, part * rows / 40, (part + 1) * rows / 40))
            .sum();
    assertThat(sum).isCloseTo(rows / 4.0 * (rows - 1) / 2, within(1e-3));
  }

  private static double sumOf(Hdf5Events events, long first, long end) {
    double[] sum = new double[1];
    long[] row = {first};
    events.read(
        List.of(3, 0),
        first,
        end,
        batch -> {
          assertThat(batch.columns()[0][0]).isEqualTo(4.0 * row[0] + 3);
          row[0] += batch.size();
          assertThat(row[0] == end || batch.size() == EventBatch.LARGEST).isTrue();
          sum[0] += Arrays.stream(batch.columns()[0], 0, batch.size()).sum() / 2;
          sum[0] += Arrays.stream(batch.columns()[1], 0, batch.size()).sum() / 2;
        },
        new CancelToken());
    return sum[0];
  }
}
