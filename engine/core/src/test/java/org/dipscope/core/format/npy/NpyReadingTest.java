package org.dipscope.core.format.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedManifest;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.format.particle.Damage;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class NpyReadingTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

  @TempDir Path folder;

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("made.npy"), bytes);
  }

  private static FileContents inspect(Path file) {
    return NpyInspection.inspect(file, true, new CancelToken());
  }

  private List<String> cells(byte[] bytes) throws IOException {
    NpyEvents events = NpyEvents.open(write(bytes), null);
    List<String> cells = new ArrayList<>();
    List<Integer> all = new ArrayList<>();
    for (EventColumn column : events.columns()) {
      all.add(all.size());
      cells.add(column.name());
    }
    events.read(
        all,
        batch -> {
          for (int row = 0; row < batch.size(); row++) {
            for (double[] column : batch.columns()) {
              cells.add(String.valueOf(column[row]));
            }
          }
        },
        new CancelToken());
    return cells;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nano_dimuon_rochester.npy", "infogeo_thetagrid_alices.npy"})
  void realArraysAgree(String name) {
    FileContents contents = inspect(SharedManifest.path("files/npy/" + name));
    agree(contents.tables().getFirst(), SharedManifest.expected("files/npy/" + name).get("array"));
  }

  @Test
  void aRealArchiveAgrees() {
    FileContents contents = inspect(SharedManifest.path("files/npy/list.npz"));
    JsonNode arrays = SharedManifest.expected("files/npy/list.npz").get("arrays");
    assertThat(contents.problems()).isEmpty();
    for (String name : arrays.propertyNames()) {
      agree(SharedManifest.table(contents, name), arrays.get(name));
    }
  }

  private static void agree(TableSummary table, JsonNode expected) {
    JsonNode shape = expected.get("shape");
    assertThat(table.rows()).isEqualTo(shape.get(0).asLong());
    assertThat(table.columns()).hasSize(shape.size() > 1 ? shape.get(1).asInt() : 1);
    double sum = 0;
    for (ColumnSummary column : table.columns()) {
      Statistics statistics = column.statistics();
      sum += statistics == null ? Double.NaN : statistics.sum();
    }
    assertThat(sum).isCloseTo(expected.get("sum_finite").asDouble(), within(1e-12));
  }

  @Test
  void rowsRunAlongTheFirstIndexInEitherOrder() throws IOException {
    byte[] six = NpySample.doubles(6, LITTLE);
    assertThat(cells(NpySample.file("'<f8'", false, "(3, 2)", six)))
        .containsExactly("value[0]", "value[1]", "1.0", "2.0", "3.0", "4.0", "5.0", "6.0");
    assertThat(cells(NpySample.file("'<f8'", true, "(3, 2)", six)))
        .containsExactly("value[0]", "value[1]", "1.0", "4.0", "2.0", "5.0", "3.0", "6.0");
    assertThat(cells(NpySample.file("'<f8'", true, "(1, 2, 3)", six)))
        .endsWith("1.0", "3.0", "5.0", "2.0", "4.0", "6.0");
  }

  @Test
  void everyKindOfNumberIsRead() throws IOException {
    assertThat(cells(NpySample.file("'>f8'", false, "()", NpySample.doubles(1, BIG))))
        .containsExactly("value", "1.0");
    byte[] half =
        NpySample.data(4, LITTLE, b -> b.putShort((short) 0x3e00).putShort((short) 0x7c00));
    assertThat(cells(NpySample.file("'<f2'", false, "(2,)", half)))
        .containsExactly("value", "1.5", "Infinity");
    byte[] ones = NpySample.data(8, LITTLE, b -> b.putLong(-1));
    assertThat(cells(NpySample.file("'|u1'", false, "(8,)", ones))).contains("255.0");
    assertThat(cells(NpySample.file("'<i2'", false, "(4,)", ones))).contains("-1.0");
    assertThat(cells(NpySample.file("'<u4'", false, "(2,)", ones))).contains("4.294967295E9");
    assertThat(cells(NpySample.file("'<u8'", false, "(1,)", ones)))
        .contains("1.8446744073709552E19");
    assertThat(cells(NpySample.file("'|b1'", false, "(8,)", ones))).contains("1.0");
    byte[] two = NpySample.doubles(2, LITTLE);
    assertThat(cells(NpySample.file("'<c16'", false, "(1,)", two)))
        .containsExactly("value.re", "value.im", "1.0", "2.0");
  }

  @Test
  void structuredCellsBecomeColumns() throws IOException {
    String type = "[('pt', '>f4'), ('id', '<i4'), ('v', '<i2', (2,)), ('name', 'S2')]";
    byte[] data =
        NpySample.data(
            28,
            BIG,
            b -> {
              for (int i = 0; i < 2; i++) {
                b.order(BIG).putFloat(2.5f + i).order(LITTLE).putInt(-13);
                b.putShort((short) 7).putShort((short) 8).put((byte) 'a').put((byte) 'b');
              }
            });
    byte[] file = NpySample.file(type, false, "(2,)", data);
    assertThat(cells(file))
        .containsExactly(
            "pt", "id", "v[0]", "v[1]", "name", "2.5", "-13.0", "7.0", "8.0", "NaN", "3.5", "-13.0",
            "7.0", "8.0", "NaN");
    assertThat(inspect(write(file)).tables().getFirst().columns().getLast().type())
        .isEqualTo(ColumnType.TEXT);
  }

  @Test
  void countsThatNoFileCanHoldAreRefusedBeforeAllocation() {
    for (String shape : List.of("(9000000000000000,)", "(4000000000, 4000000000)")) {
      assertThatThrownBy(() -> inspect(write(NpySample.file("'<f8'", false, shape, new byte[8]))))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("the data are cut, expected");
    }
  }

  @Test
  void rowsWithoutCellsAreNoRows() throws IOException {
    FileContents contents =
        inspect(write(NpySample.file("'<f8'", false, "(900000000000000000, 0)", new byte[0])));
    assertThat(contents.tables().getFirst().rows()).isZero();
  }

  @Test
  void pickledObjectsAreRefused() throws IOException {
    byte[] plain = NpySample.file("'|O'", false, "(1,)", new byte[8]);
    byte[] inside = NpySample.file("[('a', '<f8'), ('b', '|O')]", false, "(1,)", new byte[16]);
    for (byte[] bytes : List.of(plain, inside)) {
      Path file = write(bytes);
      assertThatThrownBy(() -> inspect(file))
          .isInstanceOf(ProblemException.class)
          .hasMessageContainingAll("object arrays (pickle) are not read", "no code is run");
    }
  }

  @Test
  void realBadFilesGiveTheirMessages() {
    Path cut = SharedManifest.path("bad/npy_10pct_header_ok.npy");
    assertThatThrownBy(() -> inspect(cut))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("expected 10128 bytes, found 1012");
    Path pickled = SharedManifest.path("bad/npy_object_pickle.npy");
    assertThatThrownBy(() -> inspect(pickled))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("object arrays (pickle) are not read", "no code is run");
  }

  @Test
  void archivesGiveTheArraysThatCanBeRead() throws IOException {
    Path file = folder.resolve("made.npz");
    byte[] good = NpySample.file("'<f8'", true, "(3, 2)", NpySample.doubles(6, LITTLE));
    zip(
        file,
        Map.of(
            "mass.npy",
            good,
            "cut.npy",
            NpySample.file("'<f8'", false, "(30,)", new byte[8]),
            "note.txt",
            new byte[] {'h', 'i'}));
    FileContents contents = inspect(file);
    assertThat(contents.tables()).hasSize(1);
    assertThat(SharedManifest.statistics(contents, "mass", "mass[1]").sum()).isEqualTo(15);
    assertThat(contents.problems()).hasSize(2);
    assertThat(contents.problems())
        .allSatisfy(problem -> assertThat(problem.message()).contains("made.npz, entry "));
  }

  private static void zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  @Test
  void damagedFilesAreReadOrRefusedButNeverHang() throws IOException {
    byte[] array = NpySample.file("'<f8'", false, "(3, 2)", NpySample.doubles(6, LITTLE));
    Path archive = folder.resolve("good.npz");
    zip(archive, Map.of("mass.npy", array));
    assertThat(Damage.tryAll(array, folder.resolve("damaged.npy"), 5, NpyReadingTest::inspect))
        .isGreaterThan(50);
    byte[] packed = Files.readAllBytes(archive);
    assertThat(Damage.tryAll(packed, folder.resolve("damaged.npz"), 6, NpyReadingTest::inspect))
        .isGreaterThan(50);
  }
}
