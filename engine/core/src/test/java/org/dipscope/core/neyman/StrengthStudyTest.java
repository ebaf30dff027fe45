package org.dipscope.core.neyman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What can be seen of a study beside its results: partial results, data sets and toys. */
class StrengthStudyTest {
  private static final TestStatistic RATIO = new TestStatistic.LikelihoodRatio();
  private static final TestStatistic FOCUSED =
      new TestStatistic.Focused(new Focus.Gaussian(1, 0.5));
  private static final Values LEVELS = Values.of(0.6827, 0.9545);
  private static final Values TESTED = Values.of(0, 0.4, 0.8, 1.2, 1.6, 2, 2.5, 3, 4);
  private static final String NUISANCE =
      ", \"nuisances\": [{\"name\": \"b\", \"type\": \"norm\", \"background\":"
          + " {\"up\": 1.1, \"down\": 0.9}}]";

  @TempDir private Path folder;
  private final CancelToken token = new CancelToken();

  private Workspace workspace(String name, double truth, String more) {
    StrengthModel counts = PeakDipBins.of(name).model();
    int n = counts.bins();
    double[][] parts = new double[3][n];
    for (int i = 0; i < n; i++) {
      parts[0][i] = counts.signal(i);
      parts[1][i] = counts.interference(i);
      parts[2][i] = counts.rate(i, 0);
    }
    double[] observed = Arrays.stream(counts.rates(truth)).map(Math::rint).toArray();
    String bins =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("signal", parts[0], "interference", parts[1], "background", parts[2]));
    return TestModels.read(
        folder,
        "{\"bins\": %s, \"observed\": %s%s}".formatted(bins, Arrays.toString(observed), more));
  }

  private WorkspaceStudy study(Workspace workspace, TestStatistic statistic) {
    BinnedModel model = workspace.model(null, Interpolation.SMOOTH);
    return WorkspaceStudy.of(workspace, model, statistic, LEVELS, TESTED, token);
  }

  @Test
  void aCalibrationThatIsCancelledLeavesWhatItHasFound() {
    StrengthStudy study = study(workspace("puredip", 1, ""), RATIO).study();
    List<CriticalCurve> whole =
        study.calibrate(Calibration.NEYMAN, 400, 3, Workers.callerOnly(), share -> {}, token);
    CancelToken stopping = new CancelToken();
    AtomicReference<List<CriticalCurve>> last = new AtomicReference<>(List.of());
    StudyProgress<List<CriticalCurve>> progress =
        (share, soFar) -> {
          last.set(soFar.get());
          if (share > 0.5) {
            stopping.cancel();
          }
        };
    assertThatThrownBy(
            () ->
                study.calibrate(
                    Calibration.NEYMAN, 400, 3, Workers.callerOnly(), progress, stopping))
        .isInstanceOf(CancellationException.class);
    CriticalCurve partial = last.get().getFirst();
    assertThat(partial.strength().size()).isEqualTo(5);
    assertThat(partial.strength().get(0)).isZero();
    assertThat(partial.strength().get(4)).isEqualTo(4);
    for (int i = 0; i < 5; i++) {
      double mu = partial.strength().get(i);
      assertThat(partial.value().get(i)).isEqualTo(whole.getFirst().at(mu));
    }
  }

  @Test
  void aCheckOfCoverageThatIsCancelledLeavesTheTruthsThatAreDone() {
    for (String more : List.of("", NUISANCE)) {
      StrengthStudy study = study(workspace("puredip", 1, more), RATIO).study();
      List<CriticalCurve> curves =
          study.calibrate(Calibration.ASYMPTOTIC, 0, 3, Workers.callerOnly(), share -> {}, token);
      CancelToken stopping = new CancelToken();
      AtomicReference<List<List<Coverage>>> last = new AtomicReference<>(List.of());
      StudyProgress<List<List<Coverage>>> progress =
          (share, soFar) -> {
            last.set(soFar.get());
            if (share > 0.6) {
              stopping.cancel();
            }
          };
      assertThatThrownBy(
              () ->
                  study.coverage(
                      curves,
                      Values.of(0.5, 1, 2),
                      40,
                      3,
                      Workers.callerOnly(),
                      progress,
                      stopping))
          .isInstanceOf(CancellationException.class);
      assertThat(last.get()).hasSize(3);
      assertThat(last.get().stream().filter(row -> row.size() == 2)).hasSize(2);
    }
  }

  @Test
  void everyToyCanBeSimulatedAgainByItsNumber() {
    for (String more : List.of("", NUISANCE)) {
      StrengthStudy study = study(workspace("puredip", 1, more), FOCUSED).study();
      ToyDraws draws = study.toys(1, 11, token);
      StudiedData third = draws.draw(3);
      StudiedData again = study.toys(1, 11, token).draw(3);
      assertThat(again.counts()).isEqualTo(third.counts()).isNotEqualTo(draws.draw(4).counts());
      assertThat(again.statistic(1.2)).isEqualTo(third.statistic(1.2));
      assertThat(third.expected(third.bestStrength()).sum())
          .isCloseTo(third.counts().sum(), within(0.05 * third.counts().sum()));
      assertThat(third.twiceDeltaNll(Values.of(third.bestStrength())).get(0))
          .isCloseTo(0, within(1e-6));
      Values difference = difference(third.statistic(TESTED), third.twiceDeltaNll(TESTED));
      for (int i = 0; i < TESTED.size(); i++) {
        assertThat(difference.get(i))
            .as("T of a focus and of the ratio differ by a number of the data")
            .isCloseTo(difference.get(0), within(1e-5));
      }
    }
  }

  private static Values difference(Values one, Values other) {
    double[] difference = one.toArray();
    Arrays.setAll(difference, i -> one.get(i) - other.get(i));
    return Values.of(difference);
  }

  @Test
  void aToyShowsItsNuisancesAndWhatWasMeasuredOfThem() {
    StrengthStudy study = study(workspace("puredip", 1, NUISANCE), RATIO).study();
    StudiedData.Nuisance drawn = study.toys(1, 5, token).draw(0).nuisances().getFirst();
    assertThat(drawn.name()).isEqualTo("b");
    assertThat(drawn.measured()).isNotNull().isNotEqualTo(0.0);
    StudiedData.Nuisance observed = study.observedData(token).orElseThrow().nuisances().getFirst();
    assertThat(observed.measured()).isEqualTo(0);
    assertThat(Math.abs(observed.fitted())).isLessThan(1);
  }

  @Test
  void toysInShortHaveTheDistributionThatIsCalibrated() {
    StrengthStudy study = study(workspace("degenerate", 1, ""), RATIO).study();
    CriticalCurve curve =
        study
            .calibrate(Calibration.NEYMAN, 4000, 3, Workers.callerOnly(), share -> {}, token)
            .getFirst();
    List<ToySummary> toys =
        ToySummary.simulate(
            study, 1.2, 1.2, curve, 1000, 8, Workers.callerOnly(), (share, soFar) -> {}, token);
    assertThat(toys).hasSize(1000).allSatisfy(toy -> assertThat(toy.failure()).isEmpty());
    assertThat(toys.get(700).toy()).isEqualTo(700);
    double inside = toys.stream().filter(toy -> toy.statistic() <= curve.at(1.2)).count() / 1000.0;
    assertThat(inside).isCloseTo(0.6827, within(4 * 0.0165));
    assertThat(toys.stream().filter(toy -> toy.minima() > 1).count()).isBetween(200L, 450L);
    StudiedData two =
        study
            .toys(1.2, 8, token)
            .draw(toys.stream().filter(t -> t.segments() == 2).findFirst().orElseThrow().toy());
    assertThat(two.set(curve).segments()).hasSize(2);
  }

  @Test
  void expectedDataAreFittedWhereTheyWereMade() {
    for (String more : List.of("", NUISANCE)) {
      StrengthStudy study = study(workspace("puredip", 1.5, more), FOCUSED).study();
      StudiedData expected = study.expectedData(1.2, token);
      assertThat(expected.bestStrength()).isCloseTo(1.2, within(1e-4));
      assertThat(expected.twiceDeltaNll(Values.of(1.2)).get(0)).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void localMinimaIncludeTheEnds() {
    assertThat(ToySummary.minima(Values.of(0, 2, 1, 3, 2))).containsExactly(0, 2, 4);
    assertThat(ToySummary.minima(Values.of(2, 1, 1, 2))).isEmpty();
  }

  @Test
  void theStandardGridReachesWhereDataExcludeAndTheParameterMustBeFree() {
    Workspace workspace = workspace("puredip", 1, "");
    BinnedModel model = workspace.model(null, Interpolation.SMOOTH);
    WorkspaceStudy standard = WorkspaceStudy.of(workspace, model, RATIO, LEVELS, null, token);
    Values tested = standard.study().tested();
    assertThat(tested.size()).isEqualTo(61);
    assertThat(standard.study().observedData(token).orElseThrow().statistic(tested.get(60)))
        .isCloseTo(36, within(0.2));
    assertThat(tested.toArray()).contains(standard.someTruths().toArray());
    FitParameter fixed = model.parameters().getFirst().fixedAt(1);
    assertThatThrownBy(
            () ->
                WorkspaceStudy.of(
                    workspace, model.with(List.of(fixed), 0), RATIO, LEVELS, null, token))
        .hasMessageContaining("mu is fixed");
    assertThatThrownBy(
            () ->
                WorkspaceStudy.of(
                    workspace, model.with(model.parameters(), -1), RATIO, LEVELS, null, token))
        .hasMessageContaining("no parameter of interest");
  }
}
