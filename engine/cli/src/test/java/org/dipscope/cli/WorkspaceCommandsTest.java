package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** fit, test and limit with the keys of the contract; numbers as in pyhf 0.7 for this example. */
class WorkspaceCommandsTest {
  private static final String TWO_BINS =
      """
      {"channels": [{"name": "singlechannel", "samples": [
        {"name": "signal", "data": [12, 11],
         "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]},
        {"name": "background", "data": [50, 52],
         "modifiers": [{"name": "bkg", "type": "shapesys", "data": [3, 7]}]}]}],
       "observations": [{"name": "singlechannel", "data": [51, 48]}],
       "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
       "version": "1.0.0"}
      """;
  private static final String DIP =
      """
      {"bins": {"signal": [40, 12], "interference": [-75, -10], "background": [93, 60]},
       "observed": [66, 70],
       "nuisances": [{"name": "xs", "type": "norm", "background": {"up": 1.01, "down": 0.99}}]}
      """;

  @TempDir private Path folder;

  @Test
  void aFitHasValuesErrorsMinimaPullsImpactsAndCovariance() throws IOException {
    JsonNode fit = run(TWO_BINS, "fit", "--scan", "mu=0:2:3").json();
    JsonNode mu = fit.path("bestFit").path("mu");
    assertThat(mu.propertyNames()).containsExactly("value", "error", "errorLow", "errorHigh");
    assertThat(mu.path("value").doubleValue()).isZero();
    assertThat(mu.path("errorLow").isNull()).as("at its bound").isTrue();
    assertThat(mu.path("errorHigh").doubleValue()).isPositive();
    assertThat(fit.path("bestFit").propertyNames()).containsExactly("mu", "bkg[0]", "bkg[1]");
    assertThat(fit.path("absoluteTwiceNll").doubleValue()).isCloseTo(24.98393521, within(1e-6));
    assertThat(fit.path("minima").size()).isEqualTo(1);
    assertThat(fit.path("scan").get(1).path("value").doubleValue()).isEqualTo(1);
    assertThat(fit.path("scan").get(1).path("twiceDeltaNll").doubleValue())
        .isCloseTo(3.93824492, within(1e-6));
    assertThat(fit.path("pulls").size()).isEqualTo(2);
    assertThat(fit.path("impacts").get(0).propertyNames())
        .containsExactly("name", "othersHeld", "shifted", "postfit", "prefit");
    assertThat(fit.path("covariance").path("matrix").size()).isEqualTo(3);
    assertThat(fit.path("warnings").get(0).asString()).contains("mu ends at its lower bound");
  }

  @Test
  void parametersCanBeHeldAndChosen() throws IOException {
    JsonNode fit = run(TWO_BINS, "fit", "--fix", "mu=1").json();
    assertThat(fit.path("bestFit").path("mu").path("value").doubleValue()).isEqualTo(1);
    assertThat(fit.path("bestFit").path("mu").path("error").doubleValue()).isZero();
    assertThat(fit.path("bestFit").path("bkg[1]").path("value").doubleValue())
        .isCloseTo(0.87553894, within(1e-5));
    JsonNode other = run(TWO_BINS, "fit", "--poi", "bkg[0]").json();
    assertThat(other.path("poi").asString()).isEqualTo("bkg[0]");
    assertThat(run(TWO_BINS, "fit", "--fix", "nu=1").status()).isEqualTo(2);
    assertThat(run(TWO_BINS, "fit", "--fix", "mu").status()).isEqualTo(2);
    assertThat(run(TWO_BINS, "fit", "--scan", "mu=2").status()).isEqualTo(2);
    assertThat(run(TWO_BINS, "fit", "--poi", "nu").hint()).contains("mu, bkg[0]");
  }

  @Test
  void aScanOverTwoParametersIsASurface() throws IOException {
    JsonNode surface =
        run(TWO_BINS, "fit", "--scan", "mu=0:2:3", "--scan", "bkg[1]=0.8:1.2:5")
            .json()
            .path("surface");
    assertThat(surface.path("axes").get(1).path("name").asString()).isEqualTo("bkg[1]");
    assertThat(surface.path("twiceDeltaNll").size()).isEqualTo(3);
    assertThat(surface.path("twiceDeltaNll").get(0).size()).isEqualTo(5);
  }

  @Test
  void aTestHasAllProbabilities() throws IOException {
    JsonNode test = run(TWO_BINS, "test", "--poi-value", "1", "--statistic", "qtilde").json();
    assertThat(test.propertyNames())
        .startsWith("statistic", "pValue", "significance", "clsb", "clb", "cls", "expected");
    assertThat(test.path("statistic").doubleValue()).isCloseTo(3.938244920380498, within(1e-5));
    assertThat(test.path("cls").doubleValue()).isCloseTo(0.05251497, within(2e-6));
    assertThat(test.path("clsb").doubleValue()).isCloseTo(0.02332496, within(2e-6));
    assertThat(test.path("clb").doubleValue()).isCloseTo(0.44415349, within(2e-5));
    assertThat(test.path("expected").get(2).doubleValue()).isCloseTo(0.06445321, within(3e-6));
    assertThat(test.path("expected").size()).isEqualTo(5);
    JsonNode discovery = run(TWO_BINS, "test", "--statistic", "q0", "--poi-value", "0").json();
    assertThat(discovery.path("significance").doubleValue()).isCloseTo(0, within(1e-6));
    assertThat(discovery.path("pValue").doubleValue()).isCloseTo(0.5, within(1e-6));
    assertThat(run(TWO_BINS, "test").status()).isEqualTo(2);
    assertThat(run(TWO_BINS, "test", "--poi-value", "1", "--statistic", "t").status()).isEqualTo(2);
  }

  @Test
  void toysAgreeWithTheFormulasAndDependOnTheSeedAlone() throws IOException {
    String[] options = {"--poi-value", "1", "--toys", "600", "--seed", "3", "--threads", "2"};
    JsonNode toys = run(TWO_BINS, "test", options).json();
    assertThat(toys.path("cls").doubleValue()).isCloseTo(0.0525, within(0.05));
    assertThat(toys.path("toys").intValue()).isEqualTo(600);
    options[7] = "1";
    assertThat(run(TWO_BINS, "test", options).json().path("clsb")).isEqualTo(toys.path("clsb"));
    assertThat(run(TWO_BINS, "test", "--poi-value", "1", "--toys", "0").status()).isEqualTo(2);
  }

  @Test
  void aLimitIsFoundByRootsOrOnAGrid() throws IOException {
    JsonNode limit = run(TWO_BINS, "limit").json();
    assertThat(limit.path("observed").doubleValue()).isCloseTo(1.0116, within(1e-3));
    assertThat(limit.path("expected").size()).isEqualTo(5);
    JsonNode grid = run(TWO_BINS, "limit", "--scan", "0:5:21").json();
    assertThat(grid.path("observed").doubleValue()).isCloseTo(1.01764089, within(1e-5));
    JsonNode ninety = run(TWO_BINS, "limit", "--level", "0.9").json();
    assertThat(ninety.path("observed").doubleValue())
        .isLessThan(limit.path("observed").doubleValue());
    JsonNode toys = run(TWO_BINS, "limit", "--toys", "150", "--scan", "0.2:3:6").json();
    assertThat(toys.path("observed").doubleValue()).isBetween(0.5, 2.0);
    assertThat(run(TWO_BINS, "limit", "--level", "95").status()).isEqualTo(2);
  }

  @Test
  void interferenceModelsListAllMinima() throws IOException {
    JsonNode fit = run(DIP, "fit", "--scan", "mu=0:3:4").json();
    assertThat(fit.path("minima").size()).isEqualTo(2);
    assertThat(fit.path("minima").get(1).path("twiceDeltaNll").doubleValue()).isPositive();
    assertThat(fit.path("intervals").get(0).path("segments").size()).isPositive();
    for (JsonNode point : fit.path("scan")) {
      assertThat(point.path("twiceDeltaNll").doubleValue()).isNotNegative();
    }
    JsonNode test = run(DIP, "test", "--poi-value", "1").json();
    assertThat(test.path("warnings").get(0).asString()).contains("calibrate with toys");
    assertThat(run(DIP, "test", "--poi-value", "-1").status()).isEqualTo(2);
    assertThat(run(DIP, "fit", "--scan", "mu=-1:1:3").status()).isEqualTo(2);
  }

  @Test
  void badModelsAreNamedWithFileAndLine() throws IOException {
    Run run = run(TWO_BINS.replace("[3, 7]", "[3]"), "fit");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.error().path("line").intValue()).isEqualTo(5);
    assertThat(run.message()).contains("channels[0].samples[1].modifiers[0].data");
    for (String command : List.of("fit", "test --poi-value 1", "limit")) {
      assertThat(Run.line(command + " nothing.json").status()).isEqualTo(3);
      assertThat(Run.line(command).status()).isEqualTo(2);
    }
    assertThat(run("[1, 2]", "fit").status()).isEqualTo(3);
    assertThat(run(TWO_BINS, "fit", "--measurement", "other").message()).contains("other");
    assertThat(run(TWO_BINS, "fit", "--interpolation", "code7").status()).isEqualTo(2);
  }

  private Run run(String document, String command, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), document);
    List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
    arguments.addAll(List.of(options));
    return Run.of(arguments.toArray(String[]::new));
  }
}
