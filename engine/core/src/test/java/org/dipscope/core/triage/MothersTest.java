package org.dipscope.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dipscope.core.bump.BackgroundFamily;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.selection.MassHistogram;
import org.dipscope.core.selection.Mother;
import org.junit.jupiter.api.Test;

class MothersTest {

  private static MassHistogram weighted(MassHistogram plain, double weight) {
    return new MassHistogram(
        plain.id(),
        plain.category(),
        plain.combination(),
        plain.objects(),
        plain.events(),
        plain.edges(),
        plain.counts().map(n -> weight * n),
        plain.counts().map(n -> weight * weight * n),
        plain.first(),
        plain.end());
  }

  @Test
  void exponentialsAreFittedWell() {
    List<MassHistogram> spectra = Spectra.of(40, 5, 0, 0);

    List<Optional<Mother>> mothers =
        Mothers.of(spectra, Workers.callerOnly(), done -> {}, new CancelToken());

    double deviance = 0;
    for (int i = 0; i < mothers.size(); i++) {
      Mother mother = mothers.get(i).orElseThrow();
      assertThat(mother.converged()).isTrue();
      assertThat(mother.degreesOfFreedom()).isEqualTo(Spectra.BINS - 5);
      assertThat(mother.deviancePerBin())
          .isCloseTo(mother.deviance() / Spectra.BINS, within(1e-12));
      double entries = spectra.get(i).entries();
      assertThat(mother.background().sum()).isCloseTo(entries, within(1e-4 * entries));
      deviance += mother.deviance();
    }
    // 40 χ² of 45 degrees of freedom: 1800 ± 60
    assertThat(deviance).isCloseTo(1800, within(240.0));
  }

  @Test
  void tooFewBinsOrNegativeWeightsHaveNoMother() {
    MassHistogram narrow = Spectra.of(1, 1, 0, 0).getFirst().keeping(0, 5);
    assertThat(Mothers.of(narrow)).isEmpty();
    assertThat(Mothers.of(weighted(Spectra.of(1, 1, 0, 0).getFirst(), -1))).isEmpty();
  }

  @Test
  void weightsScaleTheMotherAndLeaveFitAndSignificance() {
    MassHistogram plain = Spectra.of(1, 4, 20, 300).getFirst();
    MassHistogram scaled = weighted(plain, 1e-3);

    Mother mother = Mothers.of(plain).orElseThrow();
    Mother light = Mothers.of(scaled).orElseThrow();
    assertThat(light.deviance()).isCloseTo(mother.deviance(), within(1e-6));
    assertThat(light.background().get(10))
        .isCloseTo(1e-3 * mother.background().get(10), within(1e-6 * mother.background().get(10)));
    SignificanceEstimator estimator =
        new ProfileEstimator(
            new SignalWidths(Values.of(1), true, false), new BackgroundFamily.LogPolynomial(4));
    Scanned one = Triage.scan(plain, estimator.worker(), TriageRule.STANDARD);
    Scanned other = Triage.scan(scaled, estimator.worker(), TriageRule.STANDARD);
    assertThat(other.candidate().z()).isCloseTo(one.candidate().z(), within(1e-6));
    assertThat(other.candidate().entries()).isCloseTo(one.candidate().entries(), within(1L));
    assertThat(TriageFigure.of(other, TriageRule.STANDARD).columns().getFirst().panels().getFirst())
        .extracting(panel -> panel.y().label())
        .isEqualTo("sum of weights per bin");
  }
}
