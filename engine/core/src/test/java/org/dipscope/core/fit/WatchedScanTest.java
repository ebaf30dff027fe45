package org.dipscope.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans tell how far they are, and what they know survives when they are stopped. */
@SuppressWarnings("NullAway.Init")
class WatchedScanTest {
  private static final String MODEL =
      """
      {"bins": {"background": [50, 60], "signal": [12, 3], "interference": [-20, 4]},
       "observed": [43, 66],
       "nuisances": [{"name": "rate", "type": "norm", "background": {"up": 1.1, "down": 0.9}}]}
      """;

  @TempDir private Path folder;
  private FitProblem problem;
  private FitResult result;

  @BeforeEach
  void fit() {
    problem = TestModels.read(folder, MODEL).model(null, Interpolation.SMOOTH).observed();
    result = FitResult.of(problem, new CancelToken());
  }

  private static double[] grid(double low, double high, int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> low + (high - low) * i / (count - 1))
        .toArray();
  }

  @Test
  void theFractionRisesToOneAndPointsOnlyFall() {
    List<Double> fractions = new ArrayList<>();
    List<ProfileScan> pictures = new ArrayList<>();
    int mu = problem.index("mu");
    ProfileScan scan =
        ProfileScan.along(
            problem,
            result.minima(),
            mu,
            grid(0, 4, 21),
            (fraction, soFar) -> {
              fractions.add(fraction);
              pictures.add(soFar.get());
            },
            new CancelToken());
    assertThat(fractions).isSorted().allSatisfy(f -> assertThat(f).isBetween(0.0, 1.0));
    assertThat(fractions.getLast()).isGreaterThan(0.9);
    assertThat(Arrays.stream(pictures.getFirst().twiceNll()).filter(Double::isNaN)).hasSize(20);
    for (ProfileScan picture : pictures) {
      for (int i = 0; i < 21; i++) {
        double then = picture.twiceNll()[i];
        assertThat(Double.isNaN(then) || then >= scan.twiceNll()[i]).isTrue();
      }
    }
    assertThat(scan.twiceNll())
        .isEqualTo(
            ProfileScan.along(problem, result.minima(), mu, grid(0, 4, 21), new CancelToken())
                .twiceNll());
  }

  @Test
  void aStoppedSurfaceKeepsItsPoints() {
    CancelToken token = new CancelToken();
    List<ProfileScan> pictures = new ArrayList<>();
    assertThatThrownBy(
            () ->
                ProfileScan.over(
                    problem,
                    result.minima(),
                    problem.index("mu"),
                    grid(0, 4, 8),
                    problem.index("rate"),
                    grid(-2, 2, 8),
                    (fraction, soFar) -> {
                      if (fraction > 0.1) {
                        pictures.add(soFar.get());
                        token.cancel();
                      }
                    },
                    token))
        .isInstanceOf(CancellationException.class);
    long known = Arrays.stream(pictures.getLast().twiceNll()).filter(Double::isFinite).count();
    assertThat(known).isBetween(5L, 60L);
    assertThat(pictures.getLast().minima()).isEqualTo(result.minima());
  }

  @Test
  void errorsAndImpactsTellHowFarTheyAre() {
    List<Double> fractions = new ArrayList<>();
    FitResult again = FitResult.of(problem, fractions::add, new CancelToken());
    assertThat(fractions).containsExactly(0.0, 0.5);
    assertThat(again.estimates()).isEqualTo(result.estimates());
    fractions.clear();
    assertThat(Impact.of(again, fractions::add, new CancelToken()))
        .isEqualTo(Impact.of(result, new CancelToken()));
    assertThat(fractions).hasSize(1);
  }
}
