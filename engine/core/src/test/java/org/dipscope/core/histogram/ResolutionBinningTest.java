package org.dipscope.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ResolutionBinningTest {

  @Test
  void constantRelativeResolutionGivesGeometricBins() {
    Binning bins = new ResolutionBinning(0.1, 0, 0, 1).between(100, 150);
    assertThat(bins.edges())
        .containsExactly(new double[] {100, 110, 121, 133.1, 146.41, 161.051}, within(1e-10));
  }

  @Test
  void noiseAloneGivesEqualBins() {
    Binning bins = new ResolutionBinning(0, 0, 4, 0.5).between(10, 16);
    assertThat(bins.edges()).containsExactly(10, 12, 14, 16);
  }

  @Test
  void termsAddInQuadrature() {
    // sigma(100)/100 = 0.03 ⊕ 1/10 ⊕ 4/100
    assertThat(new ResolutionBinning(0.03, 1, 4, 1).sigma(100))
        .isCloseTo(100 * Math.sqrt(0.0009 + 0.01 + 0.0016), within(1e-12));
  }

  /** Half the root of the summed squares of σ(p_T = m/2): two jets of 10 % at 1 TeV give 35 GeV. */
  @Test
  void objectsAtHalfTheMass() {
    Binning bins = ResolutionBinning.ofObjects(0.1, 0.1).between(1000, 1001);
    assertThat(bins.width(0)).isCloseTo(0.5 * Math.sqrt(2 * 50 * 50), within(1e-10));
  }

  @Test
  void absurdBinsAreRefused() {
    assertThatThrownBy(() -> new ResolutionBinning(1e-12, 0, 0, 1).between(1, 1e9))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("More than 100000 bins");
    assertThatThrownBy(() -> new ResolutionBinning(1e-300, 0, 0, 1).between(1, 2))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new ResolutionBinning(0, 0, 0, 1)).hasMessageContaining("is none");
    assertThatThrownBy(() -> new ResolutionBinning(0.1, -1, 0, 1)).hasMessageContaining("is none");
    assertThatThrownBy(() -> new ResolutionBinning(0.1, 0, 0, 0)).hasMessageContaining("are none");
    assertThatThrownBy(() -> new ResolutionBinning(0.1, 0, 0, 1).between(0, 10))
        .hasMessageContaining("from 0.0 to 10.0");
    assertThatThrownBy(() -> new ResolutionBinning(0.1, 0, 0, 1).between(5, Double.NaN))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void logarithmicBinsHaveOneRatio() {
    assertThat(Binning.logarithmic(3, 1, 1000).edges())
        .containsExactly(new double[] {1, 10, 100, 1000}, within(1e-12));
    assertThatThrownBy(() -> Binning.logarithmic(3, 0, 10)).hasMessageContaining("start at 0.0");
    assertThatThrownBy(() -> Binning.logarithmic(0, 1, 10)).hasMessageContaining("one bin");
  }
}
