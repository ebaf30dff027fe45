package org.dipscope.core.neyman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Binned toys against brute-force tables of an independent program. */
class ToyGoldenTest {
  private static final double ONE_SIGMA = 0.6826894921370859;
  private static final double TWO_SIGMA = 0.9544997361036416;
  private static final Values LEVELS = Values.of(ONE_SIGMA, TWO_SIGMA);
  private static final List<String> NAMES = List.of("LRS", "FTS_wide", "FTS_narrow");

  private final List<TestStatistic> statistics = new ArrayList<>();

  private NeymanConstruction construction(JsonNode file, Values tested) {
    statistics.clear();
    statistics.add(new TestStatistic.LikelihoodRatio());
    for (String focus : NAMES.subList(1, 3)) {
      JsonNode numbers = file.get("foci").get(focus);
      statistics.add(
          new TestStatistic.Focused(
              new Focus.Gaussian(numbers.get(0).asDouble(), numbers.get(1).asDouble())));
    }
    return new NeymanConstruction(model(file), range(file), statistics, tested, LEVELS);
  }

  private static StrengthModel model(JsonNode file) {
    return StrengthModel.withoutInterference(
        Golden.numbers(file.get("S")).toArray(), Golden.numbers(file.get("B")).toArray());
  }

  /** The reference maximises and averages up to twice the largest tested strength. */
  private static StrengthRange range(JsonNode file) {
    Values grid = Golden.numbers(file.get("mu_grid"));
    return new StrengthRange(0, 2 * grid.get(grid.size() - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"higgs_like.json", "lz_like.json"})
  void statisticsOfFixedDataAgreeToEightDigits(String name) {
    JsonNode file = Golden.read(name);
    NeymanConstruction construction = construction(file, Golden.numbers(file.get("mu_grid")));
    StrengthLikelihood data = construction.likelihood();
    for (Map.Entry<String, JsonNode> set : file.get("datasets").properties()) {
      data.load(Golden.numbers(set.getValue().get("n")).toArray());
      for (int j = 0; j < statistics.size(); j++) {
        JsonNode expected = set.getValue().get("T").get(NAMES.get(j));
        for (Map.Entry<String, JsonNode> at : expected.properties()) {
          double t =
              construction.statistic(data, statistics.get(j), Double.parseDouble(at.getKey()));
          assertThat(t)
              .as("%s %s %s at %s", name, set.getKey(), NAMES.get(j), at.getKey())
              .isCloseTo(at.getValue().asDouble(), within(1e-8));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"higgs_like.json", "lz_like.json"})
  void criticalValuesAndIntervalsAgreeWithinTheirErrors(String name) {
    JsonNode file = Golden.read(name);
    Values grid = Golden.numbers(file.get("mu_grid"));
    NeymanConstruction construction = construction(file, grid);
    List<CriticalCurve> curves =
        construction.run(10_000, 7, Workers.callerOnly(), row -> {}, new CancelToken());
    int compared = 0;
    for (int c = 0; c < curves.size(); c++) {
      CriticalCurve curve = curves.get(c);
      JsonNode expected =
          file.get("critical").get(NAMES.get(c / 2)).get(c % 2 == 0 ? "1sigma" : "2sigma");
      for (int row = 0; row < grid.size(); row++) {
        double error = expected.get("se").get(row).asDouble();
        double tolerance = 4.5 * Math.hypot(error, curve.standardError().get(row)) + 1e-9;
        assertThat(curve.value().get(row))
            .as("%s %s at %s", name, NAMES.get(c / 2), grid.get(row))
            .isCloseTo(expected.get("value").get(row).asDouble(), within(tolerance));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(6 * grid.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"puredip", "degenerate"})
  void interferenceNeedsItsOwnCriticalValues(String name) {
    JsonNode file = Golden.read("interference_neyman.json").get(name);
    Values grid = Golden.numbers(file.get("mu"));
    StrengthModel model = PeakDipBins.of(name).model();
    List<TestStatistic> both =
        List.of(
            new TestStatistic.LikelihoodRatio(),
            new TestStatistic.Focused(new Focus.Gaussian(1, 1)));
    StrengthRange range = new StrengthRange(0, 12);
    NeymanConstruction construction = new NeymanConstruction(model, range, both, grid, LEVELS);
    List<CriticalCurve> curves =
        construction.run(10_000, 11, Workers.callerOnly(), row -> {}, new CancelToken());
    for (int c = 0; c < curves.size(); c++) {
      JsonNode expected =
          file.get("critical")
              .get(c < 2 ? "LRS" : "FTS_N(1,1)")
              .get(c % 2 == 0 ? "1sigma" : "2sigma");
      for (int row = 0; row < grid.size(); row++) {
        double error = expected.get("se").get(row).asDouble();
        double tolerance = 4.5 * Math.hypot(error, curves.get(c).standardError().get(row));
        assertThat(curves.get(c).value().get(row))
            .as("%s curve %d at %s", name, c, grid.get(row))
            .isCloseTo(expected.get("value").get(row).asDouble(), within(tolerance));
      }
    }
    Values truths = Values.of(0, 0.4, 1, 2);
    List<List<Coverage>> found =
        new CoverageStudy(model, range, curves)
            .run(truths, 4000, 13, Workers.callerOnly(), row -> {}, new CancelToken());
    for (int t = 0; t < truths.size(); t++) {
      JsonNode atTruth = file.get("lengths").get(Double.toString(truths.get(t)));
      for (int c = 0; c < curves.size(); c++) {
        Coverage coverage = found.get(t).get(c);
        JsonNode expected =
            atTruth.get(c < 2 ? "LRS" : "FTS_N(1,1)").get(c % 2 == 0 ? "1sigma" : "2sigma");
        assertThat(coverage.coverage())
            .as("%s curve %d at truth %s", name, c, truths.get(t))
            .isCloseTo(coverage.level(), within(0.035 * (1 - 0.5 * (c % 2))));
        if (c < 2) {
          double wilks = expected.get("coverage_wilks").asDouble();
          assertThat(coverage.wilksCoverage()).isCloseTo(wilks, within(0.035));
        }
        double several = expected.get("multi_segment_fraction").asDouble();
        assertThat((double) coverage.severalSegments() / coverage.experiments())
            .isCloseTo(several, within(0.05));
      }
    }
  }
}
