package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path folder;

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Dipscope.execute(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream());
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String config(int batches) throws IOException {
    Path file = folder.resolve("config.json");
    Files.writeString(
        file,
        """
        {"channels": 8, "batchSize": 4, "batches": %d, "checkpointEvery": 50,
         "validationHistograms": 10, "bins": [30, 35]}
        """
            .formatted(batches));
    return file.toString();
  }

  @Test
  void trainsGoesOnAndEvaluates() throws IOException {
    String to = folder.resolve("run").toString();
    Run first = run("train", "bumpnet", config(50), "-o", to, "--device", "cpu");
    assertThat(first.status()).isZero();
    JsonNode report = MAPPER.readTree(first.out());
    assertThat(report.path("histograms").asInt()).isEqualTo(200);
    assertThat(report.path("validation").size()).isEqualTo(2);
    List<String> progress = first.err().lines().toList();
    assertThat(MAPPER.readTree(progress.get(1)).path("step").asInt()).isEqualTo(50);

    Run second = run("train", "bumpnet", config(100), "-o", to, "--resume");
    assertThat(second.status()).isZero();
    assertThat(Files.readString(Path.of(to, "curve.jsonl")))
        .contains("{\"step\":50,")
        .contains("{\"step\":100,");

    Run evaluated = run("evaluate", to, "--histograms", "10");
    assertThat(evaluated.status()).isZero();
    JsonNode results = MAPPER.readTree(evaluated.out()).path("results");
    assertThat(results.size()).isEqualTo(9);
    assertThat(results.get(0).path("limit").doubleValue()).isEqualTo(0.43);
  }

  @Test
  void mistakesAreExplained() throws IOException {
    String to = folder.resolve("run").toString();
    assertThat(run("train", "ratio", config(1), "-o", to).status()).isEqualTo(2);
    assertThat(run("train", "bumpnet", config(1), "-o", to, "--device", "tpu").status())
        .isEqualTo(2);
    Run nothing = run("train", "bumpnet", config(1), "-o", to, "--resume");
    assertThat(nothing.status()).isEqualTo(3);
    assertThat(nothing.out()).contains("There is no checkpoint.dsn");
    Path foreign = folder.resolve("foreign.dsn");
    Files.writeString(foreign, "not a network");
    assertThat(run("evaluate", foreign.toString()).status()).isEqualTo(3);
    assertThat(run("evaluate", "--histograms", "0").status()).isEqualTo(2);
  }
}
