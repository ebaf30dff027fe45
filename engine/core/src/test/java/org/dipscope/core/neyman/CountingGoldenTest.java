package org.dipscope.core.neyman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Counting experiments and Gaussian measurements, whose distributions are known exactly. */
class CountingGoldenTest {

  @Test
  void countingExperimentsAreSummedExactly() {
    JsonNode file = Golden.read("counting_exact.json");
    int compared = 0;
    for (Map.Entry<String, JsonNode> experiment : file.properties()) {
      if (experiment.getValue().has("model")) {
        compared += compare(experiment.getValue());
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  private static int compare(JsonNode experiment) {
    JsonNode numbers = experiment.get("model");
    StrengthModel model =
        StrengthModel.withoutInterference(
            new double[] {numbers.get("s").asDouble()}, new double[] {numbers.get("b").asDouble()});
    double most = numbers.get("mu_grid").get(1).asDouble();
    int compared = 0;
    for (Map.Entry<String, JsonNode> one : experiment.get("statistics").properties()) {
      TestStatistic statistic = statistic(one.getKey(), numbers.get("foci"));
      for (Map.Entry<String, JsonNode> level : one.getValue().get("cl").properties()) {
        compared +=
            compare(model, new StrengthRange(0, 4 * most), statistic, one.getValue(), level);
      }
    }
    return compared;
  }

  private static TestStatistic statistic(String name, JsonNode foci) {
    return name.equals("LRS")
        ? new TestStatistic.LikelihoodRatio()
        : new TestStatistic.Focused(
            new Focus.Gaussian(foci.get(name).get(0).asDouble(), foci.get(name).get(1).asDouble()));
  }

  private static int compare(
      StrengthModel model,
      StrengthRange range,
      TestStatistic statistic,
      JsonNode expected,
      Map.Entry<String, JsonNode> level) {
    Values tested = Values.of(0, 0.5, 1, 1.5, 2, 3, 4, 5, 8, 10);
    NeymanConstruction construction =
        new NeymanConstruction(
            model, range, List.of(statistic), tested, Values.of(level(level.getKey())));
    int compared = 0;
    StrengthLikelihood data = construction.likelihood();
    for (Map.Entry<String, JsonNode> at : expected.get("T_at").properties()) {
      String[] place = at.getKey().split("[=,]", -1);
      data.load(new double[] {Double.parseDouble(place[1])});
      assertThat(construction.statistic(data, statistic, Double.parseDouble(place[3])))
          .as("%s of %s", statistic, at.getKey())
          .isCloseTo(at.getValue().asDouble(), within(1e-8));
      compared++;
    }
    CriticalCurve curve =
        construction.run(0, 1, Workers.callerOnly(), row -> {}, new CancelToken()).getFirst();
    for (Map.Entry<String, JsonNode> at : level.getValue().get("critical").properties()) {
      double mu = Double.parseDouble(at.getKey());
      assertThat(curve.at(mu))
          .as("critical value of %s at %s for %s", statistic, mu, level.getKey())
          .isCloseTo(at.getValue().asDouble(), within(1e-8));
      compared++;
    }
    return compared;
  }

  private static double level(String name) {
    return switch (name) {
      case "1sigma" -> 0.6826894921370859;
      case "2sigma" -> 0.9544997361036416;
      default -> Double.parseDouble(name);
    };
  }

  @Test
  void theFocusedGaussianHasAClosedForm() {
    JsonNode rows = Golden.read("gaussian_closed_form.json").get("rows");
    assertThat(rows.size()).isEqualTo(8);
    for (JsonNode row : rows) {
      FocusedGaussian gaussian = new FocusedGaussian(1, 0, row.get("tau").asDouble());
      double level = level(row.get("cl").asString());
      for (Map.Entry<String, JsonNode> at : row.get("critical").properties()) {
        assertThat(gaussian.critical(Double.parseDouble(at.getKey()), level))
            .isCloseTo(at.getValue().asDouble(), within(1e-8));
      }
    }
  }

  @Test
  void averagesOverAGammaFocusAreConjugate() {
    StrengthRange range = new StrengthRange(0, 60);
    List<TestStatistic> statistics = List.of(new TestStatistic.Focused(new Focus.Gamma(2, 1.5)));
    double[][] expected = {
      {0, 3, 0.1370857381}, {3, 3, 0.1218786367}, {0, 8, 0.0187924996}, {3, 8, 0.0757407355}
    };
    for (double[] row : expected) {
      StrengthModel model =
          StrengthModel.withoutInterference(new double[] {2}, new double[] {row[0]});
      StrengthLikelihood likelihood = StrengthLikelihood.of(model, range, statistics);
      likelihood.load(new double[] {row[1]});
      double factorial = 1;
      for (int k = 2; k <= row[1]; k++) {
        factorial *= k;
      }
      assertThat(Math.exp(likelihood.logAverage(0)) / factorial).isCloseTo(row[2], within(1e-10));
    }
  }
}
