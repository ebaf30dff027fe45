package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.analysis.HistogramFigure.Curve;
import org.dipscope.core.analysis.HistogramFigure.Look;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class HistogramFigureTest {
  private static final Look PLAIN = new Look(false, false, false, "");

  private static Histogram histogram(String unit, Values contents, double... edges) {
    Values errors = contents.map(c -> Math.sqrt(Math.abs(c)));
    return Histogram.of("a_b", new Axis("m_tt", unit, Binning.of(edges)), contents, errors, errors);
  }

  private static Panel panel(FigureSpec figure) {
    return figure.columns().getFirst().panels().getFirst();
  }

  private static String label(Histogram histogram, Look look) {
    return panel(HistogramFigure.overlay(List.of(new Curve(histogram, "h", 1)), look)).y().label();
  }

  @Test
  void theAxisOfContentsSaysWhatABinHolds() {
    Values counts = Values.of(3, 4);
    assertThat(label(histogram("GeV", counts, 0, 20, 40), PLAIN)).isEqualTo("entries / 20 GeV");
    assertThat(label(histogram("GeV", counts, 0, 1, 2), PLAIN)).isEqualTo("entries / GeV");
    assertThat(label(histogram("", counts, 0, 0.5, 1), PLAIN)).isEqualTo("entries / 0.5");
    assertThat(label(histogram("", counts, 0, 1, 2), PLAIN)).isEqualTo("entries / bin");
    assertThat(label(histogram("GeV", counts, 0, 1, 5), PLAIN)).isEqualTo("entries / bin");
    assertThat(label(histogram("GeV", Values.of(0.1, 2), 0, 1, 2), PLAIN)).isEqualTo("contents");
    assertThat(label(histogram("GeV", counts, 0, 1, 2), new Look(true, false, true, "")))
        .isEqualTo("unit area / GeV");
  }

  @Test
  void shapesAreComparedAtUnitArea() {
    Histogram few = histogram("GeV", Values.of(1, 3), 0, 10, 20);
    Histogram many = histogram("GeV", Values.of(300, 100), 0, 5, 25);
    FigureSpec figure =
        HistogramFigure.overlay(
            List.of(new Curve(few, "few", 1), new Curve(many, "many_x", 2)),
            new Look(false, false, true, ""));
    Panel panel = panel(figure);
    assertThat(panel.legend().place()).isNotEqualTo(Legend.Place.NONE);
    double total = 0;
    for (Object mark : panel.marks()) {
      if (mark instanceof Steps steps && steps.label().equals("many\\_x")) {
        total += 5 * steps.contents().get(0) + 20 * steps.contents().get(1);
      }
    }
    assertThat(total).isCloseTo(1, within(1e-12));
    assertThat(figure.columns().getFirst().x().high()).isEqualTo(25);
    assertThat(figure.columns().getFirst().x().label()).isEqualTo("m_{tt}");
  }

  @Test
  void aMapKeepsTheOrderOfItsAxes() {
    Histogram map =
        new Histogram(
            "map",
            List.of(
                new Axis("x", "", Binning.of(0, 1, 2)), new Axis("y", "", Binning.of(0, 1, 2, 3))),
            Values.of(1, 2, 3, 0, 5, 6),
            Values.constant(6, 0),
            Values.constant(6, 0),
            0,
            0,
            17);
    HeatMap drawn = (HeatMap) panel(HistogramFigure.map(map, PLAIN)).marks().getFirst();
    assertThat(drawn.z().get(2)).isEqualTo(Values.of(3, 6));
    assertThat(drawn.z().get(0).get(1)).isNaN();
  }

  @Test
  void onlyEqualUnitsShareAnAxis() {
    Histogram gev = histogram("GeV", Values.of(1), 0, 1);
    Histogram tev = histogram("TeV", Values.of(1), 0, 1);
    Histogram unknown = histogram("", Values.of(1), 0, 1);
    assertThat(HistogramFigure.areCompatible(gev, tev)).isFalse();
    assertThat(HistogramFigure.areCompatible(gev, unknown)).isTrue();
  }
}
