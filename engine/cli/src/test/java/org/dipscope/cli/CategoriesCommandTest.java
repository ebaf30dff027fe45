package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
  void mothersAreKnownBackgroundsForASearch() throws IOException {
    Path plain = folder.resolve("plain.jsonl");
    Path lines = folder.resolve("out.jsonl");
    String file = events(3000).toString();
    Run.of("categories", file, "-o", plain.toString());

    JsonNode report = Run.of("categories", file, "--mothers", "-o", lines.toString()).json();

    assertThat(report.get("mothers").asInt()).isEqualTo(1);
    JsonNode line = JsonMapper.shared().readTree(Files.readString(lines));
    int bins = line.get("counts").size();
    assertThat(line.get("background").size()).isEqualTo(bins);
    JsonNode fit = line.get("backgroundFit");
    assertThat(fit.get("bins").asInt()).isEqualTo(bins);
    assertThat(fit.get("degreesOfFreedom").asInt()).isEqualTo(bins - 5);
    assertThat(fit.get("converged").asBoolean()).isTrue();
    // a Poisson fit with a free factor keeps the number of events
    double entries = sum(line.get("counts"));
    assertThat(sum(line.get("background"))).isCloseTo(entries, within(1e-4 * entries));
    JsonNode known = Run.of("bumps", lines.toString(), "--estimator", "known-background").json();
    assertThat(known.get("z").size()).isEqualTo(bins);
    assertThat(Run.of("bumps", plain.toString(), "--estimator", "known-background").status())
        .isEqualTo(3);
    JsonNode without = JsonMapper.shared().readTree(Files.readString(plain));
    assertThat(without.get("background")).isNull();
    assertThat(without.get("counts")).isEqualTo(line.get("counts"));
  }

  private static double sum(JsonNode numbers) {
    double sum = 0;
    for (JsonNode number : numbers) {
      sum += number.asDouble();
    }
    return sum;
  }

  @Test
  void histogramsGoToRootAndCsvUnderTheirNames() throws IOException {
    String file = events(3000).toString();
    Path root = folder.resolve("out.root");
    Path csv = folder.resolve("out.csv");

    Run.of("categories", file, "--mothers", "-o", root.toString());
    Run.of("categories", file, "-o", csv.toString());

    JsonNode inRoot = Run.of("inspect", root.toString()).json().get("histograms");
    String name = "mass_j0j1_cat_0ex_0mx_0gx_0Zx_0Vx_0Tx_0Hx";
    assertThat(inRoot.get(0).get("name").asString()).isEqualTo("ROI_" + name);
    assertThat(inRoot.get(1).get("name").asString()).isEqualTo("ROI_" + name + "_mother");
    JsonNode inCsv = Run.of("inspect", csv.toString()).json().get("histograms");
    assertThat(inCsv.get(0).get("name").asString()).isEqualTo(name);
    assertThat(inCsv.get(0).get("contents")).isEqualTo(inRoot.get(0).get("contents"));
  }

  @Test
  void weightsScaleContentsAndLeaveSignificances() throws IOException {
    Path file = events(3000);
    Path heavy = folder.resolve("heavy.csv");
    Files.writeString(heavy, Files.readString(file).replace(";toy;1;", ";toy;0.25;"));
    Path lines = folder.resolve("out.jsonl");
    Path weighted = folder.resolve("weighted.jsonl");
    Run.of("categories", heavy.toString(), "-o", lines.toString());

    Run run = Run.of("categories", heavy.toString(), "--weights", "-o", weighted.toString());

    assertThat(run.status()).isZero();
    JsonNode counted = JsonMapper.shared().readTree(Files.readString(lines));
    JsonNode scaled = JsonMapper.shared().readTree(Files.readString(weighted));
    double first = counted.get("counts").get(0).asDouble();
    assertThat(counted.get("errors")).isNull();
    assertThat(scaled.get("counts").get(0).asDouble()).isEqualTo(0.25 * first);
    assertThat(scaled.get("errors").get(0).asDouble())
        .isCloseTo(0.25 * Math.sqrt(first), within(1e-12));
    JsonNode z = Run.of("bumps", lines.toString(), "--estimator", "profile").json();
    JsonNode zWeighted = Run.of("bumps", weighted.toString(), "--estimator", "profile").json();
    assertThat(zWeighted.get("zMax").asDouble()).isCloseTo(z.get("zMax").asDouble(), within(1e-6));
    assertThat(zWeighted.get("effectiveEvents").asDouble())
        .isCloseTo(sum(counted.get("counts")), within(1e-6));
  }

  @Test
  void badRequestsAreNamed() throws IOException {
    String file = events(5).toString();

    assertThat(Run.of("categories").status()).isEqualTo(2);
    assertThat(Run.of("categories", file, "--part", "half").message())
        .isEqualTo("--part: 'half' is no part of the events.");
    assertThat(Run.of("categories", file, "-o", folder.resolve("x.txt").toString()).message())
        .contains("does not say which format to write");
    assertThat(Run.of("categories", file, "--mothers").message())
        .isEqualTo("--mothers has nowhere to go.");
    Path config = Files.writeString(folder.resolve("c.json"), "{\"jets\":1}");
    assertThat(Run.of("categories", file, "--config", config.toString()).status()).isEqualTo(3);
  }
}
