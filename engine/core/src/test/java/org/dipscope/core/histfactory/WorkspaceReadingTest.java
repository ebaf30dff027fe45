package org.dipscope.core.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.fit.Pull;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceReadingTest {
  private static final String WORKSPACE =
      """
      {"channels": [{"name": "SR", "samples": [
        {"name": "signal", "data": [5, 10.5], "modifiers": [
          {"name": "mu", "type": "normfactor", "data": null},
          {"name": "scale", "type": "normsys", "data": {"lo": 0.9, "hi": 1.2}}]},
        {"name": "background", "data": [50, 60], "modifiers": [
          {"name": "scale", "type": "histosys",
           "data": {"lo_data": [49, 61], "hi_data": [52, 63]}},
          {"name": "stat", "type": "staterror", "data": [3, 0]},
          {"name": "lumi", "type": "lumi", "data": null}]}]}],
       "observations": [{"name": "SR", "data": [50, 60]}],
       "measurements": [
        {"name": "M", "config": {"poi": "mu", "parameters": [
          {"name": "lumi", "auxdata": [1.0], "sigmas": [0.02], "inits": [1.0],
           "bounds": [[0.9, 1.1]]},
          {"name": "mu", "bounds": [[-1, 5]], "inits": [0.5]}]}},
        {"name": "bare", "config": {"poi": "", "parameters": [
          {"name": "lumi", "auxdata": [1.0], "sigmas": [0.1], "fixed": true}]}}],
       "version": "1.0.0"}
      """;

  @TempDir private Path folder;

  @Test
  void measurementsSetTheParameters() {
    Workspace workspace = TestModels.read(folder, WORKSPACE);
    BinnedModel model = workspace.model(null, Interpolation.SMOOTH);
    assertThat(model.parameters())
        .extracting(FitParameter::name)
        .containsExactly("mu", "scale", "stat[0]", "stat[1]", "lumi");
    FitParameter mu = model.parameters().getFirst();
    assertThat(List.of(mu.initial(), mu.low(), mu.high())).containsExactly(0.5, -1.0, 5.0);
    FitParameter scale = model.parameters().get(1);
    assertThat(List.of(scale.initial(), scale.low(), scale.high())).containsExactly(0.0, -5.0, 5.0);
    assertThat(model.parameters().get(2).low()).isEqualTo(1e-10);
    assertThat(model.parameters().get(3).fixed()).as("no statistical error").isTrue();
    assertThat(model.poi()).isZero();

    BinnedModel bare = workspace.model("bare", Interpolation.SMOOTH);
    assertThat(bare.poi()).isEqualTo(-1);
    assertThat(bare.parameters().get(4).fixed()).isTrue();
    assertThat(bare.parameters().getFirst().high()).isEqualTo(10);
    assertThatThrownBy(() -> workspace.model("other", Interpolation.SMOOTH))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no measurement other");
  }

  /**
   * As in pyhf: one name in several channels is one group with a parameter for every bin of all.
   */
  @Test
  void statisticalErrorsOfOneNameInTwoChannelsDoNotShareParameters() {
    String second =
        """
        {"name": "CR", "samples": [{"name": "background", "data": [30, 40, 50], "modifiers": [
          {"name": "stat", "type": "staterror", "data": [3, 4, 10]}]}]}\
        """;
    String both =
        WORKSPACE
            .replace(
                "\"observations\": [",
                "\"observations\": [{\"name\": \"CR\", \"data\": [31, 41, 51]}, ")
            .replace("\"data\": null}]}]}],", "\"data\": null}]}]}, " + second + "],");
    BinnedModel model = TestModels.read(folder, both).model(null, Interpolation.SMOOTH);
    assertThat(model.parameters())
        .extracting(FitParameter::name)
        .containsExactly(
            "mu", "scale", "stat[0]", "stat[1]", "stat[2]", "stat[3]", "stat[4]", "lumi");
    assertThat(model.parameters().get(6).prior()).isEqualTo(new Prior(1, 0.2));
    double[] x = model.observed().start();
    double[] nominal = model.rates(x);
    x[6] = 1.1;
    double[] moved = model.rates(x);
    for (int i = 0; i < nominal.length; i++) {
      double expected = i == 4 ? 1.1 * nominal[i] : nominal[i];
      assertThat(moved[i]).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void aWorkspaceSurvivesWritingAndReading() throws IOException {
    Path axes =
        Files.writeString(
            folder.resolve("model.axes.json"),
            "{\"SR\": {\"edges\": [300, 400, 600], \"label\": \"m\", \"unit\": \"GeV\"}}");
    Workspace workspace = TestModels.read(folder, WORKSPACE);
    assertThat(axes).exists();
    Path copy = folder.resolve("copy.json");
    WorkspaceJson.write(workspace, copy);

    Workspace again = ModelFiles.read(copy, null, null, new CancelToken());

    assertThat(again.channels()).isEqualTo(workspace.channels());
    assertThat(again.measurements()).isEqualTo(workspace.measurements());
    assertThat(again.channels().getFirst().axis()).isNotNull();
  }

  @Test
  void randomWorkspacesSurviveToo() {
    for (long seed = 0; seed < 20; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);
      Path file = folder.resolve("random.json");
      WorkspaceJson.write(workspace, file);
      Workspace again = ModelFiles.read(file, null, null, new CancelToken());
      assertThat(again.channels()).isEqualTo(workspace.channels());
    }
  }

  @Test
  void aPatchAddsTheSignal() throws IOException {
    Path background =
        Files.writeString(
            folder.resolve("b.json"),
            WORKSPACE.replace("\"name\": \"mu\", \"type\"", "\"name\": \"other\", \"type\""));
    Path patch =
        Files.writeString(
            folder.resolve("p.json"),
            """
            {"patches": [{"metadata": {"name": "one"}, "patch": [{"op": "add",
              "path": "/channels/0/samples/0/modifiers/0",
              "value": {"name": "mu", "type": "normfactor", "data": null}}]}]}
            """);
    assertThat(
            ModelFiles.read(background, null, null, new CancelToken())
                .model(null, Interpolation.SMOOTH)
                .warnings())
        .hasSize(1);
    BinnedModel model =
        ModelFiles.read(background, patch, "one", new CancelToken())
            .model(null, Interpolation.SMOOTH);
    assertThat(model.parameters().get(model.poi()).name()).isEqualTo("mu");
    assertThat(
            ModelFiles.read(background, patch, null, new CancelToken())
                .model(null, Interpolation.SMOOTH)
                .poi())
        .isEqualTo(model.poi());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[5, 10.5]; [5]; 2; channels[0].samples[0].data; sample signal has 1 bins, the observations"
            + " have 2",
        "[5, 10.5]; [5, NaN]; 2; NaN; not legal JSON",
        "[5, 10.5]; [5, \"x\"]; 2; channels[0].samples[0].data[1]; \"x\" is no number",
        "[3, 0]; [-3, 0]; 8; channels[0].samples[1].modifiers[1].data[0]; the uncertainty is -3.0",
        "[49, 61]; [49]; 7; channels[0].samples[1].modifiers[0].data.lo_data; histosys scale has 1"
            + " bins",
        "\"lo\": 0.9; \"lo\": 0; 4; channels[0].samples[0].modifiers[1].data.lo; the factor is 0.0",
        "\"lo\": 0.9, ; ; 4; channels[0].samples[0].modifiers[1].data; \"lo\" is missing",
        "\"type\": \"lumi\"; \"type\": \"glow\"; 9; channels[0].samples[1].modifiers[2]; unknown"
            + " type glow",
        "\"name\": \"stat\"; \"name\": \"mu\"; 8; channels[0].samples[1].modifiers[1]; staterror mu"
            + " has the name of another modifier",
        "\"name\": \"background\"; \"name\": \"signal\"; 5; channels[0].samples[1]; a second sample"
            + " has the name signal",
        "\"observations\": [{\"name\": \"SR\"; \"observations\": [{\"name\": \"CR\"; 1;"
            + " channels[0]; channel SR has no observations",
        "[{\"name\": \"SR\", \"data\": [50, 60]}]; [{\"name\": \"SR\", \"data\": [50, -60]}]; 10;"
            + " observations[0].data[1]; the observed count is -60.0",
        "[{\"name\": \"SR\", \"data\": [50, 60]}]; [{\"name\": \"SR\", \"data\": [50, 60]},"
            + " {\"name\": \"CR\", \"data\": [1]}]; 10; observations[1]; the channel CR, which does"
            + " not exist",
        "[[0.9, 1.1]]; [[1.1, 0.9]]; 14; bounds[0]; these are no bounds",
        "\"name\": \"bare\"; \"name\": \"M\"; 16; measurements[1]; a second measurement has the"
            + " name M",
        "\"fixed\": true; \"fixed\": 3; 17; fixed; neither true nor false"
      })
  void brokenWorkspacesAreNamedWithLineAndPlace(
      String from, String to, int line, String path, String what) {
    String document = WORKSPACE.replace(from, to == null ? "" : to);
    assertThat(document).isNotEqualTo(WORKSPACE);
    Problem problem = problem(document);
    assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
    assertThat(problem.message()).contains(path).contains(what).contains("line " + line);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.hint()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"sigmas\": [0.02]; \"sigmas\": [0]; the width of the constraint of lumi is 0.0",
        "\"sigmas\": [0.02], ; ; states no width of the luminosity lumi",
        "\"inits\": [0.5]; \"inits\": [0.5, 1]; gives 2 inits for mu, which has 1 parameters"
      })
  void settingsThatDoNotFitAreNamed(String from, String to, String what) {
    Problem problem = problem(WORKSPACE.replace(from, to == null ? "" : to));
    assertThat(problem.message()).contains(what).contains("model.json");
  }

  private Problem problem(String document) {
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> TestModels.read(folder, document).model(null, Interpolation.SMOOTH));
    assertThat(e).isNotNull();
    return e.problem();
  }

  @Test
  @Timeout(20)
  void hostileDocumentsAreRefusedQuickly() {
    assertThat(problem("[".repeat(100_000)).message()).contains("nested deeper");
    StringBuilder samples = new StringBuilder();
    for (int i = 0; i < 4000; i++) {
      samples
          .append(i == 0 ? "" : ",")
          .append(
              "{\"name\":\"s%d\",\"data\":[1],\"modifiers\":[{\"name\":\"n%d\",".formatted(i, i))
          .append("\"type\":\"normsys\",\"data\":{\"lo\":0.9,\"hi\":1.1}}]}");
    }
    String many =
        "{\"channels\":[{\"name\":\"c\",\"samples\":[%s]}],\"observations\":[{\"name\":\"c\",\"data\":[4000]}],\"measurements\":[]}"
            .formatted(samples);
    assertThat(problem(many).message()).contains("more than 3000 parameters");
    assertThat(problem("{}").message()).contains("no model");
    assertThat(problem("3").message()).contains("no model");
  }

  @Test
  void interferenceModelsAreRefusedWhereTheyDoNotFit() {
    String model =
        """
        {"bins": {"signal": [1, 2], "background": [5, 6], "interference": [-1, 0]},
         "observed": [5, 5],
         "nuisances": [{"name": "n", "type": "norm", "background": {"up": 1.1, "down": 0.9}},
          {"name": "s", "type": "shape", "signal": {"up": [1, 3], "down": [1, 1]}}]}
        """;
    BinnedModel fine = TestModels.read(folder, model).model(null, Interpolation.SMOOTH);
    assertThat(fine.parameters())
        .extracting(FitParameter::name)
        .containsExactlyInAnyOrder("mu", "n", "s");
    assertThat(fine.rates(new double[] {1, 0, 0})).containsExactly(5, 8);
    String[][] broken = {
      {"[-1, 0]", "[-1]", "bins.interference: interference has 1 bins, expected 2"},
      {"\"norm\"", "\"gauss\"", "the type of the nuisance is gauss"},
      {"\"up\": 1.1", "\"up\": -1.1", "the factor is -1.1"},
      {"[1, 3]", "[1]", "the template has 1 bins, expected 2"},
      {"\"observed\": [5, 5]", "\"observed\": [5]", "1 observed counts for 2 bins"},
      {"\"interference\"", "\"dip\"", "the component dip is unknown"},
      {"\"name\": \"n\"", "\"name\": \"mu\"", "mu is the parameter of interest"},
      {"\"signal\": {\"up\"", "\"sgnal\": {\"up\"", "the unknown component sgnal"}
    };
    for (String[] change : broken) {
      assertThat(problem(model.replace(change[0], change[1])).message()).contains(change[2]);
    }
  }

  /** Intervals can be planned before there are data; what would fit zeros says so. */
  @Test
  void anInterferenceModelMayWaitForItsData() {
    Workspace waiting =
        TestModels.read(folder, "{\"bins\": {\"signal\": [1, 2], \"background\": [5, 6]}}");
    assertThat(waiting.isObserved()).isFalse();
    assertThat(waiting.channels().getFirst().bins()).isEqualTo(2);
    assertThat(waiting.model(null, Interpolation.SMOOTH).warnings())
        .anyMatch(warning -> warning.contains("Nothing was observed"));
  }

  @Test
  @Timeout(60)
  void aRealWorkspaceIsFittedWithinItsConstraints() {
    Workspace workspace =
        ModelFiles.read(
            SharedFiles.format("files/pyhf-json/sbottom-RegionB-BkgOnly.json"),
            null,
            null,
            new CancelToken());
    FitResult result =
        FitResult.of(workspace.model(null, Interpolation.SMOOTH).observed(), new CancelToken());
    assertThat(result.best().twiceNll()).isCloseTo(0.0278733, within(1e-6));
    assertThat(Pull.of(result)).hasSizeGreaterThan(40).allMatch(p -> p.constraint() <= 1.1);
  }

  /** Numbers of absurd size in random places end in a fit or in a sentence. */
  @Test
  @Timeout(300)
  void absurdNumbersEndInAFitOrASentence() throws IOException {
    String[] absurd = {"0", "1e-300", "1e-12", "1e12", "1e100", "1e300", "-1", "-1e5"};
    int fitted = 0;
    for (long seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      Path file = folder.resolve("absurd.json");
      WorkspaceJson.write(RandomWorkspaces.of(seed), file);
      double part = Math.pow(10, -1 - 2 * random.nextDouble());
      String document =
          Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?")
              .matcher(Files.readString(file))
              .replaceAll(
                  number ->
                      random.nextDouble() < part
                          ? absurd[random.nextInt(absurd.length)]
                          : number.group());
      try {
        BinnedModel model = TestModels.read(folder, document).model(null, Interpolation.SMOOTH);
        FitResult result = FitResult.of(model.observed(), new CancelToken());
        assertThat(result.best().twiceNll()).isNotNaN();
        assertThat(result.estimates()).allMatch(e -> Double.isFinite(e.value()));
        fitted++;
      } catch (ProblemException e) {
        assertThat(e.problem().message()).isNotBlank().endsWith(".");
      }
    }
    assertThat(fitted).isPositive();
  }
}
