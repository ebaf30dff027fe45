package org.dipscope.core.physics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.GoldenTable;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.BuiltinPdf;
import org.dipscope.core.physics.resonance.GoldenPoints;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.junit.jupiter.api.Test;

class SpectrumGoldenTest {
  private static final Percentage RELATIVE_1E8 = withPercentage(1e-6);
  private static final StandardModel MODEL = StandardModel.DEFAULT;

  @Test
  void differentialCrossSectionsAgreeWithFortyDigitArithmetic() {
    var collisions = new ProtonCollisions(13_000, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS);
    GoldenTable golden = GoldenTable.read(SpectrumGoldenTest.class, "spectrum.csv");
    assertThat(golden.rows()).hasSize(96);
    for (GoldenTable.Row row : golden.rows()) {
      var resonance = GoldenPoints.resonance(row.text("point"), WidthScheme.FIXED);
      SpectrumPoint point =
          new DifferentialSpectrum(MODEL, collisions, List.of(resonance)).at(row.number("M_GeV"));
      near(point.bornGg(), row, "dB_gg");
      near(point.bornQq(), row, "dB_qq");
      near(point.signal(), row, "dS");
      near(point.interference(), row, "dI");
    }
  }

  @Test
  void totalCrossSectionsAgreeAtAllScalesAndEnergies() {
    GoldenTable golden = GoldenTable.read(SpectrumGoldenTest.class, "sigma_tt_LO.csv");
    int compared = 0;
    for (GoldenTable.Row row : golden.rows()) {
      if (!row.text("pdf").equals("embedded MSTW2008LO")) {
        continue;
      }
      double energy = 1000 * row.number("sqrt_S_TeV");
      var collisions =
          new ProtonCollisions(energy, BuiltinPdf.MSTW2008LO, ScaleChoice.parse(row.text("scale")));
      StandardModel model = MODEL.withTopMass(row.number("mt_GeV"));
      var grid =
          new SpectrumGrid(model, collisions, Binning.of(0, energy), 0, EfficiencyModel.NONE);
      assertThat(grid.bornGg(Normalisation.PICOBARN).rate()[0])
          .as("gg of %s", row)
          .isCloseTo(row.number("sigma_gg_pb"), withPercentage(1e-4));
      assertThat(grid.bornQq(Normalisation.PICOBARN).rate()[0])
          .as("qq of %s", row)
          .isCloseTo(row.number("sigma_qq_pb"), withPercentage(1e-4));
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(4);
  }

  private static void near(double value, GoldenTable.Row row, String column) {
    assertThat(value).as("%s of %s", column, row).isCloseTo(row.number(column), RELATIVE_1E8);
  }
}
