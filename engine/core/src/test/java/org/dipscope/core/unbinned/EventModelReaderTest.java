package org.dipscope.core.unbinned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Objective;
import org.dipscope.core.format.pyhf.PyhfReader;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Model files of single events, against the numbers of an independent program (PROVENANCE.md). */
class EventModelReaderTest {
  private static final JsonNode NSBI = PeakDipEvents.golden("nsbi.json");
  private static final String CHANNELS =
      """
      {"channels": [{"name": "CR", "samples": [
        {"name": "sig", "data": [5, 3], "modifiers": [
          {"name": "mu", "type": "normfactor", "data": null},
          {"name": "alpha2", "type": "normsys", "data": {"hi": 1.2, "lo": 0.85}}]},
        {"name": "bkg", "data": [200, 150], "modifiers": [
          {"name": "alpha1", "type": "normsys", "data": {"hi": 1.1, "lo": 0.92}},
          {"name": "stat", "type": "staterror", "data": [10, 8]}]}]}],
       "observations": [{"name": "CR", "data": [220, 149]}],
       "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeEvents() throws IOException {
    StringBuilder events = new StringBuilder("m,c\n");
    PeakDipEvents.read("peakdip")
        .forEach(event -> events.append(event[0]).append(',').append(event[1]).append('\n'));
    Files.writeString(folder.resolve("events.csv"), events);
    StringBuilder grid = new StringBuilder("m,c\n");
    for (int i = 0; i < 50; i++) {
      for (int j = 0; j < 8; j++) {
        grid.append(305 + 10 * i).append(',').append((2 * j - 7) / 8.0).append('\n');
      }
    }
    Files.writeString(folder.resolve("grid.csv"), grid);
    Files.writeString(folder.resolve("channels.json"), CHANNELS);
  }

  /** The closed forms of the densities as formulas on mass and angle, over that of the signal. */
  private static String model(String more) {
    JsonNode nu = NSBI.get("nu");
    String z = "(m - 500)";
    String line = "(" + z + "^2 + 400)";
    String signal = "(0.5*0.55^2*400/" + line + ")";
    String amplitude = "((1.35 - 0.0016*" + z + ")*(1 + 0.6*c)/sqrt(1.12))";
    String background = "(0.5*" + amplitude + "^2)";
    double phi = 0.85 * Math.PI;
    String interference =
        "(0.55*20*%s*(%s*%s + 20*%s)/%s)"
            .formatted(amplitude, z, Math.cos(phi), Math.sin(phi), line);
    String ratio = "%s/%s/(" + signal + "/" + nu.get("S").asDouble() + ")";
    JsonNode norm = NSBI.get("systematics").get("alpha1");
    String tilt = "(1 %s 0.12*" + z + "/200)/%s";
    String nuisances =
        """
        "nuisances": [
          {"name": "alpha1",
           "SBI1": {"up": 1.08, "down": 0.93, "shape": {"up": "%1$s", "down": "%2$s"}},
           "B": {"up": 1.1, "down": 0.92, "shape": {"up": "%3$s", "down": "%4$s"}}},
          {"name": "alpha2", "S": {"up": 1.2, "down": 0.85}}]\
        """
            .formatted(
                tilt.formatted("+", norm.get("I_SBI1").get(0).asDouble()),
                tilt.formatted("-", norm.get("I_SBI1").get(1).asDouble()),
                tilt.formatted("+", norm.get("I_B").get(0).asDouble()),
                tilt.formatted("-", norm.get("I_B").get(1).asDouble()));
    return String.format(
        Locale.ROOT,
        """
        {"events": {"file": "events.csv"}, "bounds": [0, 8],
         "components": {
           "S": {"yield": %s, "density": 1, "morphing": "signal-sample"},
           "SBI1": {"yield": %s, "density": "%s", "morphing": "together-sample"},
           "B": {"yield": %s, "density": "%s", "morphing": {"constant": 1, "root": -1}}},
         %s, %s}
        """,
        nu.get("S").asDouble(),
        nu.get("SBI1").asDouble(),
        ratio.formatted(
            "(" + signal + " + " + interference + " + " + background + ")",
            nu.get("SBI1").asDouble()),
        nu.get("B").asDouble(),
        ratio.formatted(background, nu.get("B").asDouble()),
        nuisances,
        more.replace("SIGNAL", signal));
  }

  private Experiment read(String json) throws IOException {
    Path file = folder.resolve("model.json");
    Files.writeString(file, json);
    CancelToken token = new CancelToken();
    return EventModelReader.read(
        file, PyhfReader.document(file, null, null, token), Interpolation.SMOOTH, token);
  }

  private static final String REFERENCE =
      "\"reference\": {\"file\": \"grid.csv\", \"weight\": \"SIGNAL\"}";

  @Test
  void formulasOnATableGiveTheReferenceValuesAndFit() throws IOException {
    Experiment model = read(model("\"poi\": \"mu\""));
    Objective objective = model.observed().objective();
    for (JsonNode at : NSBI.get("lambda_at")) {
      double[] x = {
        Math.sqrt(at.get("mu").asDouble()), at.get("a2").asDouble(), at.get("a1").asDouble()
      };
      assertThat(objective.value(x)).isCloseTo(at.get("value").asDouble(), within(1e-6));
    }
    FitResult fit = FitResult.of(model.observed(), new CancelToken());
    assertThat(fit.estimates().getFirst().value())
        .isCloseTo(NSBI.get("fit").get("mu_hat").asDouble(), within(1e-4));
    double[] start = model.observed().start();
    assertThatThrownBy(() -> model.asimov(start))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no reference sample");
  }

  @Test
  void channelsShareParametersAndCountAuxiliaryMeasurementsOnce() throws IOException {
    Experiment events = read(model(REFERENCE));
    Experiment joint = read(model(REFERENCE + ", \"workspace\": \"channels.json\""));
    assertThat(joint.parameters().stream().map(FitParameter::name))
        .containsExactly("mu", "alpha2", "alpha1", "stat[0]", "stat[1]");
    double[] x = {1.1, 0.3, -0.7, 1.02, 0.97};
    double mu = 1.1 * 1.1;
    double factor = 1;
    double[] out = new double[3];
    org.dipscope.core.histfactory.Factor.SixthOrder.of(1.1, 0.92).evaluate(-0.7, out, 0);
    factor *= out[0];
    org.dipscope.core.histfactory.Factor.SixthOrder.of(1.2, 0.85).evaluate(0.3, out, 0);
    double expected = events.observed().objective().value(new double[] {1.1, 0.3, -0.7});
    double[] counts = {220, 149};
    double[] signal = {5, 3};
    double[] background = {200, 150};
    double[] error = {10, 8};
    for (int i = 0; i < 2; i++) {
      double nu = mu * signal[i] * out[0] + background[i] * factor * x[3 + i];
      expected += 2 * (nu - counts[i] + counts[i] * Math.log(counts[i] / nu));
      expected += Math.pow((x[3 + i] - 1) * background[i] / error[i], 2);
    }
    assertThat(joint.observed().objective().value(x)).isCloseTo(expected, within(1e-8));
    requireDerivatives(joint.observed().objective(), x);
    requireDerivatives(joint.asimov(x).objective(), x);
    Experiment exact =
        read(model(REFERENCE + ", \"renormalise\": true, \"workspace\": \"channels.json\""));
    FitResult fit = FitResult.of(exact.asimov(x), new CancelToken());
    assertThat(fit.estimates().get(2).value()).isCloseTo(-0.7, within(1e-5));
    Experiment tested = joint.with(joint.parameters(), joint.poi());
    double[] gradient = new double[5];
    tested
        .toy(x, RandomSource.XO_RO_SHI_RO_128_PP.create(1))
        .objective()
        .evaluate(x, gradient, new double[25]);
    assertThat(gradient).doesNotContain(Double.NaN);
  }

  @Test
  void aRenormalisedDensityIntegratesToOneAtEveryPoint() throws IOException {
    UnbinnedModel plain = (UnbinnedModel) read(model(REFERENCE));
    UnbinnedModel model = (UnbinnedModel) read(model(REFERENCE + ", \"renormalise\": true"));
    double[] x = {1.1, 0.3, 1.4};
    ReferenceCheck check = plain.reference(x).orElseThrow();
    assertThat(check.events()).isEqualTo(400);
    assertThat(check.effectiveEvents()).isBetween(10.0, 400.0);
    assertThat(Math.abs(check.residual())).isBetween(1e-4, 0.1);
    double difference = model.likelihood().value(x) - plain.likelihood().value(x);
    int observed = PeakDipEvents.read("peakdip").size();
    assertThat(difference).isCloseTo(2 * observed * Math.log1p(check.residual()), within(1e-6));
    assertThat(model.weights(x).sum()).isCloseTo(model.likelihood().rate(x), within(1e-9));
    requireDerivatives(model.observed().objective(), x);
  }

  private static void requireDerivatives(Objective objective, double[] x) {
    int n = x.length;
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    objective.evaluate(x, gradient, hessian);
    for (int k = 0; k < n; k++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[k] += 1e-5;
      down[k] -= 1e-5;
      double[] above = new double[n];
      double[] below = new double[n];
      double rise =
          objective.evaluate(up, above, new double[n * n])
              - objective.evaluate(down, below, new double[n * n]);
      assertThat(gradient[k]).isCloseTo(rise / 2e-5, within(2e-3 + 1e-6 * Math.abs(gradient[k])));
      for (int l = 0; l < n; l++) {
        assertThat(hessian[k * n + l])
            .isCloseTo(
                (above[l] - below[l]) / 2e-5, within(1e-3 + 1e-6 * Math.abs(hessian[k * n + l])));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          events.csv | ../events.csv | does not lie in the folder of the model
          events.csv | /etc/passwd | does not lie in the folder of the model
          events.csv | nowhere.csv | nowhere.csv does not exist
          "signal-sample" | "signals" | the morphing "signals" is unknown
          "density": 1 | "density": "q" | q
          "density": 1 | "density": "0/0" | the density NaN
          "bounds" | "bound" | "bound" is unknown here
          "yield" | "yields" | "yields" is unknown here
          "up": 1.2 | "up": -1.2 | the factor is -1.2
          "alpha2" | "alpha1" | given twice
          "alpha2" | "mu" | given twice
          "poi": "mu" | "renormalise": true | nothing is there to renormalise with
          "poi": "mu" | "workspace": "events.csv" | events.csv
          [0, 8] | [1, 8] | other bounds
          """)
  void whatIsWrongIsNamed(String text, String wrong, String message) throws IOException {
    String json = model("\"poi\": \"mu\"");
    assertThat(json).contains(text);
    assertThatThrownBy(() -> read(json.replace(text, wrong)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }
}
