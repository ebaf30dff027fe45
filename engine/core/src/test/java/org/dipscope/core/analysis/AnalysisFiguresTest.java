package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Points;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.ViewSettings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalysisFiguresTest {
  private static final Binning BINS = Binning.of(350, 450, 550, 650, 1600);

  private final SpectrumGrids grids = new SpectrumGrids();
  private final SpectrumData data =
      SpectrumData.of(
          new CountSpectrum(
              "toy",
              new org.dipscope.core.histogram.Axis("m_tt", "GeV", BINS),
              Values.of(1_100_000, 950_000, 500_000, 700_000),
              140.0,
              ""),
          Correlation.DEFAULT,
          172.5,
          "");
  private final Analysis analysis = Analysis.of(data, Scenario.DEFAULT, FitSettings.DEFAULT, grids);
  private final Prediction prediction = analysis.predict(Scenario.DEFAULT);

  @Test
  void pullsAreNamedFromTopToBottomInTheOrderOfTheFit() {
    Column column = PullFigure.column(prediction.fit());
    Axis names = column.panels().getFirst().y();
    assertThat(names.names())
        .containsExactly(
            "resolution",
            "mass scale",
            "tt̄ threshold",
            "tt̄ tilt",
            "tt̄ normalisation",
            "luminosity");
    Points points =
        column.panels().getFirst().marks().stream()
            .filter(Points.class::isInstance)
            .map(Points.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(points.x().get(5)).isEqualTo(prediction.fit().value(0));
    assertThat(points.xErrorLow().get(5)).isEqualTo(prediction.fit().uncertainty(0));
  }

  @Test
  void withStatisticsOnlyThereIsNothingToPull() {
    Analysis statistics =
        Analysis.of(data, Scenario.DEFAULT, FitSettings.DEFAULT.withSystematics(false), grids);
    Column column = PullFigure.column(statistics.predict(Scenario.DEFAULT).fit());
    assertThat(column.panels().getFirst().y().names()).isEmpty();
  }

  @Test
  void aWideLastBinIsCutAndItsPointStandsInWhatIsShown() {
    Column column = column(ViewSettings.DEFAULT);
    assertThat(column.x().label()).isEqualTo(data.massLabel());
    double end = java.util.Objects.requireNonNull(column.x().high());
    assertThat(end).isLessThan(1600);
    assertThat(points(column, "data").x().get(3)).isBetween(650.0, end);
  }

  @Test
  void thePullPanelReplacesTheRatioAndScalesDoNotChangeIt() {
    ViewSettings pull = ViewSettings.DEFAULT.withLowerPanel(ViewSettings.LowerPanel.PULL);
    Column density = column(pull);
    Column shape = column(pull.withContentScale(ViewSettings.ContentScale.UNIT_AREA));
    assertThat(density.panels().get(1).y().label()).isEqualTo("(data − pred.) / σ");
    assertThat(shape.panels().get(1)).isEqualTo(density.panels().get(1));
    assertThat(shape.panels().get(0).y().unit()).isEqualTo("1/GeV");
  }

  @Test
  void aLogarithmicMassAxisStartsAtTheFirstPositiveEdge() {
    Column column = column(ViewSettings.DEFAULT.withLogarithms(true, true));
    assertThat(column.x().scale()).isEqualTo(Axis.Scale.LOG);
    assertThat(column.x().low()).isEqualTo(350);
  }

  private Column column(ViewSettings view) {
    return SpectrumFigure.column(
        DrawnSpectrum.of(data, view.mergeBins(), view.contentScale()),
        new Expectation(
            prediction,
            CurveModel.of(Scenario.DEFAULT, 350, 1600, grids).curves(Scenario.DEFAULT),
            "",
            Double.NaN,
            List.of()),
        view,
        List.of());
  }

  private static Points points(Column column, String label) {
    return column.panels().getFirst().marks().stream()
        .filter(mark -> mark instanceof Points && mark.label().equals(label))
        .map(Points.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theNumbersAreValidJsonWithoutNaN() {
    String text =
        NumbersJson.write(
            Scenario.DEFAULT, data, prediction, Derived.of(Scenario.DEFAULT, grids), null, null);
    JsonNode root = JsonMapper.builder().build().readTree(text);
    assertThat(root.path("kind").asString()).isEqualTo("numbers");
    assertThat(root.path("spectrum").path("edgesGeV").size()).isEqualTo(5);
    assertThat(root.path("spectrum").path("background").size()).isEqualTo(4);
    assertThat(root.path("fit").path("nuisances").size()).isEqualTo(6);
    assertThat(text).doesNotContain("NaN");
  }
}
