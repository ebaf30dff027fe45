package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitSpacingTest {
  @Test
  void aNumberStaysWithItsUnit() {
    assertThat(UnitSpacing.kept("Pseudo-data 13 TeV, 140 fb⁻¹ at 5 %"))
        .isEqualTo("Pseudo-data 13\u00a0TeV, 140\u00a0fb⁻¹ at 5\u00a0%");
    assertThat(UnitSpacing.kept("minimum, +0.71\n650 GeV"))
        .isEqualTo("minimum, +0.71\n650\u00a0GeV");
  }

  @Test
  void otherWordsMayPart() {
    assertThat(UnitSpacing.kept("run 2 background, 3 bins")).isEqualTo("run 2 background, 3 bins");
  }
}
