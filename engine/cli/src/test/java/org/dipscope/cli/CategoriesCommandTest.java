package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CategoriesCommandTest {
  @TempDir private Path folder;

  /** Two jets per event, back to back, with masses spread over a decade. */
  private Path events(int events) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < events; i++) {
      double pt = 50e3 * Math.pow(10, (double) i * i / events / events);
      text.append(
          "%d;toy;1;20000;0.5;j,%.6g,%.6g,0.1,0.2;j,%.6g,%.6g,-0.1,3.3;%n"
              .formatted(i, pt * 1.01, pt, pt * 1.01, pt));
    }
    return Files.writeString(folder.resolve("events.csv"), text);
  }

  @Test
  void histogramsAreWrittenAsLinesThatOtherCommandsRead() throws IOException {
    Path lines = folder.resolve("out.jsonl");

    JsonNode report = Run.of("categories", events(3000).toString(), "-o", lines.toString()).json();

    assertThat(report.get("events").asInt()).isEqualTo(3000);
    assertThat(report.get("histograms").asInt()).isEqualTo(1);
    assertThat(report.get("categories").get(0).get("name").asString()).isEqualTo("e0m0g0Z0V0T0H0");
    List<String> written = Files.readAllLines(lines);
    assertThat(written).hasSize(1);
    JsonNode histogram = JsonMapper.shared().readTree(written.getFirst());
    assertThat(histogram.get("id").asString())
        .isEqualTo("mass_j0j1_cat_0ex_0mx_0gx_0Zx_0Vx_0Tx_0Hx");
    assertThat(histogram.get("edges").size()).isEqualTo(histogram.get("counts").size() + 1);
    assertThat(kept(report)).isEqualTo(1);
  }

  private static int kept(JsonNode report) {
    JsonNode flow = report.get("cutFlow");
    return flow.get(flow.size() - 1).get("count").asInt();
  }

  @Test
  void settingsThatWereShownCanBeChangedAndReadAgain() throws IOException {
    String shown = Run.of("categories", "--show-config").out();
    Path config = Files.writeString(folder.resolve("c.json"), shown);
    Path changed = Files.writeString(folder.resolve("d.json"), "{\"jet\":{\"ptGeV\":1000}}");
    String file = events(500).toString();

    assertThat(Run.of("categories", file, "--config", config.toString()).out())
        .isEqualTo(Run.of("categories", file).out());
    assertThat(
            Run.of("categories", file, "--config", changed.toString())
                .json()
                .get("histograms")
                .asInt())
        .isZero();
  }

  @Test
  void aFolderReceivesHistogramsAndSettings() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));

    Run run =
        Run.of("categories", events(500).toString(), "--part", "explore", "-o", out.toString());

    assertThat(run.status()).isZero();
    assertThat(out.resolve("histograms.jsonl")).exists();
    assertThat(Files.readString(out.resolve("config.json"))).contains("\"part\" : \"EXPLORE\"");
  }

  @Test
  void badRequestsAreNamed() throws IOException {
    String file = events(5).toString();

    assertThat(Run.of("categories").status()).isEqualTo(2);
    assertThat(Run.of("categories", file, "--part", "half").message())
        .isEqualTo("--part: 'half' is no part of the events.");
    assertThat(Run.of("categories", file, "-o", folder.resolve("x.root").toString()).message())
        .contains("neither a folder nor a .jsonl file");
    Path config = Files.writeString(folder.resolve("c.json"), "{\"jets\":1}");
    assertThat(Run.of("categories", file, "--config", config.toString()).status()).isEqualTo(3);
  }
}
