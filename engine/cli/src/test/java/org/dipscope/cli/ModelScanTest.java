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

/** Scans of models against fits with the parameters held. */
class ModelScanTest {
  private static final String DIP =
      """
      {"bins": {"signal": [40, 12], "interference": [-75, -10], "background": [93, 60]},
       "observed": [66, 70],
       "nuisances": [{"name": "xs", "type": "norm", "background": {"up": 1.01, "down": 0.99}}]}
      """;

  @TempDir private Path folder;

  @Test
  void segmentsEndWhereTheProfileMeetsTheLevelAndAllMinimaAreListed() throws IOException {
    JsonNode scan = run("scan", "--parameter", "mu=0:6:13").json();
    double lowest = scan.path("twiceNll").doubleValue();
    assertThat(scan.path("axes").get(0).path("name").asString()).isEqualTo("mu");
    assertThat(scan.path("axes").get(0).path("values").get(12).doubleValue()).isEqualTo(6);
    assertThat(scan.path("minima").size()).isEqualTo(2);
    assertThat(scan.path("minima").get(1).path("mu").doubleValue()).isLessThan(0.5);
    for (JsonNode contour : scan.path("contours")) {
      assertThat(contour.path("segments").isEmpty()).isFalse();
      for (JsonNode segment : contour.path("segments")) {
        for (JsonNode end : segment) {
          double rise = twiceNll("mu=" + end.doubleValue()) - lowest;
          assertThat(rise).isCloseTo(contour.path("level").doubleValue(), within(1e-6));
        }
      }
    }
    assertThat(scan.path("twiceDeltaNll").get(2).doubleValue())
        .isCloseTo(twiceNll("mu=1") - lowest, within(1e-9));
  }

  @Test
  void aSurfaceHasExactMinimaAndContoursOnACoarseGrid() throws IOException {
    String[] scan = {
      "scan", "--parameter", "mu=0:6:7", "--parameter", "xs=-2:2:5", "--levels", "1,3"
    };
    JsonNode surface = run(scan).json();
    JsonNode fit = run("fit").json();
    double lowest = surface.path("twiceNll").doubleValue();
    assertThat(lowest).isCloseTo(fit.path("twiceNll").doubleValue(), within(1e-9));
    assertThat(surface.path("minima").size()).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      JsonNode values = fit.path("minima").get(i).path("values");
      JsonNode minimum = surface.path("minima").get(i);
      for (String name : List.of("mu", "xs")) {
        assertThat(minimum.path(name).doubleValue())
            .isCloseTo(values.path(name).doubleValue(), within(1e-6));
      }
    }
    assertThat(surface.path("minima").get(1).path("depth").isNull()).isTrue();
    for (int i = 1; i < 7; i += 3) {
      double held = twiceNll("mu=" + i, "xs=1") - lowest;
      assertThat(surface.path("twiceDeltaNll").get(i).get(3).doubleValue())
          .isCloseTo(held, within(1e-8));
    }
    int vertices = 0;
    for (JsonNode contour : surface.path("contours")) {
      for (JsonNode line : contour.path("polylines")) {
        for (int i = 0; i < line.size(); i += 11) {
          JsonNode point = line.get(i);
          double rise =
              twiceNll("mu=" + point.get(0).doubleValue(), "xs=" + point.get(1).doubleValue())
                  - lowest;
          assertThat(rise).isCloseTo(contour.path("level").doubleValue(), within(1e-3));
          vertices++;
        }
      }
    }
    assertThat(vertices).isGreaterThan(4);
    assertThat(run(with(scan, "--threads", "1")).out())
        .isEqualTo(run(with(scan, "--threads", "3")).out());
  }

  @Test
  void constrainedParametersCanBeHeld() throws IOException {
    JsonNode free = run("scan", "--parameter", "mu=0:2:3").json();
    JsonNode held = run("scan", "--parameter", "mu=0:2:3", "--stat-only").json();
    JsonNode fixed = run("scan", "--parameter", "mu=0:2:3", "--fix", "xs=0").json();
    assertThat(held.path("twiceDeltaNll")).isEqualTo(fixed.path("twiceDeltaNll"));
    assertThat(held.path("twiceDeltaNll").get(0).doubleValue())
        .isGreaterThan(free.path("twiceDeltaNll").get(0).doubleValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --parameter nu=0:1:3 | There is no parameter nu.
          --parameter mu=-1:1:3 | mu cannot be negative.
          --parameter mu=0:1:3 --parameter mu=0:2:3 | mu is given twice.
          --parameter mu=1:1:1 | The range of mu is a single value.
          --mass 500 --parameter mu=0:1:3 | --mass belongs to a scan of a spectrum.
          --poi mu | A model is scanned over one or two parameters, not 0.
          """)
  void whatCannotBeScannedIsNamed(String options, String message) throws IOException {
    String[] parts = ("scan " + options).split(" ");
    Run run = run(parts);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.message()).isEqualTo(message);
  }

  private double twiceNll(String... fixed) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("fit"));
    for (String one : fixed) {
      arguments.add("--fix");
      arguments.add(one);
    }
    return run(arguments.toArray(String[]::new)).json().path("twiceNll").doubleValue();
  }

  private static String[] with(String[] arguments, String... more) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Runs a command on the model; its name comes first. */
  private Run run(String... arguments) throws IOException {
    Path file = folder.resolve("model.json");
    Files.writeString(file, DIP);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, file.toString());
    return Run.of(all.toArray(String[]::new));
  }
}
