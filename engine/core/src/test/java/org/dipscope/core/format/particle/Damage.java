package org.dipscope.core.format.particle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.dipscope.core.problem.ProblemException;

/** Cuts and changes files at random places; every reader must answer or refuse, in time. */
public final class Damage {
  private static final long NANOS = 4_000_000_000L;

  private Damage() {}

  /**
   * Reads many damaged copies of a file for a few seconds at most. Anything but an answer or a
   * problem in the user's words is a failure.
   *
   * @param copy where to write the copies
   */
  public static int tryAll(byte[] good, Path copy, long seed, Consumer<Path> reader)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    long start = System.nanoTime();
    int tried = 0;
    while (tried < 400 && System.nanoTime() - start < NANOS) {
      byte[] bad = tried % 3 == 0 ? cut(good, random) : changed(good, random);
      Files.write(copy, bad);
      try {
        reader.accept(copy);
      } catch (ProblemException e) {
        if (!e.problem().message().contains(copy.getFileName().toString())
            || e.problem().hint().isBlank()) {
          throw new AssertionError("A problem without place or remedy: " + e.problem(), e);
        }
      }
      tried++;
    }
    return tried;
  }

  private static byte[] cut(byte[] good, SplittableRandom random) {
    return Arrays.copyOf(good, random.nextInt(good.length));
  }

  private static byte[] changed(byte[] good, SplittableRandom random) {
    byte[] bad = good.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bad.length);
      switch (random.nextInt(4)) {
        case 0 -> bad[at] = (byte) random.nextInt(256);
        case 1 -> bad[at] = '9';
        case 2 -> bad[at] = '\n';
        default -> {
          int length = Math.min(random.nextInt(200), bad.length - at);
          int from = random.nextInt(bad.length - length);
          System.arraycopy(good, from, bad, at, length);
        }
      }
    }
    return bad;
  }
}
