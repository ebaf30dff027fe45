package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.sample.SampleData;
import org.dipscope.sample.SampleSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePseudoDataTest {
  private static final String COMMAND = "# source: dipscope ";

  @Test
  void theCommandInTheHeaderOfTheShippedPseudoDataWritesItsBytes(@TempDir Path folder)
      throws IOException {
    String shipped = shipped();
    String line =
        shipped.lines().filter(text -> text.startsWith(COMMAND)).findFirst().orElseThrow();
    Path file = folder.resolve("again.csv");
    List<String> arguments = new ArrayList<>(List.of(line.substring(COMMAND.length()).split(" ")));
    arguments.addAll(List.of("--name", "pseudo-data with a pseudoscalar", "-o", file.toString()));
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.status()).isZero();
    assertThat(Files.readString(file)).isEqualTo(shipped);
  }

  private static String shipped() throws IOException {
    try (InputStream stream = SampleData.open(SampleSpectrum.PSEUDO_DATA.file())) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
