package org.dipscope.core.format.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of every format: each is read, or refused in the user's words, in time and within
 * memory. The profile {@code fuzz} runs it for longer, from the files of other projects as well,
 * and from another number: {@code ./mvnw -Pfuzz -Dfuzz.seconds=600 -Dfuzz.start=7 -pl engine/core
 * -am test}. What fails stays in {@code target/fuzz}.
 */
@Timeout(value = 1, unit = TimeUnit.DAYS)
class FuzzTest {
  private static final Duration EACH = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 700L << 20;

  @TempDir private Path folder;

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    long start = Long.getLong("fuzz.start", 20261125);
    boolean shared = Boolean.getBoolean("fuzz.shared");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("fuzz.seconds", 25));
    Map<String, byte[]> seeds = FuzzSeeds.all(folder, shared);
    List<String> names = new ArrayList<>(seeds.keySet());
    SplittableRandom random = new SplittableRandom(start);
    Mutation mutation = new Mutation(random);
    int tried = 0;
    while (System.nanoTime() < end) {
      String name = names.get(tried % names.size());
      byte[] other = seeds.get(names.get(random.nextInt(names.size())));
      byte[] bytes = mutation.of(seeds.get(name), other);
      attempt(name, bytes);
      tried++;
    }
    assertThat(tried).isGreaterThan(names.size());
  }

  @Test
  void theFilesToStartFromAreGood() throws IOException {
    for (Map.Entry<String, byte[]> seed : FuzzSeeds.all(folder, false).entrySet()) {
      attempt(seed.getKey(), seed.getValue());
    }
  }

  private void attempt(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try {
      long used = assertTimeoutPreemptively(EACH, () -> Reading.bytes(file));
      assertThat(used).as("bytes allocated").isLessThan(MOST_BYTES);
    } catch (RuntimeException | Error e) {
      Path kept = Files.createDirectories(Path.of("target/fuzz"));
      Path failed =
          kept.resolve(Integer.toHexString(java.util.Arrays.hashCode(bytes)) + "-" + name);
      Files.write(failed, bytes);
      throw new AssertionError("Reading " + failed + " failed: " + e, e);
    }
  }
}
