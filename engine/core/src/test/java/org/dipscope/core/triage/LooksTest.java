package org.dipscope.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LooksTest {

  /** √(25 + 2 ln N) of rodem-hep/search-budget, which is good to a few hundredths. */
  @Test
  void fiveSigmaAfterManyLooksNeedsWhatOthersFound() {
    assertThat(Looks.neededFor5Sigma(1)).isCloseTo(5, within(1e-9));
    assertThat(Looks.neededFor5Sigma(4_319)).isCloseTo(6.46, within(0.06));
    assertThat(Looks.neededFor5Sigma(201_136)).isCloseTo(7.03, within(0.06));
    assertThat(Looks.neededFor5Sigma(362_815)).isCloseTo(7.11, within(0.06));
  }

  @Test
  void localAndGlobalAreInverse() {
    double looks = 1234;

    assertThat(Looks.global(Looks.neededFor5Sigma(looks), looks)).isCloseTo(5, within(1e-6));
    assertThat(Looks.anywhere(1e-20, 1e6)).isCloseTo(1e-14, within(1e-20));
    assertThat(Looks.anywhere(1, 3)).isEqualTo(1);
  }

  /** "Costs about half a σ": rodem-hep/search-budget. */
  @Test
  void aSplitCostsAboutHalfASigma() {
    for (double looks : new double[] {4_319, 201_136, 362_815}) {
      for (double share : new double[] {0.2, 0.25, 0.3}) {
        SplitReach reach = SplitReach.of(looks, share, 3);

        assertThat(reach.loss()).as("%s looks, %s", looks, share).isBetween(0.2, 0.9);
        assertThat(reach.breakEven()).isBetween(5.0, 300.0);
        assertThat(reach.frozen()).isCloseTo(1 + looks * Normal.above(3), within(1e-9));
      }
    }
  }

  @Test
  void theBreakEvenNumberOfLooksMakesBothWaysEqual() {
    SplitReach reach = SplitReach.of(10_000, 0.25, 3);

    assertThat(Looks.neededFor5Sigma(reach.breakEven() * 10_000))
        .isCloseTo(reach.neededSplit(), within(1e-6));
  }

  @Test
  void impossibleSplitsAreRefused() {
    assertThatThrownBy(() -> SplitReach.of(100, 0, 3)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> SplitReach.of(0, 0.5, 3)).isInstanceOf(ProblemException.class);
  }

  /** The example of Benjamini and Hochberg (1995), table 1: four of fifteen at a rate of 0.05. */
  @Test
  void falseDiscoveriesAreThoseOfTheOriginalExample() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0
    };
    double[] q = FalseDiscovery.qValues(p);

    assertThat(java.util.Arrays.stream(q).filter(value -> value <= 0.05).count()).isEqualTo(4);
    assertThat(q[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
    assertThat(q).isSorted();
    assertThat(FalseDiscovery.qValues(new double[] {Double.NaN, 0.5})).containsExactly(1, 1);
  }

  @Test
  void oneCategoryAddsUpToItself() {
    assertThat(CoherentGroup.ofSum(9, 1)).isCloseTo(3, within(1e-9));
    // P = 2·¼·P(χ²₁ > 9) + ¼·P(χ²₂ > 9) = ½·0.0026998 + ¼·0.011109
    assertThat(Normal.above(CoherentGroup.ofSum(9, 2)))
        .isCloseTo(0.5 * 0.0026997961 + 0.25 * Math.exp(-4.5), within(1e-8));
    assertThat(CoherentGroup.ofSum(0, 5)).isZero();
    assertThat(CoherentGroup.ofSum(3000, 100)).isGreaterThan(30);
  }
}
