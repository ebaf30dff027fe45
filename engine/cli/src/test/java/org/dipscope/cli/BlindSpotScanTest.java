package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BlindSpotScanTest {
  private static final String POINTS = " --mass 500:600:3 --tan-beta 1:4:2 ";
  private static final String BINS = " --bins 40,350,1350 ";

  @TempDir private Path folder;

  private String data() throws Exception {
    StringBuilder text = new StringBuilder("low,high,counts\n");
    for (int i = 0; i < 40; i++) {
      double low = 350 + 25 * i;
      text.append(low + "," + (low + 25) + "," + Math.rint(1e5 * Math.exp(-i / 8.0)) + "\n");
    }
    return " --data " + Files.writeString(folder.resolve("counts.csv"), text);
  }

  @Test
  void withoutDataAScanTellsWhatABumpHuntWouldMiss() {
    Run run = Run.line("scan --blind-spots profile --systematics none" + BINS + POINTS);
    assertThat(run.status()).isZero();
    JsonNode report = run.json();
    assertThat(report.propertyNames())
        .contains("axes", "hunter", "definition", "searchTo")
        .doesNotContain("twiceDeltaNll");
    assertThat(report.path("expectedZ").size()).isEqualTo(3);
    assertThat(report.path("expectedZ").path(0).size()).isEqualTo(2);
    assertThat(report.path("expectedZ").path(1).path(0).asDouble()).isGreaterThan(5);
    assertThat(report.path("bumpZ").path(1).path(0).asDouble()).isLessThan(2);
    assertThat(report.path("bumpMass").path(1).path(0).asDouble())
        .isGreaterThan(report.path("searchFrom").asDouble());
    assertThat(report.path("dipZ").path(1).path(0).asDouble()).isNegative();
    assertThat(report.path("blind").path(1).path(0).asBoolean()).isTrue();
    assertThat(report.path("blind").path(1).path(1).asBoolean()).isFalse();
    assertThat(report.path("searchFrom").asDouble()).isBetween(450.0, 650.0);
    assertThat(report.path("spuriousZ").asDouble()).isBetween(0.0, 1.5);
  }

  @Test
  void besideALikelihoodTheMapAddsItsKeysAlone() throws Exception {
    String scan = "scan --quality preview" + POINTS + data();
    Run plain = Run.line(scan);
    Run both = Run.line(scan + " --blind-spots known-background --widths 1,2");
    assertThat(both.status()).isZero();
    plain
        .json()
        .properties()
        .forEach(entry -> assertThat(both.json().get(entry.getKey())).isEqualTo(entry.getValue()));
    assertThat(both.json().path("hunter").asString()).isEqualTo("known-background");
    assertThat(both.json().path("searchFrom").asDouble()).isEqualTo(350);
    assertThat(both.json().path("spuriousZ").asDouble()).isZero();
    assertThat(plain.json().has("hunter")).isFalse();
  }

  @Test
  void theNetworkHunts() {
    Run run = Run.line("scan --blind-spots bumpnet --luminosity 36" + BINS + POINTS);
    assertThat(run.status()).isZero();
    assertThat(run.json().path("hunter").asString()).isEqualTo("bumpnet");
    assertThat(run.json().path("bumpZ").path(2).path(1).isNumber()).isTrue();
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    assertThat(Run.line("scan --blind-spots profile" + POINTS).message())
        .isEqualTo("No bins are given.");
    assertThat(Run.line("scan --blind-spots profile" + BINS + POINTS + data()).message())
        .isEqualTo("--data and the option --bins 40,350.0,1350.0 exclude each other.");
    Run widths = Run.line("scan --widths 1" + POINTS + data());
    assertThat(widths.status()).isEqualTo(2);
    assertThat(widths.message()).isEqualTo("--widths need --blind-spots.");
    Run few = Run.line("scan --blind-spots profile --bins 10,350,1350" + POINTS);
    assertThat(few.status()).isEqualTo(1);
    assertThat(few.message()).contains("10 bins: too few for this search");
    assertThat(Run.line("scan --blind-spots nobody" + BINS + POINTS).message()).contains("nobody");
    assertThat(
            Run.line("scan --blind-spots profile" + BINS + "--mass 500:600:3 --tan-beta 1")
                .message())
        .contains("two parameters");
  }
}
