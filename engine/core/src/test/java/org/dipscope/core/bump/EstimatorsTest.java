package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.core.bump.BackgroundFamily.Bernstein;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class EstimatorsTest {
  private static final BumpData HGG =
      BumpData.of("hgg", Spectra.hggBins(), Values.of(Spectra.hggCounts()), null);
  private static final Bernstein FOUR = new Bernstein(4);

  private static double[] z(SignificanceEstimator estimator) {
    return estimator.worker().scan(HGG).z().toArray();
  }

  @Test
  void theProfiledCurveOfTheDiphotonSpectrumIsReproduced() {
    assertThat(z(new ProfileEstimator(SignalWidths.ONE_BIN, FOUR)))
        .containsExactly(Spectra.hgg("zPROF_poly4_sigma2"), within(1e-3));
  }

  @Test
  void theBackgroundOnlyCurveIsReproduced() {
    ZCurve curve = new BackgroundOnlyEstimator(SignalWidths.ONE_BIN, FOUR).worker().scan(HGG);
    assertThat(curve.background().toArray())
        .containsExactly(Spectra.hgg("background_Bonly"), within(0.05));
    assertThat(curve.z().toArray())
        .containsExactly(Spectra.hgg("zLR_fixedbkgBonly_sigma2"), within(1e-3));
  }

  @Test
  void theCurveOverTheJointFitIsReproduced() {
    ZCurve curve = new JointEstimator(SignalWidths.ONE_BIN, FOUR).worker().scan(HGG);
    assertThat(curve.background().toArray())
        .containsExactly(Spectra.hgg("background_SB"), within(1.0));
    assertThat(curve.z().toArray())
        .containsExactly(Spectra.hgg("zLR_fixedbkgSB_sigma2.0"), within(0.02));
    assertThat(curve.peak(false)).isEqualTo(13);
  }

  @Test
  void theOrderThatTheInformationCriterionChoosesGivesTheSamePicture() {
    ZCurve curve = new ProfileEstimator(SignalWidths.ONE_BIN, null).worker().scan(HGG);
    assertThat(curve.peak(false)).isBetween(12, 13);
    assertThat(curve.z().get(curve.peak(false))).isBetween(2.5, 4.5);
  }

  @Test
  void whatTheBackgroundCouldMimicIsLargestAtTheEdges() {
    ZCurve curve = new ProfileEstimator(SignalWidths.ONE_BIN, FOUR).worker().scan(HGG);
    assertThat(curve.isDecidable(0)).isFalse();
    assertThat(curve.isDecidable(15)).isTrue();
    assertThat(curve.error().get(15)).isCloseTo(0.84, within(0.1));
  }

  @Test
  void aSpectrumThatDoesNotAllowItSaysWhy() {
    SignificanceEstimator profile = new ProfileEstimator(SignalWidths.ONE_BIN, null);
    BumpData empty = BumpData.of("none", Binning.uniform(30, 0, 30), Values.constant(30, 0), null);
    assertThatThrownBy(() -> profile.worker().scan(empty))
        .isInstanceOf(ProblemException.class)
        .hasMessage("\"none\" holds no events, so no background can be fitted.");
    BumpData two = BumpData.of("two", Binning.uniform(2, 0, 2), Values.of(3, 4), null);
    assertThatThrownBy(() -> profile.worker().scan(two)).hasMessageContaining("2 bins");
    assertThatThrownBy(() -> new KnownEstimator(SignalWidths.ONE_BIN).worker().scan(two))
        .hasMessageContaining("without a known background");
    BumpData impossible = two.withBackground(Values.of(0, 4));
    assertThatThrownBy(() -> new KnownEstimator(SignalWidths.ONE_BIN).worker().scan(impossible))
        .hasMessage("Bin 1 of \"two\" holds 3.0 events where the known background is 0.");
    assertThatThrownBy(() -> BumpData.of("bad", Binning.uniform(2, 0, 2), Values.of(3, -4), null))
        .hasMessage("Bin 2 of \"bad\" has the count -4.0.");
  }

  @Test
  void strangeSpectraGiveFiniteNumbers() {
    for (int bins = 3; bins <= 7; bins++) {
      for (int variant = 0; variant < 4; variant++) {
        double[] counts = new double[bins];
        for (int i = 0; i < bins; i++) {
          counts[i] =
              switch (variant) {
                case 0 -> i == bins / 2 ? 1e12 : 0;
                case 1 -> i == 0 ? 1 : 0;
                case 2 -> 0.25 * i;
                default -> 1e9 / (1 + i);
              };
        }
        BumpData data = BumpData.of("odd", Binning.uniform(bins, 0, bins), Values.of(counts), null);
        for (SignificanceEstimator estimator :
            new SignificanceEstimator[] {
              new ProfileEstimator(SignalWidths.ONE_BIN, null),
              new JointEstimator(SignalWidths.ONE_BIN, null),
              new BackgroundOnlyEstimator(SignalWidths.ONE_BIN, null)
            }) {
          assertThat(java.util.Arrays.stream(estimator.worker().scan(data).z().toArray()))
              .as("%s, %d bins, variant %d", estimator.id(), bins, variant)
              .allMatch(Double::isFinite);
        }
      }
    }
  }
}
