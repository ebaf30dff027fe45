package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedTreesTest {
  private static final int ENTRIES = 1000;
  private static final int PER_BASKET = 300;

  @TempDir Path folder;

  private interface EntryWriter {
    void write(ByteSink out, int entry);
  }

  private static List<TreeFixture.Entries> baskets(boolean offsets, EntryWriter writer) {
    List<TreeFixture.Entries> baskets = new ArrayList<>();
    for (int first = 0; first < ENTRIES; first += PER_BASKET) {
      int count = Math.min(PER_BASKET, ENTRIES - first);
      ByteSink out = new ByteSink();
      int[] starts = new int[count];
      for (int i = 0; i < count; i++) {
        starts[i] = out.position();
        writer.write(out, first + i);
      }
      baskets.add(new TreeFixture.Entries(count, out.toArray(), offsets ? starts : null));
    }
    return baskets;
  }

  private static TreeFixture.Leaf leaf(String className, String name) {
    return TreeFixture.Leaf.of(className, name);
  }

  static void write(Path path, UnaryOperator<byte[]> compression) throws IOException {
    TreeFixture.Leaf jagged =
        new TreeFixture.Leaf("TLeafF", "jet_pt", "jet_pt[njet]", 1, false, "njet");
    TreeFixture.Leaf pairs =
        new TreeFixture.Leaf("TLeafF", "pair", "pair[njet][2]", 2, false, "njet");
    TreeFixture.Leaf fixed = new TreeFixture.Leaf("TLeafI", "fixed", "fixed[3]", 3, false, null);
    TreeFixture.Leaf packed =
        new TreeFixture.Leaf("TLeafD32", "packed", "packed[-1,1,16]", 1, false, null);
    TreeFixture.Leaf half = new TreeFixture.Leaf("TLeafF16", "half", "half", 1, false, null);
    new TreeFixture(compression)
        .branch(
            "weight",
            List.of(leaf("TLeafD", "weight")),
            baskets(false, (out, i) -> out.f64(i / 8.0)),
            true)
        .branch(
            "njet",
            List.of(leaf("TLeafI", "njet")),
            baskets(false, (out, i) -> out.i32(i % 4)),
            false)
        .branch("jet_pt", List.of(jagged), baskets(true, GeneratedTreesTest::jets), true)
        .branch(
            "jet_pt_without_positions",
            List.of(jagged),
            baskets(false, GeneratedTreesTest::jets),
            false)
        .branch(
            "pair",
            List.of(pairs),
            baskets(
                true,
                (out, i) -> {
                  jets(out, i);
                  jets(out, i);
                }),
            false)
        .branch(
            "fixed", List.of(fixed), baskets(false, (out, i) -> out.i32(i).i32(-i).i32(7)), false)
        .branch(
            "point",
            List.of(leaf("TLeafD", "x"), leaf("TLeafI", "n"), leaf("TLeafF", "y")),
            baskets(false, (out, i) -> out.f64(i).i32(2 * i).f32(3f * i)),
            false)
        .branch("packed", List.of(packed), baskets(false, (out, i) -> out.i32(i * 65)), false)
        .branch("half", List.of(half), baskets(false, (out, i) -> out.u8(127).i16(1 << 11)), false)
        .branch(
            "text",
            List.of(leaf("TLeafC", "text")),
            baskets(true, (out, i) -> out.text("t" + i)),
            true)
        .write(path, ENTRIES);
  }

  private static void jets(ByteSink out, int entry) {
    IntStream.range(0, entry % 4).forEach(j -> out.f32(10 * entry + j));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "ZL", "ZS", "XZ", "L4"})
  void everyCompressionGivesTheSameValues(String method) throws IOException {
    Path path = folder.resolve(method + ".root");
    // Blocks of 500 bytes, so that every basket has several.
    write(path, method.equals("none") ? plain -> plain : Blocks.of(method, 500));
    try (RootFile file = RootFile.open(path)) {
      RootTable tree = file.table("events");
      assertThat(tree.unread()).isEmpty();
      assertThat(tree.entries()).isEqualTo(ENTRIES);
      RootValues weight = tree.read("weight", 0, ENTRIES);
      RootValues pt = tree.read("jet_pt", 0, ENTRIES);
      RootValues counted = tree.read("jet_pt_without_positions", 0, ENTRIES);
      int[] offsets = Objects.requireNonNull(pt.offsets());
      assertThat(offsets).hasSize(ENTRIES + 1);
      assertThat(counted.offsets()).isEqualTo(offsets);
      for (int i = 0; i < ENTRIES; i++) {
        assertThat(weight.asDouble(i)).isEqualTo(i / 8.0);
        assertThat(offsets[i + 1] - offsets[i]).isEqualTo(i % 4);
        for (int j = 0; j < i % 4; j++) {
          assertThat(pt.asDouble(offsets[i] + j)).isEqualTo(10 * i + j);
          assertThat(counted.asDouble(offsets[i] + j)).isEqualTo(10 * i + j);
        }
      }
    }
  }

  @Test
  void entriesOfEveryShapeAreDecoded() throws IOException {
    Path path = folder.resolve("shapes.root");
    write(path, Blocks.of("ZL", 1 << 20));
    try (RootFile file = RootFile.open(path)) {
      RootTable tree = file.table("events");
      RootValues fixed = tree.read("fixed", 998, 2);
      assertThat(((RootValues.Longs) fixed).values()).containsExactly(998, -998, 7, 999, -999, 7);
      assertThat(tree.read("point.x", 500, 1).asDouble(0)).isEqualTo(500);
      assertThat(tree.read("point.n", 500, 1).asDouble(0)).isEqualTo(1000);
      assertThat(tree.read("point.y", 500, 1).asDouble(0)).isEqualTo(1500);
      assertThat(tree.read("packed", 100, 1).asDouble(0)).isEqualTo(6500 * (2.0 / 65536) - 1);
      assertThat(tree.read("half", 100, 1).asDouble(0)).isEqualTo(1.5);
      assertThat(((RootValues.Texts) tree.read("text", 298, 4)).values())
          .containsExactly("t298", "t299", "t300", "t301");
      RootValues pairs = tree.read("pair", 2, 2);
      assertThat(pairs.offsets()).containsExactly(0, 4, 10);
      assertThat(tree.batch("weight", 0)).isEqualTo(300);
      assertThat(tree.batch("weight", 950)).isEqualTo(1000);
    }
  }
}
