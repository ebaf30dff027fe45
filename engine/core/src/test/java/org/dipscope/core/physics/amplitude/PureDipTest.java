package org.dipscope.core.physics.amplitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PureDipTest {

  @Test
  void massesOfTheTheoryNote() {
    StandardModel model = StandardModel.DEFAULT;
    assertThat(PureDip.massGeV(model, CpParity.ODD)).isCloseTo(865.666575137, within(1e-9));
    assertThat(PureDip.massGeV(model, CpParity.EVEN)).isCloseTo(1165.35350128, within(1e-8));
  }

  @Test
  void theTopLoopIsPurelyAbsorptiveThere() {
    StandardModel model = StandardModel.DEFAULT.withTopMass(173.3);
    for (CpParity parity : CpParity.values()) {
      double ratio = PureDip.massGeV(model, parity) / (2 * model.topMassGeV());
      assertThat(parity.loop(ratio * ratio).re()).isCloseTo(0, within(1e-13));
    }
  }
}
