package org.dipscope.core.physics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.GoldenTable;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.BuiltinPdf;
import org.dipscope.core.physics.resonance.GoldenPoints;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.junit.jupiter.api.Test;

/**
 * The published dip sizes, with the conventions that reproduce them: cross-sections as sums over
 * the middles of 1 GeV bins from 345 to 1600 GeV, raw extremes among the same from 346 GeV on;
 * smeared extremes from 360 GeV on, resolution σ = R times the true mass; significance of the
 * Asimov likelihood ratio in 25 GeV bins from 350 to 1500 GeV, K = 2 for all three parts, the
 * background with the efficiency of the interference.
 */
class DipSizesTest {
  private static final StandardModel MODEL = StandardModel.DEFAULT;
  private static final ProtonCollisions LHC =
      new ProtonCollisions(13_000, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS);
  private static final Normalisation RUN2 = new Normalisation(140, 2, 2, 2);

  private final GoldenTable golden = GoldenTable.read(DipSizesTest.class, "dip_sizes.csv");

  @Test
  void crossSectionsAndRawDips() {
    for (GoldenTable.Row row : golden.rows()) {
      var spectrum = new DifferentialSpectrum(MODEL, LHC, List.of(resonance(row)));
      double signal = 0;
      double interference = 0;
      double low = 0;
      double high = 0;
      for (double mass = 345.5; mass < 1600; mass++) {
        SpectrumPoint point = spectrum.at(mass);
        signal += point.signal();
        interference += point.interference();
        if (mass > 346) {
          low = Math.min(low, 100 * point.relativeEffect());
          high = Math.max(high, 100 * point.relativeEffect());
        }
      }
      near(signal, row, "sigma_S_pb", 4e-4);
      near(interference, row, "sigma_I_pb", 4e-4);
      assertThat(low).as("%s", row).isCloseTo(row.number("raw_min_pct"), within(6e-4));
      assertThat(high).as("%s", row).isCloseTo(row.number("raw_max_pct"), within(6e-4));
    }
  }

  @Test
  void smearingShrinksTheDipAsPublished() {
    Binning bins = Binning.uniform(580, 360, 1520);
    for (int percent : new int[] {8, 20}) {
      SpectrumGrid grid = new SpectrumGrid(MODEL, LHC, bins, 0.01 * percent, EfficiencyModel.NONE);
      double[] background = grid.background(Normalisation.PICOBARN).rate();
      for (GoldenTable.Row row : golden.rows()) {
        double[] change =
            grid.predict(List.of(resonance(row)), Normalisation.PICOBARN).total().rate();
        double low = 0;
        double high = 0;
        for (int i = 0; i < change.length; i++) {
          low = Math.min(low, 100 * change[i] / background[i]);
          high = Math.max(high, 100 * change[i] / background[i]);
        }
        double slack = 4e-3 * (high - low) + 1e-3;
        assertThat(low)
            .as("%s", row)
            .isCloseTo(row.number("s" + percent + "_min_pct"), within(slack));
        assertThat(high)
            .as("%s", row)
            .isCloseTo(row.number("s" + percent + "_max_pct"), within(slack));
      }
    }
  }

  @Test
  void asimovSignificancesWithThePublishedSelection() {
    Binning bins = Binning.uniform(46, 350, 1500);
    for (int percent : new int[] {8, 20}) {
      SpectrumGrid grid =
          new SpectrumGrid(MODEL, LHC, bins, 0.01 * percent, EfficiencyModel.PUBLISHED);
      double[] background = grid.background(RUN2).rate();
      for (GoldenTable.Row row : golden.rows()) {
        double[] change = grid.predict(List.of(resonance(row)), RUN2).total().rate();
        double square = 0;
        for (int i = 0; i < change.length; i++) {
          double b = background[i];
          square += 2 * ((b + change[i]) * Math.log1p(change[i] / b) - change[i]);
        }
        near(Math.sqrt(square), row, "Z_asimov_" + percent + "pct_140fb", 1e-3);
      }
    }
  }

  @Test
  void fourMillionEventsAreSelected() {
    SpectrumGrid grid =
        new SpectrumGrid(MODEL, LHC, Binning.of(345, 1500), 0, EfficiencyModel.PUBLISHED);
    assertThat(grid.background(RUN2).rate()[0]).isCloseTo(4.0e6, within(1e4));
  }

  private static Resonance resonance(GoldenTable.Row row) {
    return GoldenPoints.resonance(row.text("point"), WidthScheme.FIXED);
  }

  private static void near(double value, GoldenTable.Row row, String column, double relative) {
    double expected = row.number(column);
    double printed = column.startsWith("Z") ? 6e-3 : 0;
    assertThat(value)
        .as("%s of %s", column, row)
        .isCloseTo(expected, within(relative * Math.abs(expected) + printed));
  }
}
