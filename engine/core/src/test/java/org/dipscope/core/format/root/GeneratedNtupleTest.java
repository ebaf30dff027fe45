package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedNtupleTest {
  private static final int ENTRIES = NtupleFixture.ENTRIES;

  @TempDir Path folder;

  private Path written() throws IOException {
    Path path = folder.resolve("ntuple.root");
    NtupleFixture.write(path);
    return path;
  }

  @Test
  void everyEncodingGivesItsValuesAcrossPagesAndClusters() throws IOException {
    try (RootFile file = RootFile.open(written())) {
      RootTable table = file.table("events");
      assertThat(table.entries()).isEqualTo(ENTRIES);
      RootValues mass = table.read("mass", 0, ENTRIES);
      RootValues n = table.read("n", 0, ENTRIES);
      RootValues pair = table.read("pair", 0, ENTRIES);
      RootValues flag = table.read("flag", 0, ENTRIES);
      RootValues trunc = table.read("trunc", 0, ENTRIES);
      RootValues quant = table.read("quant", 0, ENTRIES);
      for (int i = 0; i < ENTRIES; i++) {
        assertThat(mass.asDouble(i)).isEqualTo(NtupleFixture.mass(i));
        assertThat(n.asDouble(i)).isEqualTo(NtupleFixture.n(i));
        assertThat(pair.asDouble(2 * i)).isEqualTo(i);
        assertThat(pair.asDouble(2 * i + 1)).isEqualTo(-i);
        assertThat(flag.asDouble(i)).isEqualTo(i % 2);
        assertThat(trunc.asDouble(i)).isEqualTo(i / 4f);
        assertThat(quant.asDouble(i)).isEqualTo(i);
      }
      assertThat(table.columns().getFirst().unit()).isEqualTo("GeV");
    }
  }

  @Test
  void vectorsKeepTheirEntriesApart() throws IOException {
    try (RootFile file = RootFile.open(written())) {
      RootTable table = file.table("events");
      RootValues pt = table.read("pt", 0, ENTRIES);
      RootValues energy = table.read("jet.e", 0, ENTRIES);
      RootValues id = table.read("jet.id", 25, 10);
      RootValues counts = table.read("npt", 25, 10);
      assertThat(((RootValues.Longs) counts).values())
          .containsExactly(1, 2, 0, 1, 2, 0, 1, 2, 0, 1);
      int[] ends = Objects.requireNonNull(pt.offsets());
      int[] jets = Objects.requireNonNull(energy.offsets());
      for (int i = 0; i < ENTRIES; i++) {
        assertThat(ends[i + 1] - ends[i]).isEqualTo(i % 3);
        assertThat(jets[i + 1] - jets[i]).isEqualTo(i % 2);
        for (int j = 0; j < i % 3; j++) {
          assertThat(pt.asDouble(ends[i] + j)).isEqualTo(NtupleFixture.pt(i, j));
        }
      }
      assertThat(((RootValues.Longs) id).values()).containsExactly(225, 227, 229, 231, 233);
      assertThat(id.offsets()).containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }
  }

  @Test
  void aColumnAddedLaterIsZeroBefore() throws IOException {
    try (RootFile file = RootFile.open(written())) {
      RootValues late = file.table("events").read("late", 28, 4);
      assertThat(((RootValues.Longs) late).values()).containsExactly(0, 0, 1030, 1031);
    }
  }

  @Test
  void nestedVectorsAreNamedAsNotReadable() throws IOException {
    try (RootFile file = RootFile.open(written())) {
      assertThat(file.table("events").unread())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("\"deep\"", "vector"));
    }
  }

  @Test
  void readingPageByPageCoversAllEntries() throws IOException {
    try (RootFile file = RootFile.open(written())) {
      RootTable table = file.table("events");
      double sum = 0;
      int batches = 0;
      for (long first = 0; first < ENTRIES; batches++) {
        long end = table.batch("n", first);
        RootValues values = table.read("n", first, (int) (end - first));
        for (int i = 0; i < values.size(); i++) {
          sum += values.asDouble(i);
        }
        first = end;
      }
      assertThat(batches).isEqualTo(4);
      assertThat(sum).isEqualTo(-25);
    }
  }

  @Test
  void changedBytesAreNoticedByTheirChecksum() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    int found = 0;
    for (int at = 400; at < 1000; at += 100) {
      byte[] changed = bytes.clone();
      changed[at] ^= 4;
      Path path = folder.resolve("changed.root");
      Files.write(path, changed);
      try (RootFile file = RootFile.open(path)) {
        RootTable table = file.table("events");
        for (RootColumn column : table.columns()) {
          table.read(column.name(), 0, ENTRIES);
        }
      } catch (ProblemException e) {
        assertThat(e.getMessage()).contains("checksum");
        found++;
      }
    }
    assertThat(found).isEqualTo(6);
  }

  @Test
  void otherVersionsOfTheFormatAreRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    int anchor =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
            .indexOf("ROOT::RNTuple\u0006events");
    bytes[anchor + 13 + 7 + 7 + 6 + 1] = 2;
    Path path = folder.resolve("version.root");
    Files.write(path, bytes);
    try (RootFile file = RootFile.open(path)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> file.table("events"))
          .withMessageContaining("version 2");
    }
  }
}
