package org.dipscope.core.physics.resonance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.dipscope.core.physics.amplitude.GoldenTable;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.junit.jupiter.api.Test;

class PartonicGoldenTest {
  private static final Percentage RELATIVE_1E10 = withPercentage(1e-8);
  private static final StandardModel MODEL = StandardModel.DEFAULT;

  @Test
  void partialWidthsAgreeWithFortyDigitArithmetic() {
    assertThat(GoldenPoints.table().rows()).hasSize(10);
    for (GoldenTable.Row row : GoldenPoints.table().rows()) {
      PartialWidths widths = GoldenPoints.resonance(row, WidthScheme.FIXED).partialWidths(MODEL);
      near(widths.tt(), row, "Gamma_tt_GeV");
      near(widths.bb(), row, "Gamma_bb_GeV");
      near(widths.tautau(), row, "Gamma_tautau_GeV");
      near(widths.gg(), row, "Gamma_gg_GeV");
      if (!row.text("tan_beta").equals("-")) {
        near(widths.total(), row, "Gamma_tot_GeV");
      }
    }
  }

  @Test
  void typeTwoCouplingsAreThoseOfThePoints() {
    for (GoldenTable.Row row : GoldenPoints.table().rows()) {
      if (!row.text("tan_beta").equals("-")) {
        Couplings couplings = Couplings.typeTwo(GoldenPoints.parity(row), row.number("tan_beta"));
        near(couplings.top(GoldenPoints.parity(row)), row, "xi_t");
        near(couplings.bottom(GoldenPoints.parity(row)), row, "xi_b");
        near(couplings.tau(GoldenPoints.parity(row)), row, "xi_tau");
      }
    }
  }

  @Test
  void signalAndInterferenceAgreeInAllWidthSchemes() {
    GoldenTable golden = GoldenTable.read(PartonicGoldenTest.class, "sigma.csv");
    assertThat(golden.rows()).hasSize(289);
    for (GoldenTable.Row row : golden.rows()) {
      WidthScheme scheme = WidthScheme.valueOf(row.text("scheme").toUpperCase(Locale.ROOT));
      PartonicCrossSections sections = sections(row.text("point"), scheme);
      near(sections.signal(row.number("sqrt_s_GeV")), row, "sigma_S_pb");
      near(sections.interference(row.number("sqrt_s_GeV")), row, "sigma_I_pb");
    }
  }

  @Test
  void angularDistributionsAgree() {
    GoldenTable golden = GoldenTable.read(PartonicGoldenTest.class, "diff.csv");
    assertThat(golden.rows()).hasSize(144);
    for (GoldenTable.Row row : golden.rows()) {
      PartonicCrossSections sections = sections(row.text("point"), WidthScheme.FIXED);
      double energy = row.number("sqrt_s_GeV");
      double z = row.number("z");
      near(sections.born().gg(energy, z), row, "dsigB_gg_dz_pb");
      near(sections.born().qqbar(energy, z), row, "dsigB_qq_dz_pb");
      near(sections.signal(energy, z), row, "dsigS_dz_pb");
      near(sections.interference(energy, z), row, "dsigI_dz_pb");
    }
  }

  private static PartonicCrossSections sections(String point, WidthScheme scheme) {
    return new PartonicCrossSections(MODEL, List.of(GoldenPoints.resonance(point, scheme)));
  }

  private static void near(double value, GoldenTable.Row row, String column) {
    assertThat(value).as("%s of %s", column, row).isCloseTo(row.number(column), RELATIVE_1E10);
  }
}
