package org.dipscope.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.dipscope.core.project.LikelihoodSettings.ScanAxis;
import org.junit.jupiter.api.Test;

class LikelihoodSettingsTest {

  @Test
  void everyChoiceOfAnAxisLeavesAPossiblePair() {
    for (ScanParameter x : ScanParameter.values()) {
      for (ScanParameter y : ScanParameter.values()) {
        LikelihoodSettings chosen =
            LikelihoodSettings.DEFAULT
                .withHorizontal(ScanAxis.usual(x))
                .withVertical(ScanAxis.usual(y));
        assertThat(chosen.vertical().parameter()).isEqualTo(y);
        assertThat(
                LikelihoodSettings.isPossible(
                    chosen.horizontal().parameter(), chosen.vertical().parameter()))
            .isTrue();
      }
    }
  }

  @Test
  void choosingTheOtherAxisSwapsThem() {
    LikelihoodSettings swapped =
        LikelihoodSettings.DEFAULT.withHorizontal(LikelihoodSettings.DEFAULT.vertical());
    assertThat(swapped.vertical()).isEqualTo(LikelihoodSettings.DEFAULT.horizontal());
  }

  @Test
  void theSurfaceDoesNotDependOnTheSlidersOfItsAxes() {
    LikelihoodSettings settings = LikelihoodSettings.DEFAULT;
    Scenario here = Scenario.DEFAULT;
    Scenario there = here.with(ScanParameter.MASS, 700).with(ScanParameter.TAN_BETA, 3);
    assertThat(settings.across(there)).isEqualTo(settings.across(here));
    assertThat(settings.across(here.withSignalStrength(2))).isNotEqualTo(settings.across(here));
  }

  @Test
  void aCouplingTakesThePlaceOfTanBetaWhereThereIsNone() {
    Scalar free = Scalar.DEFAULT.withCoupling(new CouplingChoice.Free(1, 0, 0));
    LikelihoodSettings fitted = LikelihoodSettings.DEFAULT.fitting(free);
    assertThat(fitted.vertical().parameter()).isEqualTo(ScanParameter.COUPLING);
    assertThat(fitted.fitting(Scalar.DEFAULT)).isEqualTo(LikelihoodSettings.DEFAULT);
  }
}
