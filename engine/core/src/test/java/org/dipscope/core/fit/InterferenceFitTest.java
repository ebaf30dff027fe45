package org.dipscope.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits of &mu;S + &radic;&mu; I + B against scans of an independent implementation, in 25 bins and
 * in one (interference.json of the likelihood package names the source).
 */
class InterferenceFitTest {
  private static final JsonNode GOLDEN =
      TestModels.json("/org/dipscope/core/likelihood/interference.json");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "peakdip, data", "puredip, data", "bump, data", "degenerate, data",
    "peakdip, rate", "puredip, rate", "bump, rate", "degenerate, rate"
  })
  void minimaProfilesAndDisjointSegmentsAgree(String name, String kind) {
    JsonNode model = GOLDEN.get("models").get(name);
    JsonNode golden = model.get(kind);
    FitProblem problem = bounded(model(model, kind.equals("rate")), 8);
    FitResult result = FitResult.of(problem, new CancelToken());

    double[] mu = TestModels.numbers(GOLDEN.get("mu"));
    double[] delta = TestModels.numbers(golden.get("delta"));
    ProfileScan scan = ProfileScan.along(problem, result.minima(), 0, mu, new CancelToken());
    for (int i = 0; i < mu.length; i++) {
      assertThat(scan.twiceDeltaNll(i, 0)).as("mu %s", mu[i]).isCloseTo(delta[i], within(1e-6));
    }
    double muHat = result.estimates().getFirst().value();
    assertThat(muHat).isCloseTo(golden.get("muHat").asDouble(), within(2e-5));
    double border = Math.sqrt(8);
    assertThat(result.minima().stream().filter(point -> point.x()[0] < border))
        .hasSize(golden.get("minima").size());
    same(result, 1, golden.get("crossings1"));
    same(result, 4, golden.get("crossings4"));
  }

  private static void same(FitResult result, double level, JsonNode golden) {
    List<Double> ends = new ArrayList<>();
    for (ProfileSegments.Segment segment :
        ProfileSegments.of(result, 0, new double[] {level}, new CancelToken())
            .getFirst()
            .segments()) {
      ends.add(segment.low());
      ends.add(segment.high());
    }
    assertThat(ends).hasSize(golden.size());
    for (int i = 0; i < ends.size(); i++) {
      assertThat(ends.get(i)).isCloseTo(golden.get(i).asDouble(), within(1e-5));
    }
  }

  @Test
  void profileErrorsAreTheNearestCrossings() {
    JsonNode model = GOLDEN.get("models").get("degenerate");
    FitResult result = FitResult.of(bounded(model(model, false), 8), new CancelToken());
    Estimate mu = result.estimates().getFirst();
    double[] crossings = TestModels.numbers(model.get("data").get("crossings1"));
    assertThat(mu.value() - mu.errorLow()).isCloseTo(crossings[0], within(1e-5));
    assertThat(mu.value() + mu.errorHigh()).isCloseTo(crossings[1], within(1e-5));
  }

  @Test
  void aScanLeavesAMinimumThatIsNotTheLowest() {
    BinnedModel model =
        read(
            Map.of(
                "signal", new double[] {40, 12},
                "interference", new double[] {-75, -10},
                "background", new double[] {93, 60}),
            new double[] {66, 70});
    FitProblem problem = bounded(model, 8);
    List<FitPoint> minima = FitSearch.minima(problem, new CancelToken());
    assertThat(minima).hasSize(2);
    assertThat(minima.get(1).twiceNll()).isGreaterThan(minima.getFirst().twiceNll() + 0.5);
    double[] values = {0, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 2.5, 3};

    ProfileScan scan =
        ProfileScan.along(problem, List.of(minima.get(1)), 0, values, new CancelToken());

    assertThat(scan.isReseeded()).isTrue();
    assertThat(scan.minima().getFirst().twiceNll())
        .isCloseTo(minima.getFirst().twiceNll(), within(1e-9));
    for (int i = 0; i < values.length; i++) {
      assertThat(scan.twiceDeltaNll(i, 0)).isPositive();
    }
  }

  /** &nu; = g&#8308; R + g&sup2;(P &minus; N) + B is the same model with &mu; = g&#8308;. */
  @Test
  void theCouplingBasisIsTheSameModelInTheFourthPower() {
    JsonNode model = GOLDEN.get("models").get("degenerate");
    double[] interference = TestModels.numbers(model.get("I"));
    Map<String, Object> bins = new LinkedHashMap<>();
    bins.put("background", TestModels.numbers(model.get("B")));
    bins.put("res", TestModels.numbers(model.get("S")));
    bins.put("pos", Arrays.stream(interference).map(i -> Math.max(0, i)).toArray());
    bins.put("neg", Arrays.stream(interference).map(i -> Math.max(0, -i)).toArray());
    BinnedModel coupling = read(bins, TestModels.numbers(model.get("n")));
    FitResult g = FitResult.of(coupling.observed(), new CancelToken());
    FitResult mu = FitResult.of(model(model, false).observed(), new CancelToken());

    assertThat(g.estimates().getFirst().name()).isEqualTo("g");
    double value = g.estimates().getFirst().value();
    assertThat(Math.pow(value, 4)).isCloseTo(mu.estimates().getFirst().value(), within(1e-6));
    assertThat(g.best().twiceNll()).isCloseTo(mu.best().twiceNll(), within(1e-9));
    assertThat(4 * Math.pow(value, 3) * g.estimates().getFirst().error())
        .isCloseTo(mu.estimates().getFirst().error(), within(1e-5));
  }

  private static FitProblem bounded(BinnedModel model, double high) {
    FitProblem problem = model.observed();
    return problem.with(0, problem.parameters().getFirst().within(0, high));
  }

  private BinnedModel model(JsonNode model, boolean isRateOnly) {
    double[] n = TestModels.numbers(model.get("n"));
    Map<String, Object> bins = new LinkedHashMap<>();
    if (isRateOnly) {
      JsonNode nu = model.get("nu");
      bins.put("signal", new double[] {nu.get("S").asDouble()});
      bins.put("interference", new double[] {nu.get("I").asDouble()});
      bins.put("background", new double[] {nu.get("B").asDouble()});
      return read(bins, new double[] {Arrays.stream(n).sum()});
    }
    bins.put("signal", TestModels.numbers(model.get("S")));
    bins.put("interference", TestModels.numbers(model.get("I")));
    bins.put("background", TestModels.numbers(model.get("B")));
    return read(bins, n);
  }

  private BinnedModel read(Map<String, Object> bins, double[] observed) {
    String document =
        JsonMapper.shared().writeValueAsString(Map.of("bins", bins, "observed", observed));
    return TestModels.read(folder, document).model(null, Interpolation.SMOOTH);
  }
}
