package org.dipscope.core.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.format.particle.Damage;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class Hdf5BadFilesTest {
  private static final long NANOS = 4_000_000_000L;

  @TempDir Path folder;

  private static FileContents inspect(Path file) {
    return Hdf5Inspection.inspect(file, true, new CancelToken());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("made.h5"), bytes);
  }

  private Path write(Hdf5Sample sample, Map<String, Long> children) throws IOException {
    return write(sample.file(sample.group(children)));
  }

  @Test
  void everyCutIsRefused() throws IOException {
    byte[] good = Files.readAllBytes(Hdf5Sample.h5py("latest", folder));
    for (int length = 0; length < good.length; length += 1 + good.length / 50) {
      Path file = write(Arrays.copyOf(good, length));
      assertThatThrownBy(() -> inspect(file))
          .isInstanceOf(ProblemException.class)
          .hasMessageMatching("(?s)made\\.h5.*(is cut|not an HDF5 file).*");
    }
    Path file = write(Arrays.copyOf(good, good.length - 1));
    assertThatThrownBy(() -> Hdf5Events.open(file, null))
        .hasMessageContaining("it should have %d bytes, but has %d", good.length, good.length - 1);
  }

  @Test
  void absurdLengthsAreRefusedBeforeAllocation() throws IOException {
    Hdf5Sample sample = new Hdf5Sample();
    long many = sample.doubles(Hdf5Sample.NOWHERE, 1L << 50);
    long overflow = sample.doubles(Hdf5Sample.NOWHERE, 1L << 32, 1L << 32);
    long outside = sample.doubles(1000, 1000);
    long good = sample.doubles(sample.data(1, 2), 2);
    Path file =
        write(sample, Map.of("many", many, "overflow", overflow, "outside", outside, "ok", good));
    FileContents contents = inspect(file);
    assertThat(contents.tables()).extracting(TableSummary::name).containsExactly("ok");
    assertThat(contents.problems()).hasSize(3);
    assertThat(contents.problems().get(0).message()).contains("\"many\"", "announces the lengths");
    assertThat(contents.problems().get(1).message()).contains("\"outside\"", "outside the file");
    assertThat(contents.problems().get(2).message()).contains("\"overflow\"", "announces");
  }

  @Test
  void aGroupInItselfIsShownOnce() throws IOException {
    Hdf5Sample sample = new Hdf5Sample();
    long dataset = sample.doubles(sample.data(1, 2), 2);
    Map<String, Long> children = new HashMap<>(Map.of("again", sample.here(), "x", dataset));
    FileContents contents = inspect(write(sample, children));
    assertThat(contents.tables()).extracting(TableSummary::name).containsExactly("x");
    assertThat(contents.problems()).isEmpty();
  }

  @Test
  void groupsNestedWithoutEndAreRefused() throws IOException {
    Hdf5Sample sample = new Hdf5Sample();
    long inner = sample.doubles(sample.data(1, 2), 2);
    for (int i = 0; i < 200; i++) {
      inner = sample.group(Map.of("g", inner));
    }
    Path file = write(sample, Map.of("g", inner));
    assertThatThrownBy(() -> inspect(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nested more than 64 times");
  }

  @Test
  void otherFilesAreNeverOpened() throws IOException {
    Hdf5Sample sample = new Hdf5Sample();
    Path file =
        write(
            sample,
            Map.of(
                "elsewhere",
                sample.elsewhere(3),
                "linked",
                Hdf5Sample.NOWHERE,
                "virtual",
                sample.dataset(Hdf5Sample.layout(4, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 3),
                "x",
                sample.doubles(sample.data(1, 2), 2)));
    FileContents contents = inspect(file);
    assertThat(contents.tables()).extracting(TableSummary::name).containsExactly("x");
    assertThat(contents.problems()).hasSize(3);
    assertThat(contents.problems())
        .allSatisfy(problem -> assertThat(problem.message()).contains("not opened"));
  }

  private static byte[] deflated(byte[] plain) {
    try (Deflater deflater = new Deflater(9)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] packed = new byte[plain.length + 100];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }

  @Test
  void aChunkThatUnpacksToAnotherLengthIsRefused() throws IOException {
    Hdf5Sample sample = new Hdf5Sample();
    byte[] packed = deflated(new byte[1 << 20]);
    Map<String, Long> children = new HashMap<>();
    children.put("short", sample.deflated(packed, 1 << 18, 1 << 18));
    children.put("sound", sample.deflated(packed, 1 << 17, 1 << 17));
    children.put("absurd", sample.deflated(packed, 1 << 30, 1 << 17));
    FileContents contents = inspect(write(sample, children));
    assertThat(contents.tables())
        .extracting(TableSummary::rows)
        .containsExactly(1L << 18, 1L << 17);
    assertThat(contents.problems()).hasSize(2);
    assertThat(contents.problems().get(0).message()).contains("\"absurd\" has chunks of shape");
    assertThat(contents.problems().get(1).message())
        .contains("a chunk of \"short\" at byte", "cannot be unpacked");
  }

  @Test
  void unknownTablesAreListed() throws IOException {
    Path file = Hdf5Sample.h5py("latest", folder);
    assertThatThrownBy(() -> Hdf5Events.open(file, "nope"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("holds no table \"nope\"");
    Hdf5Sample sample = new Hdf5Sample();
    Path empty = write(sample, Map.of());
    assertThat(inspect(empty).tables()).isEmpty();
    assertThatThrownBy(() -> Hdf5Events.open(empty, null)).hasMessageContaining("holds no table");
  }

  @Test
  void aTokenStopsTheReading() throws IOException {
    Path file = Hdf5Sample.h5py("latest", folder);
    CancelToken token = new CancelToken();
    token.cancel();
    assertThatThrownBy(() -> Hdf5Events.open(file, "grow").read(List.of(0), batch -> {}, token))
        .isInstanceOf(java.util.concurrent.CancellationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest"})
  void damagedFilesAreReadOrRefusedButNeverHang(String form) throws IOException {
    byte[] good = Files.readAllBytes(Hdf5Sample.h5py(form, folder));
    Path copy = folder.resolve("damaged.h5");
    assertThat(Damage.tryAll(good, copy, 9, Hdf5BadFilesTest::inspect)).isGreaterThan(20);
    SplittableRandom random = new SplittableRandom(10);
    long start = System.nanoTime();
    int tried = 0;
    while (tried < 2000 && System.nanoTime() - start < NANOS) {
      Files.write(copy, mutated(good.clone(), random));
      try {
        inspect(copy);
      } catch (ProblemException e) {
        assertThat(e.problem().message()).contains("damaged.h5");
        assertThat(e.problem().hint()).isNotBlank();
      }
      tried++;
    }
    assertThat(tried).isGreaterThan(20);
  }

  /** Changes that keep the file's length and aim at its index. */
  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    for (int change = random.nextInt(1, 5); change > 0; change--) {
      int at = random.nextInt(bytes.length - 8);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> Arrays.fill(bytes, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0x7F));
        case 2 -> Arrays.fill(bytes, at, at + 8, (byte) 0);
        default -> System.arraycopy(bytes, random.nextInt(bytes.length - 8), bytes, at, 8);
      }
    }
    return bytes;
  }
}
