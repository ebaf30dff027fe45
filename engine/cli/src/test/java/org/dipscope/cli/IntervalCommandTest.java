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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * interval with the keys of the contract. The numbers are those of an independent brute-force
 * construction with 40 000 toys per strength, and of an exact enumeration (see PROVENANCE.md of the
 * neyman package).
 */
class IntervalCommandTest {
  private static final String PEAK =
      """
      {"bins": {
        "signal": [0.028, 0.106, 0.334, 0.889, 2.002, 3.815, 6.151, 8.391, 9.683, 9.455, 7.81,
          5.459, 3.228, 1.615, 0.683, 0.245, 0.074, 0.019, 0.004, 0.001],
        "background": [169.066, 205.935, 271.196, 338.455, 365.081, 327.142, 242.804, 154.102,
          90.748, 56.435, 40.684, 33.217, 28.672, 25.148, 22.13, 19.484, 17.155, 15.105, 13.3,
          11.711]},
       "observed": %s}
      """;
  private static final String EXPECTED =
      "[169.094, 206.041, 271.53, 339.344, 367.083, 330.957, 248.955, 162.493, 100.431, 65.89,"
          + " 48.494, 38.676, 31.9, 26.763, 22.813, 19.729, 17.229, 15.124, 13.304, 11.712]";
  private static final String DRAWN =
      "[169, 206, 277, 327, 365, 365, 240, 153, 120, 73, 44, 38, 31, 28, 25, 15, 14, 9, 14, 10]";
  private static final String COUNTING =
      "{\"bins\": {\"signal\": [5], \"background\": [3]}, \"observed\": [8]}";
  private static final String RATE =
      """
      {"bins": {"signal": [40.507839], "interference": [-75.557687], "background": [92.916667]},
       "observed": [66] %s}
      """;
  private static final String DIP =
      """
      {"bins": {"signal": [40, 12], "interference": [-75, -10], "background": [93, 60]},
       "nuisances": [{"name": "xs", "type": "norm", "background": {"up": 1.01, "down": 0.99}}]
       %s}
      """;
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
  private static final String[] FEW = {"--experiments", "0", "--level", "0.6826895,0.9544997"};

  @TempDir private Path folder;

  /** 2500 toys per strength have four times the errors of the reference; the slopes are its. */
  @ParameterizedTest
  @CsvSource({
    "expected, lrs, '', 0.58035, 1.43475, 0.27517, 1.88951",
    "expected, fts, '1,1.5', 0.67659, 1.41182, 0.29808, 1.83011",
    "expected, fts, '1,0.5', 0.74178, 1.27559, 0.29826, 1.74405",
    "drawn, lrs, '', 0.88650, 1.76500, 0.50757, 2.22457",
    "drawn, fts, '1,1.5', 0.92736, 1.71227, 0.58992, 2.14735",
    "drawn, fts, '1,0.5', 0.94159, 1.53793, 0.59583, 2.07935"
  })
  void intervalsOfAPeakAgreeWithBruteForce(
      String data, String statistic, String focus, double l1, double h1, double l2, double h2)
      throws IOException {
    List<String> options = new ArrayList<>(List.of(FEW));
    options.addAll(List.of("--statistic", statistic, "--grid", "0:6:61", "--toys", "2500"));
    if (!focus.isEmpty()) {
      options.addAll(List.of("--focus", focus));
    }
    JsonNode report = run(PEAK.formatted(data.equals("drawn") ? DRAWN : EXPECTED), options).json();
    ends(report, 0, l1, h1, 0.045);
    ends(report, 1, l2, h2, 0.09);
    assertThat(report.path("criticalValues").size()).isEqualTo(122);
    assertThat(report.path("criticalValues").get(5).path("standardError").doubleValue())
        .isBetween(0.01, 0.2);
    assertThat(report.path("coverage").size()).isZero();
  }

  private static void ends(JsonNode report, int level, double low, double high, double tolerance) {
    JsonNode segments = report.path("intervals").get(level).path("segments");
    assertThat(segments.size()).isEqualTo(1);
    assertThat(segments.get(0).get(0).doubleValue()).isCloseTo(low, within(tolerance));
    assertThat(segments.get(0).get(1).doubleValue()).isCloseTo(high, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "lrs, '', 0.461, 1.663, 0.181, 2.471",
    "fts, '1,0.5', 0.669, 1.431, 0.181, 2.324",
    "fts, '1,1.5', 0.612, 1.648, 0.181, 2.347",
    "fts, '0,1', 0.541, 1.444, 0.181, 2.324"
  })
  void countingIsExact(String statistic, String focus, double l1, double h1, double l2, double h2)
      throws IOException {
    List<String> options = new ArrayList<>(List.of(FEW));
    options.addAll(List.of("--statistic", statistic, "--grid", "0:3:3001"));
    if (!focus.isEmpty()) {
      options.addAll(List.of("--focus", focus));
    }
    JsonNode report = run(COUNTING, options).json();
    ends(report, 0, l1, h1, 1.001e-3);
    ends(report, 1, l2, h2, 1.001e-3);
    assertThat(report.path("criticalValues").get(7).path("standardError").doubleValue()).isZero();
    assertThat(report.path("bestFit").doubleValue()).isCloseTo(1, within(1e-8));
  }

  @Test
  void coverageStandsBesideWilks() throws IOException {
    JsonNode report =
        run(COUNTING, List.of("--coverage-at", "0,1", "--level", "0.9", "--experiments", "3000"))
            .json();
    JsonNode atZero = report.path("coverage").get(0);
    assertThat(atZero.propertyNames())
        .startsWith("truth", "level", "coverage", "standardError", "wilks", "medianLength");
    assertThat(atZero.path("coverage").doubleValue()).isBetween(0.88, 1.0);
    assertThat(report.path("coverage").size()).isEqualTo(2);
    JsonNode focused =
        run(COUNTING, List.of("--statistic", "fts", "--focus", "1,1", "--experiments", "200"))
            .json();
    assertThat(focused.path("coverage").get(0).path("wilks").isNull()).isTrue();
    assertThat(focused.path("focus").path("shape").asString()).isEqualTo("gaussian");
  }

  @Test
  void regressionAndFormulasCalibrateToo() throws IOException {
    String peak = PEAK.formatted(EXPECTED);
    List<String> options = new ArrayList<>(List.of(FEW));
    options.addAll(List.of("--grid", "0:6:31", "--method", "quantile-regression", "--toys"));
    options.add("20000");
    JsonNode regression = run(peak, options).json();
    ends(regression, 0, 0.58035, 1.43475, 0.06);
    assertThat(regression.path("criticalValues").get(3).path("standardError").doubleValue())
        .isBetween(1e-4, 0.1);
    JsonNode formulas =
        run(peak, List.of("--method", "asymptotic", "--level", "0.9", "--experiments", "0")).json();
    assertThat(formulas.path("criticalValues").get(9).path("value").doubleValue())
        .isCloseTo(2.705543454, within(1e-8));
    JsonNode focused =
        run(
                peak,
                List.of(
                    "--method",
                    "asymptotic",
                    "--statistic",
                    "fts",
                    "--focus",
                    "1,0.5",
                    "--level",
                    "0.6826895",
                    "--experiments",
                    "0"))
            .json();
    ends(focused, 0, 0.74178, 1.27559, 0.03);
  }

  @Test
  void otherFociAreUnderstood() throws IOException {
    for (String[] focus :
        new String[][] {{"tophat", "0.5,2"}, {"gamma", "2,1.5"}, {"table", "0,0,1,1,3,0"}}) {
      JsonNode report =
          run(
                  COUNTING,
                  List.of(
                      "--statistic",
                      "fts",
                      "--focus",
                      focus[1],
                      "--focus-shape",
                      focus[0],
                      "--experiments",
                      "0"))
              .json();
      assertThat(report.path("intervals").get(1).path("segments").get(0).get(0).doubleValue())
          .as(focus[0])
          .isBetween(0.1, 0.6);
    }
  }

  /** The rate of a dip falls and rises again: two strengths explain the same count. */
  @Test
  void interferenceGivesUnionsOfSegmentsWithAndWithoutNuisances() throws IOException {
    JsonNode counts = run(RATE.formatted(""), List.of("--grid", "0:5:51")).json();
    JsonNode segments = counts.path("intervals").get(0).path("segments");
    assertThat(segments.size()).isEqualTo(2);
    assertThat(segments.get(0).get(1).doubleValue()).isCloseTo(0.4951, within(1e-3));
    assertThat(segments.get(1).get(0).doubleValue()).isCloseTo(1.3563, within(1e-3));
    assertThat(counts.path("bestFit").doubleValue()).isCloseTo(0.2299, within(1e-4));
    String nuisance =
        ", \"nuisances\": [{\"name\": \"xs\", \"type\": \"norm\", \"background\":"
            + " {\"up\": 1.01, \"down\": 0.99}}]";
    for (List<String> statistic :
        List.of(List.of("--statistic", "lrs"), List.of("--statistic", "fts", "--focus", "1,1"))) {
      List<String> options =
          new ArrayList<>(List.of("--grid", "0:5:26", "--toys", "200", "--experiments", "0"));
      options.addAll(statistic);
      JsonNode profiled = run(RATE.formatted(nuisance), options).json();
      assertThat(profiled.path("intervals").get(0).path("segments").size())
          .as("%s", statistic)
          .isEqualTo(2);
    }
  }

  @Test
  void workspacesProfileTheirNuisances() throws IOException {
    List<String> options =
        List.of(
            "--grid",
            "0:3:7",
            "--toys",
            "300",
            "--experiments",
            "40",
            "--coverage-at",
            "1",
            "--seed",
            "5",
            "--threads",
            "2");
    JsonNode report = run(TWO_BINS, options).json();
    JsonNode sets = report.path("intervals");
    assertThat(sets.get(0).path("segments").get(0).get(0).doubleValue()).isZero();
    assertThat(sets.get(0).path("segments").get(0).get(1).doubleValue()).isBetween(0.2, 0.8);
    assertThat(sets.get(1).path("segments").get(0).get(1).doubleValue()).isBetween(0.8, 1.5);
    assertThat(report.path("coverage").get(1).path("coverage").doubleValue()).isGreaterThan(0.8);
    List<String> alone = new ArrayList<>(options);
    alone.set(alone.size() - 1, "1");
    assertThat(run(TWO_BINS, alone).json().path("criticalValues"))
        .isEqualTo(report.path("criticalValues"));
    JsonNode focused =
        run(
                TWO_BINS,
                List.of(
                    "--statistic",
                    "fts",
                    "--focus",
                    "0,1",
                    "--grid",
                    "0:3:4",
                    "--toys",
                    "100",
                    "--experiments",
                    "0"))
            .json();
    assertThat(focused.path("intervals").get(1).path("segments").get(0).get(1).doubleValue())
        .isBetween(0.5, 1.5);
  }

  @Test
  void withoutObservedDataThereAreCriticalValuesAlone() throws IOException {
    JsonNode report = run("{\"bins\": {\"signal\": [5], \"background\": [3]}}", List.of()).json();
    assertThat(report.path("intervals").size()).isZero();
    assertThat(report.path("criticalValues").size()).isEqualTo(122);
    JsonNode dip =
        run(DIP.formatted(""), List.of("--toys", "100", "--grid", "0:4:3", "--experiments", "0"))
            .json();
    assertThat(dip.path("criticalValues").size()).isEqualTo(6);
    Path file = Files.writeString(folder.resolve("unseen.json"), DIP.formatted(""));
    Run fit = Run.of("fit", file.toString());
    assertThat(fit.status()).isEqualTo(3);
    assertThat(fit.message()).contains("unseen.json", "nothing was observed");
  }

  @Test
  void whatCannotBeDoneIsSaid() throws IOException {
    assertThat(run(COUNTING, List.of("--statistic", "fts")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--focus", "1,1")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--statistic", "fts", "--focus", "1")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--statistic", "q0")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--method", "bayes")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--level", "95")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--toys", "0")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--coverage-at", "99")).status()).isEqualTo(2);
    assertThat(run(COUNTING, List.of("--grid", "-1:1:3")).status()).isEqualTo(2);
    assertThat(run(TWO_BINS, List.of("--grid", "0:20:3")).message()).contains("20");
    assertThat(run(TWO_BINS, List.of("--fix", "mu=1")).status()).isEqualTo(2);
    assertThat(run(COUNTING.replace("[5]", "[0]"), List.of()).hint()).contains("template");
    assertThat(run(COUNTING.replace("[8]", "[8, 9]"), List.of()).status()).isEqualTo(3);
  }

  private Run run(String document, List<String> options) throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), document);
    List<String> arguments = new ArrayList<>(List.of("interval", file.toString()));
    arguments.addAll(options);
    return Run.of(arguments.toArray(String[]::new));
  }
}
