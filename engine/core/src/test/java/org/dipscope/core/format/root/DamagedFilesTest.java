package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          root_10pct.root | truncated | 5389 | 538
          root_magic_flipped.root | not a ROOT file | first bytes | 6f 6f 74
          root_tree_90pct.root | truncated | 286260 | 257634
          wrong_extension_is_parquet.root | looks like Parquet | PAR1 | not a ROOT file
          zeros_1k.root | not a ROOT file | zero bytes | root
          """)
  void saysWhatIsWrong(String name, String first, String second, String third) {
    Path path = SharedFiles.format("bad/" + name);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RootFile.open(path))
        .satisfies(
            e -> {
              assertThat(e.problem().message()).contains(name, first, second, third);
              assertThat(e.problem().hint()).isNotBlank();
            });
  }

  @Test
  void oneDamagedBasketLeavesTheOtherBranchesReadable() {
    Path path = SharedFiles.format("bad/root_basket_flipped.root");
    try (RootFile file = RootFile.open(path)) {
      RootTable tree = file.table("events");
      List<String> messages = new ArrayList<>();
      for (RootColumn column : tree.columns()) {
        try {
          tree.read(column.name(), 0, (int) tree.entries());
        } catch (ProblemException e) {
          messages.add(e.problem().message());
        }
      }
      assertThat(messages).hasSize(1);
      assertThat(messages.getFirst())
          .contains("root_basket_flipped.root", "\"Jet_Px\"", "checksum", "at byte 126890");
    }
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] good = Files.readAllBytes(histograms());
    Path path = folder.resolve("cut.root");
    for (int length = 0; length < good.length; length += 1 + length / 40) {
      Files.write(path, Arrays.copyOf(good, length));
      assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> RootFile.open(path));
    }
  }

  @Test
  void aDamagedObjectLeavesTheOthersReadable() throws IOException {
    byte[] bytes = Files.readAllBytes(histograms());
    int name = indexOf(bytes, "first");
    Arrays.fill(bytes, name + 20, name + 60, (byte) 0x7F);
    Path path = folder.resolve("one-damaged.root");
    Files.write(path, bytes);
    try (RootFile file = RootFile.open(path)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> file.histogram("first"))
          .withMessageContaining("first;1")
          .withMessageContaining("at byte");
      assertThat(file.histogram("second").toHistogram()).isEqualTo(RootWriterTest.counts("second"));
    }
  }

  @Test
  void asksForExistingObjectsAndEntries() throws IOException {
    Path path = folder.resolve("tree.root");
    GeneratedTreesTest.write(path, plain -> plain);
    try (RootFile file = RootFile.open(path)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> file.histogram("m_tt"))
          .withMessageContaining("m_tt");
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> file.table("events").read("nope", 0, 1))
          .satisfies(e -> assertThat(e.problem().hint()).contains("weight"));
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> file.table("events").read("weight", 990, 11))
          .withMessageContaining("1000");
    }
  }

  @Test
  void aClosedFileSaysSo() throws IOException {
    Path path = folder.resolve("tree.root");
    GeneratedTreesTest.write(path, plain -> plain);
    RootFile file = RootFile.open(path);
    RootTable tree = file.table("events");
    file.close();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> tree.read("njet", 0, 10))
        .withMessageContaining("closed");
  }

  private Path histograms() {
    Path path = folder.resolve("histograms.root");
    RootWriter.write(
        path,
        List.of(
            RootWriterTest.weighted("first"),
            RootWriterTest.counts("second"),
            RootWriterTest.map("folder/third")));
    return path;
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
