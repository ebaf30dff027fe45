package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class InspectCommandTest {
  @TempDir private Path folder;

  @Test
  void aHistogramIsShownWithItsBinsAndErrors() throws IOException {
    JsonNode report = inspect("low [GeV],high [GeV],count\n300,350,4\n350,450,9\n").json();
    assertThat(report.path("format").asString()).isEqualTo("csv");
    JsonNode histogram = report.path("histograms").get(0);
    assertThat(histogram.propertyNames())
        .containsExactly(
            "name",
            "axes",
            "contents",
            "errorsLow",
            "errorsHigh",
            "underflow",
            "overflow",
            "sumOfWeights");
    assertThat(histogram.path("name").asString()).isEqualTo("file");
    assertThat(histogram.path("axes").get(0).path("edges").toString())
        .isEqualTo("[300.0,350.0,450.0]");
    assertThat(histogram.path("axes").get(0).path("unit").asString()).isEqualTo("GeV");
    assertThat(histogram.path("contents").toString()).isEqualTo("[4.0,9.0]");
    assertThat(histogram.path("errorsHigh").toString()).isEqualTo("[2.0,3.0]");
    assertThat(histogram.path("sumOfWeights").doubleValue()).isEqualTo(13);
  }

  @Test
  void aTableOfEventsIsShownWithStatisticsThatSkipNaN() throws IOException {
    JsonNode table =
        inspect("pt [GeV],kind\n1.5,e\nnan,mu\n4,e\n", "--statistics").json().path("tables").get(0);
    assertThat(table.path("rows").intValue()).isEqualTo(3);
    JsonNode pt = table.path("columns").get(0);
    assertThat(pt.path("type").asString()).isEqualTo("float64");
    assertThat(pt.path("unit").asString()).isEqualTo("GeV");
    assertThat(pt.path("statistics").toString())
        .isEqualTo("{\"values\":2,\"sum\":5.5,\"minimum\":1.5,\"maximum\":4.0}");
    assertThat(table.path("columns").get(1).has("statistics")).isFalse();
  }

  @Test
  void statisticsAreGivenOnlyOnDemand() throws IOException {
    assertThat(inspect("pt,eta\n1.5,2\n").out()).doesNotContain("statistics");
  }

  @Test
  void aBadFileIsNamedWithItsLine() throws IOException {
    Run run = inspect("low,high,count\n300,350,4\n350,450,many\n");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.error().path("line").intValue()).isEqualTo(3);
    assertThat(run.error().path("file").asString()).isEqualTo("file.csv");
    assertThat(run.message()).contains("many");
  }

  @Test
  void aMissingFileIsBadInput() {
    Run run = Run.of("inspect", folder.resolve("nothing.csv").toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.message()).contains("nothing.csv does not exist");
    assertThat(Run.of("inspect", folder.toString()).status()).isEqualTo(3);
    assertThat(Run.of("inspect").status()).isEqualTo(2);
  }

  private Run inspect(String content, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), content);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "inspect";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.of(arguments);
  }
}
