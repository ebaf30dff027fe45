package org.dipscope.core.physics.amplitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.dipscope.core.math.Complex;
import org.junit.jupiter.api.Test;

class BornGoldenTest {
  private static final Percentage RELATIVE_1E10 = withPercentage(1e-8);
  private static final StandardModel MODEL = StandardModel.DEFAULT;

  private final GoldenTable golden = GoldenTable.read(BornGoldenTest.class, "born.csv");
  private final BornCrossSection born = new BornCrossSection(MODEL);

  @Test
  void bornAndFloorAgreeWithFortyDigitArithmetic() {
    assertThat(golden.rows()).hasSize(17);
    for (GoldenTable.Row row : golden.rows()) {
      double energy = row.number("sqrt_s_GeV");
      near(TopPair.at(MODEL, energy).beta(), row, "beta");
      near(born.gg(energy), row, "sigma_gg_pb");
      near(born.qqbar(energy), row, "sigma_qq_pb");
      near(born.floor(energy, CpParity.EVEN), row, "B0_H_pb");
      near(born.floor(energy, CpParity.ODD), row, "B0_A_pb");
    }
  }

  @Test
  void loopsAgreeWithFortyDigitArithmetic() {
    for (GoldenTable.Row row : golden.rows()) {
      double energy = row.number("sqrt_s_GeV");
      loop(CpParity.EVEN, energy, MODEL.topMassGeV(), row, "A_even_t");
      loop(CpParity.ODD, energy, MODEL.topMassGeV(), row, "A_odd_t");
      loop(CpParity.EVEN, energy, MODEL.bottomMassGeV(), row, "A_even_b");
      loop(CpParity.ODD, energy, MODEL.bottomMassGeV(), row, "A_odd_b");
    }
  }

  private static void loop(
      CpParity parity, double energy, double mass, GoldenTable.Row row, String column) {
    Complex value = parity.loop(energy * energy / (4 * mass * mass));
    near(value.re(), row, "Re" + column);
    near(value.im(), row, "Im" + column);
  }

  private static void near(double value, GoldenTable.Row row, String column) {
    assertThat(value).as("%s of %s", column, row).isCloseTo(row.number(column), RELATIVE_1E10);
  }
}
