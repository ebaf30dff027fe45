package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.NuisanceFit;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.ViewSettings.ContentScale;
import org.junit.jupiter.api.Test;

class DrawnSpectrumTest {
  private static final Binning BINS = Binning.of(350, 400, 450, 500, 600);
  private static final CountSpectrum COUNTS =
      new CountSpectrum("c", new Axis("m_tt", "GeV", BINS), Values.of(8, 0, 4, 20), 140.0, "");
  private static final MeasuredSpectrum MEASURED =
      new MeasuredSpectrum(
          "m",
          new Axis("m_tt", "GeV", BINS),
          "pb/GeV",
          false,
          Values.of(4, 2, 1, -0.5),
          new TotalErrors(Values.of(0.4, 0.3, 0.1, 1), Values.of(0.5, 0.3, 0.2, 1)),
          "");

  private static DrawnSpectrum drawn(int merge, ContentScale scale, MassInterval... masks) {
    return DrawnSpectrum.of(
        SpectrumData.of(COUNTS, Correlation.DEFAULT, 172.5, "", List.of(masks)), merge, scale);
  }

  private static DrawnSpectrum measured(int merge, ContentScale scale) {
    return DrawnSpectrum.of(SpectrumData.alone(MEASURED, "", List.of()), merge, scale);
  }

  @Test
  void joinedCountsHaveTheGarwoodIntervalOfTheirSum() {
    DrawnSpectrum joined = drawn(2, ContentScale.PER_UNIT);
    assertThat(joined.bins().edges()).containsExactly(350, 450, 600);
    assertThat(joined.value(0)).isEqualTo(8);
    assertThat(joined.errorHigh(1)).isCloseTo(Garwood.of(24).high() - 24, within(1e-12));
    assertThat(joined.errorLow(1)).isCloseTo(24 - Garwood.of(24).low(), within(1e-12));
    assertThat(joined.factor(1)).isCloseTo(1 / 150.0, within(1e-15));
    assertThat(joined.content(Values.of(1, 2, 3, 4), 1)).isEqualTo(7);
  }

  @Test
  void joinedCrossSectionsKeepTheirArea() {
    DrawnSpectrum joined = measured(3, ContentScale.PER_UNIT);
    assertThat(joined.bins().edges()).containsExactly(350, 500, 600);
    assertThat(joined.value(0)).isCloseTo(7.0 / 3, within(1e-12));
    assertThat(joined.content(MEASURED.values(), 0)).isCloseTo(7.0 / 3, within(1e-12));
    assertThat(joined.value(1)).isEqualTo(-0.5);
    assertThat(joined.dataWords()).isEqualTo("data, bins ×3 (last ×1)");
    assertThat(joined.hiddenWords()).isEqualTo("1 negative bin not on the log axis");
  }

  @Test
  void everyScaleHasItsLabelAndUnit() {
    assertThat(drawn(1, ContentScale.PER_BIN).contentLabel()).isEqualTo("events / bin");
    assertThat(drawn(1, ContentScale.PER_UNIT).contentLabel()).isEqualTo("events / GeV");
    assertThat(drawn(1, ContentScale.UNIT_AREA).contentLabel()).isEqualTo("1/N dN/dm_{tt̄}");
    assertThat(drawn(1, ContentScale.UNIT_AREA).contentUnit()).isEqualTo("1/GeV");
    assertThat(measured(1, ContentScale.PER_BIN).contentUnit()).isEqualTo("pb");
    assertThat(measured(1, ContentScale.PER_UNIT).contentUnit()).isEqualTo("pb/GeV");
    assertThat(measured(1, ContentScale.UNIT_AREA).contentUnit()).isEqualTo("1/GeV");
    CountSpectrum even =
        new CountSpectrum(
            "e", new Axis("m", "GeV", Binning.uniform(4, 100, 110)), COUNTS.counts(), null, "");
    assertThat(
            DrawnSpectrum.of(SpectrumData.alone(even, "", List.of()), 1, ContentScale.PER_BIN)
                .contentLabel())
        .isEqualTo("events / 2.5 GeV");
  }

  @Test
  void theAreaUnderAShapeIsOne() {
    for (DrawnSpectrum shape :
        List.of(drawn(2, ContentScale.UNIT_AREA), measured(1, ContentScale.UNIT_AREA))) {
      double area = 0;
      for (int i = 0; i < shape.bins().count(); i++) {
        area += shape.value(i) * shape.factor(i) * shape.bins().width(i);
      }
      assertThat(area).isCloseTo(1, within(1e-12));
    }
  }

  /** Of an empty bin the interval reaches up only: 1.841 is its upper end (Garwood 1936). */
  @Test
  void thePullTakesTheErrorOnTheSideOfThePrediction() {
    DrawnSpectrum drawn = drawn(1, ContentScale.PER_UNIT);
    assertThat(drawn.pull(1, 1.8410216450092636, 0)).isCloseTo(-1, within(1e-9));
    double down = 8 - Garwood.of(8).low();
    double up = Garwood.of(8).high() - 8;
    assertThat(drawn.pull(0, 8 - down, 0)).isCloseTo(1, within(1e-12));
    assertThat(drawn.pull(0, 8 + up, 0)).isCloseTo(-1, within(1e-12));
    assertThat(drawn.pull(0, 8 + 10, 3)).isCloseTo(-10 / Math.hypot(up, 3), within(1e-12));
  }

  @Test
  void aMaskTakesItsBinsOutOfTheFitAndIsCounted() {
    DrawnSpectrum masked = drawn(1, ContentScale.PER_UNIT, new MassInterval(400, 500));
    assertThat(masked.data().term().usedBinCount()).isEqualTo(2);
    assertThat(masked.data().isFitted(0)).isTrue();
    assertThat(masked.isMasked(1)).isTrue();
    assertThat(masked.isMasked(3)).isFalse();
    assertThat(masked.maskWords()).isEqualTo("1 region, 2 bins masked");
    assertThat(masked.hiddenWords()).isEqualTo("1 empty bin without point");
    DrawnSpectrum joined =
        drawn(2, ContentScale.PER_UNIT, new MassInterval(350, 400), new MassInterval(520, 540));
    assertThat(joined.isFitted(0)).isFalse();
    assertThat(joined.maskWords()).isEqualTo("2 regions, 2 bins masked");
    assertThat(joined.dataWords()).isEqualTo("data, bins ×2");
  }

  @Test
  void aMaskedBumpDoesNotChangeTheFitWhateverItHolds() {
    Scenario scenario = Scenario.DEFAULT;
    SpectrumGrids grids = new SpectrumGrids();
    List<MassInterval> masks = List.of(new MassInterval(450, 500));
    double[] fits = new double[2];
    for (int k = 0; k < 2; k++) {
      CountSpectrum counts =
          new CountSpectrum(
              "c",
              new Axis("m_tt", "GeV", BINS),
              Values.of(1_000_000, 1_100_000, 1_000_000 + 1e5 * k, 1_000_000),
              140.0,
              "");
      SpectrumData data = SpectrumData.of(counts, Correlation.DEFAULT, 172.5, "", masks);
      Prediction prediction =
          Analysis.of(data, scenario, FitSettings.DEFAULT, grids).predict(scenario);
      fits[k] = prediction.fit().twiceNll();
    }
    assertThat(fits[1]).isEqualTo(fits[0]);
  }

  @Test
  void theUncertaintyOfJoinedBinsKnowsWhatTheyHaveInCommon() {
    Scenario scenario = Scenario.DEFAULT;
    CountSpectrum counts =
        new CountSpectrum(
            "c",
            new Axis("m_tt", "GeV", BINS),
            Values.of(1_000_000, 1_100_000, 1_000_000, 1_000_000),
            140.0,
            "");
    SpectrumData data = SpectrumData.of(counts, Correlation.DEFAULT, 172.5, "");
    NuisanceFit fit =
        Analysis.of(data, scenario, FitSettings.DEFAULT, new SpectrumGrids())
            .predict(scenario)
            .fit();
    double[] single = fit.rateUncertainty();
    DrawnSpectrum fine = DrawnSpectrum.of(data, 1, ContentScale.PER_BIN);
    DrawnSpectrum joined = DrawnSpectrum.of(data, 2, ContentScale.PER_BIN);
    assertThat(fine.uncertainty(fit, 1)).isCloseTo(single[1], within(1e-9 * single[1]));
    assertThat(joined.uncertainty(fit, 0))
        .isLessThanOrEqualTo(single[0] + single[1])
        .isGreaterThanOrEqualTo(Math.abs(single[0] - single[1]));
  }

  @Test
  void overlaysAreScaledToTheLuminosityOrToTheSameArea() {
    CountSpectrum other =
        new CountSpectrum(
            "other",
            new Axis("m_tt", "GeV", Binning.of(300, 400, 500)),
            Values.of(10, 30),
            70.0,
            "");
    DrawnSpectrum shown = drawn(1, ContentScale.PER_UNIT);
    Overlay luminosity = Overlay.of(other, shown, 0).orElseThrow();
    assertThat(luminosity.label()).isEqualTo("other (scaled to 140 fb^{−1})");
    assertThat(luminosity.factor()).isEqualTo(2);
    Points points = luminosity.points();
    assertThat(points.shape()).isEqualTo(Shape.CIRCLE);
    assertThat(points.x().toArray()).containsExactly(350, 450);
    assertThat(points.y().get(1)).isCloseTo(2 * 30 / 100.0, within(1e-12));

    Overlay shape = Overlay.of(other, drawn(1, ContentScale.UNIT_AREA), 0).orElseThrow();
    assertThat(shape.label()).isEqualTo("other (same area)");
    // From 350 to 500: 8 + 0 + 4 events here, 5 + 30 there.
    assertThat(shape.factor()).isCloseTo(12 / 35.0, within(1e-12));

    Overlay perBin = Overlay.of(other, drawn(1, ContentScale.PER_BIN), 0).orElseThrow();
    assertThat(perBin.points().y().get(1)).isCloseTo(2 * 30 * 50 / 100.0, within(1e-12));
    CountSpectrum elsewhere =
        new CountSpectrum(
            "far", new Axis("m", "GeV", Binning.of(100, 160)), Values.of(10), null, "");
    assertThat(Overlay.of(elsewhere, shown, 0)).isEmpty();
    CountSpectrum tera =
        new CountSpectrum(
            "TeV", new Axis("m", "TeV", Binning.of(0.3, 0.6)), Values.of(10), null, "");
    assertThat(Overlay.of(tera, shown, 0)).isEmpty();
  }

  @Test
  void dataAloneAreOnePanelWithoutPrediction() {
    DrawnSpectrum alone =
        DrawnSpectrum.of(
            SpectrumData.alone(COUNTS, "", List.of(new MassInterval(350, 400))),
            1,
            ContentScale.PER_UNIT);
    Column column = SpectrumFigure.column(alone, null, ViewSettings.DEFAULT, List.of());
    assertThat(column.panels()).hasSize(1);
    List<Mark> marks = column.panels().getFirst().marks();
    assertThat(marks).noneMatch(Stack.class::isInstance).anyMatch(Region.class::isInstance);
    assertThat(marks.stream().filter(m -> m.label().equals("data")))
        .singleElement()
        .satisfies(m -> assertThat(((Points) m).x().size()).isEqualTo(3));
  }
}
