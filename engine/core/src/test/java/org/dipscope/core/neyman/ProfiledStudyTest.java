package org.dipscope.core.neyman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Profiled likelihoods against the tables of counts, and against what a nuisance must do. */
class ProfiledStudyTest {
  private static final Values LEVELS = Values.of(0.6827, 0.9545);
  private static final List<TestStatistic> STATISTICS =
      List.of(
          new TestStatistic.LikelihoodRatio(),
          new TestStatistic.Focused(new Focus.Gaussian(1, 0.5)),
          new TestStatistic.Focused(new Focus.TopHat(0.5, 2)),
          new TestStatistic.Focused(new Focus.Gamma(2, 1.5)));

  @TempDir private Path folder;

  private BinnedModel model(StrengthModel counts, double[] observed, double high, String more) {
    int n = counts.bins();
    double[][] parts = new double[3][n];
    for (int i = 0; i < n; i++) {
      parts[0][i] = counts.signal(i);
      parts[1][i] = counts.interference(i);
      parts[2][i] = counts.rate(i, 0);
    }
    String bins =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("signal", parts[0], "interference", parts[1], "background", parts[2]));
    String document =
        "{\"bins\": %s, \"observed\": %s%s}".formatted(bins, Arrays.toString(observed), more);
    BinnedModel model = TestModels.read(folder, document).model(null, Interpolation.SMOOTH);
    List<FitParameter> parameters = new java.util.ArrayList<>(model.parameters());
    parameters.set(model.poi(), parameters.get(model.poi()).within(0, high));
    return model.with(parameters, model.poi());
  }

  @ParameterizedTest
  @ValueSource(strings = {"peakdip", "puredip", "degenerate"})
  void withoutNuisancesStatisticsAreThoseOfCounts(String name) {
    StrengthModel counts = PeakDipBins.of(name).model();
    double[] data = Arrays.stream(counts.rates(1.3)).map(Math::rint).toArray();
    StrengthRange range = new StrengthRange(0, 12);
    Values tested = Values.of(0.001, 0.4, 1, 2, 5);
    CancelToken token = new CancelToken();
    for (TestStatistic statistic : STATISTICS) {
      NeymanConstruction fast =
          new NeymanConstruction(counts, range, List.of(statistic), tested, LEVELS);
      StrengthLikelihood likelihood = fast.likelihood();
      likelihood.load(data);
      ProfiledStudy study =
          new ProfiledStudy(model(counts, data, 12, ""), true, statistic, tested, LEVELS, token);
      for (double mu : tested.toArray()) {
        assertThat(study.statistic(mu, token).getAsDouble())
            .as("%s %s at %s", name, statistic, mu)
            .isCloseTo(fast.statistic(likelihood, statistic, mu), within(2e-7));
      }
    }
  }

  @Test
  void aNuisanceThatScalesTheBackgroundWidensTheSetAndStillCovers() {
    StrengthModel counts = PeakDipBins.of("puredip").model();
    double[] data = Arrays.stream(counts.rates(1)).map(Math::rint).toArray();
    String nuisance =
        ", \"nuisances\": [{\"name\": \"b\", \"type\": \"norm\", \"background\":"
            + " {\"up\": 1.1, \"down\": 0.9}}]";
    Values tested = Values.of(0, 0.5, 1, 1.5, 2, 3);
    double narrow = length(model(counts, data, 6, ""), tested);
    double wide = length(model(counts, data, 6, nuisance), tested);
    assertThat(wide).isGreaterThan(1.2 * narrow);
  }

  private static double length(BinnedModel model, Values tested) {
    CancelToken token = new CancelToken();
    ProfiledStudy study =
        new ProfiledStudy(
            model, true, new TestStatistic.LikelihoodRatio(), tested, Values.of(0.6827), token);
    List<CriticalCurve> curves =
        study.calibrate(Calibration.NEYMAN, 400, 3, Workers.callerOnly(), share -> {}, token);
    Coverage coverage =
        study
            .coverage(curves, Values.of(1), 300, 5, Workers.callerOnly(), share -> {}, token)
            .getFirst()
            .getFirst();
    assertThat(coverage.coverage()).isCloseTo(0.6827, within(4 * 0.036));
    return study.observed(curves.getFirst(), token).orElseThrow().length();
  }
}
