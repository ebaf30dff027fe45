package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SearchCommandsTest {
  private static final String A500 = "--cp A --mass 500 --tan-beta 1 ";

  @TempDir private Path folder;

  @Test
  void anInjectedScalarIsFoundWhereItWasPut() {
    Path data = folder.resolve("asimov.csv");
    run("generate " + A500 + "--bins 20,360,960 --asimov -o " + data);
    JsonNode surface =
        run("scan --data " + data + " --mass 460:540:9 --tan-beta 0.8:1.2:7 --systematics none")
            .json();
    assertThat(surface.propertyNames()).contains("axes", "twiceDeltaNll", "minima", "contours");
    assertThat(surface.path("axes").get(0).path("name").asString()).isEqualTo("mass");
    assertThat(surface.path("axes").get(1).path("name").asString()).isEqualTo("tanBeta");
    assertThat(surface.path("axes").get(1).path("values").size()).isEqualTo(7);
    assertThat(surface.path("twiceDeltaNll").size()).isEqualTo(9);
    assertThat(surface.path("twiceDeltaNll").get(0).size()).isEqualTo(7);
    JsonNode best = surface.path("minima").get(0);
    assertThat(best.path("mass").doubleValue()).isCloseTo(500, within(0.05));
    assertThat(best.path("tanBeta").doubleValue()).isCloseTo(1, within(1e-3));
    assertThat(surface.path("twiceNll").doubleValue()).isCloseTo(0, within(1e-6));
    assertThat(surface.path("twiceDeltaNll").get(4).get(3).doubleValue())
        .isCloseTo(0, within(1e-3));
    assertThat(surface.path("contours").size()).isEqualTo(3);
    JsonNode inner = surface.path("contours").get(0);
    assertThat(inner.path("level").doubleValue()).isEqualTo(2.3);
    JsonNode line = inner.path("polylines").get(0);
    assertThat(line.get(0)).isEqualTo(line.get(line.size() - 1));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Path data = folder.resolve("data.csv");
    run("generate " + A500 + "--bins 12,360,960 -o " + data);
    String scan = "scan --data " + data + " --mass 450:550:5 --coupling 0.5:1.5:5 --width 20";
    assertThat(run(scan + " --threads 1").out()).isEqualTo(run(scan + " --threads 3").out());
  }

  @Test
  void withoutCouplingTheBackgroundIsLeft() {
    Path data = folder.resolve("data.csv");
    run("generate " + A500 + "--bins 12,360,960 -o " + data);
    JsonNode surface =
        run("scan --data " + data + " --mass 450:550:3 --coupling 0:1:3 --quality preview")
            .json()
            .path("twiceDeltaNll");
    assertThat(surface.get(0).get(0).doubleValue()).isPositive();
    assertThat(surface.get(2).get(0).doubleValue())
        .isCloseTo(surface.get(0).get(0).doubleValue(), within(1e-6));
  }

  @Test
  void aMeasuredCrossSectionIsScannedInShape() throws IOException {
    Path data = folder.resolve("measured.csv");
    Files.writeString(
        data,
        """
        low [GeV],high [GeV],value [pb/GeV],stat,sys_low,sys_high,lumi
        350,420,0.29,0.003,0.03,0.03,0.006
        420,500,0.29,0.003,0.03,0.03,0.006
        500,590,0.21,0.002,0.02,0.02,0.004
        590,790,0.10,0.001,0.01,0.01,0.002
        """);
    JsonNode surface =
        run("scan --data " + data + " --mass 450:650:5 --signal-strength 0:4:5 --tan-beta 1")
            .json();
    assertThat(surface.path("minima").size()).isPositive();
    assertThat(surface.path("axes").get(1).path("name").asString()).isEqualTo("signalStrength");
  }

  @Test
  void theSameSeedGivesTheSameFile() throws IOException {
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    Path third = folder.resolve("third.csv");
    String counts = "generate " + A500 + "--edges 360,500,700 ";
    Run run = run(counts + "--seed 5 --threads 1 -o " + first);
    run(counts + "--seed 5 --threads 2 -o " + second);
    run(counts + "--seed 6 -o " + third);
    assertThat(Files.readString(first)).isEqualTo(Files.readString(second));
    assertThat(Files.readString(first)).isNotEqualTo(Files.readString(third));
    assertThat(run.json().path("seed").longValue()).isEqualTo(5);
    assertThat(Files.readString(first))
        .contains("--tan-beta 1.0", "--seed 5", "--efficiency published", "luminosity fb-1: 140");
  }

  @Test
  void theRecordedCommandMakesTheFileAgain() throws IOException {
    Path first = folder.resolve("first.csv");
    Path again = folder.resolve("again.csv");
    Run run =
        run(
            "generate --coupling-odd 0.7 --coupling-even 0.2 --mass 600 --relative-width 0.05"
                + " --bins 5,400,800 --seed 9 -o "
                + first);
    String command = run.json().path("command").asString();
    run(command.replaceFirst("dipscope ", "") + " -o " + again);
    assertThat(Files.readString(again)).isEqualTo(Files.readString(first));
  }

  @Test
  void eventsCarrySignedWeights() {
    Path events = folder.resolve("events.csv");
    run("generate " + A500 + "--events 500 -o " + events);
    JsonNode all =
        run("histogram " + events + " --column m_tt --weight weight --bins 2,345,2000").json();
    JsonNode dip =
        run("histogram "
                + events
                + " --column m_tt --weight weight --cut label==1&&m_tt>505"
                + " --edges 505,600")
            .json();
    assertThat(all.path("sumOfWeights").doubleValue()).isPositive();
    assertThat(dip.path("contents").get(0).doubleValue()).isNegative();
    assertThat(dip.path("read").intValue()).isEqualTo(1000);
  }

  @Test
  void backgroundAloneNeedsNoSignal() {
    Path events = folder.resolve("background.csv");
    JsonNode report =
        run("generate " + A500 + "--signal-strength 0 --events 100 -o " + events).json();
    assertThat(report.path("events").intValue()).isEqualTo(100);
    assertThat(report.path("signalPlusInterference").doubleValue()).isZero();
  }

  @Test
  void aHistogramIsWrittenAndReadBack() {
    Path events = folder.resolve("events.csv");
    Path histogram = folder.resolve("histogram.csv");
    run("generate " + A500 + "--events 50 -o " + events);
    JsonNode filled =
        run("histogram " + events + " --table events --column abs(z) --bins 4,0,1 -o " + histogram)
            .json();
    JsonNode read = run("inspect " + histogram).json().path("histograms").get(0);
    assertThat(read.path("contents")).isEqualTo(filled.path("contents"));
    assertThat(read.path("axes").get(0).path("edges"))
        .isEqualTo(filled.path("axes").get(0).path("edges"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scan --data x.csv --mass 400:600:5 --tan-beta 1 | 2 | A scan needs two parameters given as ranges, not 1.
          scan --data x.csv --mass 400:600 --tan-beta 1 | 2 | --mass: '400:600' is not of the form LO:HI:N.
          scan --data x.csv --mass 400:600:5 --tan-beta 1:2:3 --coupling 1 | 2 | --tan-beta and --coupling exclude each other.
          scan --data x.csv --mass 400:600:5 --signal-strength 0:2:3 | 2 | No coupling is given.
          scan --mass 400:600:5 --tan-beta 1:2:3 | 2 | --data is missing.
          scan --data x.csv --mass 400:600:5 --tan-beta 1:2:3 --systematics all | 2 | --systematics: 'all' is not none or default.
          scan --data nowhere.csv --mass 400:600:5 --tan-beta 1:2:3 | 3 | nowhere.csv does not exist.
          generate --mass 500 --tan-beta 1 -o x.csv | 2 | Neither bins nor events are given.
          generate --mass 400:600:3 --tan-beta 1 --bins 2,400,500 -o x.csv | 2 | --mass is a range.
          generate --mass 500 --tan-beta 1 --bins 2,400,500 -o x.root | 2 | The name x.root does not say which format to write.
          generate --mass 500 --tan-beta 1 --events 10 --asimov -o x.csv | 2 | --asimov is for counts.
          generate --mass 500 --tan-beta 1 --events 0 -o x.csv | 3 | 0 events were asked for.
          histogram nowhere.csv --column x --bins 1,0,1 | 3 | nowhere.csv does not exist.
          histogram nowhere.csv --column x | 2 | No bins are given.
          render nowhere.json -o x.png | 3 | The file nowhere.json does not exist.
          render nowhere.json | 2 | --output is missing.
          """)
  void mistakesAreNamed(String line, int status, String message) {
    Run run = Run.line(line);
    assertThat(run.message()).isEqualTo(message);
    assertThat(run.status()).isEqualTo(status);
  }

  private static Run run(String line) {
    Run run = Run.line(line);
    assertThat(run.status()).as(run.out()).isZero();
    return run;
  }
}
