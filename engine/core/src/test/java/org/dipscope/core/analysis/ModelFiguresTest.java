package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.export.FigureWriter;
import org.dipscope.core.fit.ProfileSegments;
import org.dipscope.core.histfactory.Channel;
import org.dipscope.core.histfactory.ChannelAxis;
import org.dipscope.core.histfactory.ChannelRates;
import org.dipscope.core.histfactory.Sample;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.Contour;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFiguresTest {
  private static final Values BACKGROUND = Values.of(50, 40, 0);
  private static final Values INTERFERENCE = Values.of(5, -10, 0);

  @TempDir private Path folder;

  private static ChannelRates rates() {
    Channel channel =
        new Channel(
            "signal_region",
            List.of(
                new Sample("background", BACKGROUND, List.of()),
                new Sample("interference", INTERFERENCE, List.of())),
            Values.of(60, 20, 0),
            new ChannelAxis(Values.of(300, 400, 500, 700), "m_tt", "GeV"));
    return new ChannelRates(
        channel, List.of(BACKGROUND, INTERFERENCE), Values.of(55, 30, 0), Values.of(5, 3, 0));
  }

  private static Panel panel(FigureSpec figure, int row) {
    return figure.columns().getFirst().panels().get(row);
  }

  private static <T extends Mark> List<T> marks(Panel panel, Class<T> kind) {
    return panel.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void whatInterferenceTakesAwayHangsBelowZero() {
    FigureSpec figure = ChannelFigure.of(rates(), "band", false);
    List<Stack> stacks = marks(panel(figure, 0), Stack.class);
    assertThat(stacks).hasSize(2);
    assertThat(stacks.get(0).layers()).hasSize(2);
    assertThat(stacks.get(0).layers().get(1).contents()).isEqualTo(Values.of(5, 0, 0));
    assertThat(stacks.get(1).layers()).hasSize(1);
    assertThat(stacks.get(1).layers().getFirst().contents()).isEqualTo(Values.of(0, -10, 0));
    assertThat(stacks.get(1).layers().getFirst().label()).as("named once in the legend").isEmpty();
    assertThat(marks(panel(figure, 0), Steps.class).getFirst().contents())
        .isEqualTo(Values.of(55, 30, 0));
    assertThat(figure.columns().getFirst().x().title()).isEqualTo("m_{tt} [GeV]");
  }

  @Test
  void theRatioLeavesOutWhatExpectsNothing() {
    FigureSpec figure = ChannelFigure.of(rates(), "band", true);
    Points data = marks(panel(figure, 0), Points.class).getFirst();
    assertThat(data.yErrorHigh().get(2)).isCloseTo(Garwood.of(0).high(), within(1e-12));
    Points ratio = marks(panel(figure, 1), Points.class).getFirst();
    assertThat(ratio.y().size()).isEqualTo(2);
    assertThat(ratio.y().get(0)).isCloseTo(60.0 / 55, within(1e-12));
    assertThat(marks(panel(figure, 1), Band.class).getFirst().high().get(0))
        .isCloseTo(1 + 5.0 / 55, within(1e-12));
    assertThat(ChannelFigure.emptyBins(rates())).isEqualTo(1);
  }

  @Test
  void variationsAreComparedWithTheNominalTemplate() {
    FigureSpec figure =
        VariationFigure.of(
            rates().channel(),
            "total",
            "tilt",
            new VariationFigure.Templates(
                Values.of(55, 30, 0), Values.of(66, 27, 0), Values.of(44, 33, 1)));
    List<Steps> ratios = marks(panel(figure, 1), Steps.class);
    assertThat(ratios.get(1).contents().get(0)).isCloseTo(1.2, within(1e-12));
    assertThat(ratios.get(0).contents().get(1)).isCloseTo(1.1, within(1e-12));
    assertThat(ratios.get(0).contents().get(2)).isNaN();
    assertThat(panel(figure, 1).y().high()).isCloseTo(1.23, within(1e-9));
  }

  @Test
  void impactsShowBothDefinitionsInTheirRows() {
    FigureSpec figure =
        ImpactFigure.of(
            List.of(
                new ImpactFigure.Row("first", 0.5, 0.8, 0.2, -0.1, 0.3),
                new ImpactFigure.Row("second", -1, 1, Double.NaN, Double.NaN, -0.05)),
            "mu",
            "refit");
    Panel impacts = figure.columns().get(1).panels().getFirst();
    assertThat(marks(impacts, Region.class)).allSatisfy(r -> assertThat(r.polygons()).hasSize(1));
    Points held = marks(impacts, Points.class).getFirst();
    assertThat(held.x()).isEqualTo(Values.of(0.3, -0.05));
    assertThat(held.y().get(0)).isGreaterThan(held.y().get(1));
    assertThat(figure.columns().getFirst().panels().getFirst().y().names())
        .endsWith("second", "first");
    assertThat(ImpactFigure.of(List.of(), "", "refit").columns()).hasSize(1);
  }

  @Test
  void correlationsBeginOnTopAndNameBothAxes() throws IOException {
    FigureSpec figure =
        CorrelationFigure.of(
            List.of("JET_EtaIntercalibration_NP07", "b_c"), new double[][] {{1, -0.5}, {-0.5, 1}});
    HeatMap map = marks(panel(figure, 0), HeatMap.class).getFirst();
    assertThat(map.z().get(1).get(0)).isEqualTo(1);
    assertThat(map.z().get(1).get(1)).isEqualTo(-0.5);
    Path file = folder.resolve("correlations.svg");
    FigureWriter.write(figure.withSize(200, 200), file);
    String svg = Files.readString(file);
    assertThat(svg.split("JET_EtaInt…ation_NP07", -1).length - 1).as("on both axes").isEqualTo(2);
  }

  @Test
  void everySegmentOfAProfileIsShaded() {
    Values mu = Values.of(0, 1, 2, 3);
    ProfileFigure.Profile profile =
        new ProfileFigure.Profile(
            "mu", mu, Values.of(0, 2, 0.1, 5), Values.of(0, 2), Values.of(0, 0.1));
    FigureSpec figure =
        ProfileFigure.of(
            profile,
            List.of(
                new ProfileSegments(
                    1,
                    List.of(
                        new ProfileSegments.Segment(0, 0.4),
                        new ProfileSegments.Segment(1.6, 2.2)))),
            List.of(),
            "",
            "",
            1);
    assertThat(marks(panel(figure, 0), Band.class)).hasSize(2);
    assertThat(marks(panel(figure, 0), Points.class)).hasSize(2);
  }

  @Test
  void contoursOfAScannedBowlAreEllipses() {
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("a", "", -4, 4, 41), Axis.linear("b", "", -8, 8, 41));
    double[] lambda = new double[grid.size()];
    for (int iy = 0; iy < 41; iy++) {
      for (int ix = 0; ix < 41; ix++) {
        double a = grid.x().value(ix);
        double b = grid.y().value(iy) / 2;
        lambda[grid.index(ix, iy)] = 7 + a * a + b * b;
      }
    }
    lambda[0] = Double.NaN;
    LikelihoodSurface surface =
        LikelihoodSurface.of(
            grid,
            lambda,
            7,
            List.of(new SurfaceMinimum(0, 0, 0, Double.NaN, false)),
            Contour.LEVEL_68);
    assertThat(surface.contours().getFirst().lines()).hasSize(1);
    double[] x = surface.contours().getFirst().lines().getFirst().x();
    double[] y = surface.contours().getFirst().lines().getFirst().y();
    for (int i = 0; i < x.length; i++) {
      assertThat(x[i] * x[i] + y[i] * y[i] / 4).isCloseTo(Contour.LEVEL_68, within(1e-9));
    }
    assertThat(SurfaceFigure.surface(surface, 1, 1).panels()).hasSize(2);
  }
}
