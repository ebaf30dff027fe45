package org.dipscope.core.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.dipscope.core.problem.ProblemException;

/** Cuts and mutates a good file; a reader must read what results or say what is wrong with it. */
public final class DamagedText {
  private static final String TOKENS = "{}[]:,-#&*!|>'\"% \n\t0123456789eE.nabYSx/~<=\u0000\u00ff";

  private DamagedText() {}

  /** Every kind of damage, from a fixed seed. */
  public static void tryAll(String good, Path file, Consumer<Path> reader) throws IOException {
    SplittableRandom random = new SplittableRandom(20261123);
    for (int cut = 0; cut < good.length(); cut += 1 + good.length() / 120) {
      tryOne(good.substring(0, cut), file, reader);
    }
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder(good);
      for (int change = random.nextInt(1, 5); change > 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
          case 1 -> text.deleteCharAt(at);
          case 2 -> text.insert(at, TOKENS.charAt(random.nextInt(TOKENS.length())));
          default -> {
            int end = Math.min(text.length(), at + random.nextInt(1, 80));
            text.insert(random.nextInt(text.length()), text.substring(at, end));
          }
        }
      }
      tryOne(text.toString(), file, reader);
    }
  }

  private static void tryOne(String text, Path file, Consumer<Path> reader) throws IOException {
    Files.write(file, text.getBytes(ISO_8859_1));
    try {
      reader.accept(file);
    } catch (ProblemException e) {
      assertThat(e.problem().message()).isNotBlank();
      assertThat(e.problem().hint()).isNotBlank();
    }
  }
}
