package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class PlotPaneTest {
  private PlotPane pane;
  private final List<Readout> picked = new ArrayList<>();

  @Start
  void start(Stage stage) {
    pane = new PlotPane();
    pane.show(SampleFigures.spectrum(500, false));
    pane.setOnPick(picked::add);
    stage.setScene(new Scene(pane, 800, 600));
    stage.show();
  }

  @Stop
  void stop() {
    pane.close();
  }

  private PanelView panel(int index) {
    WaitForAsyncUtils.waitForFxEvents();
    return pane.panels().get(index);
  }

  private Point2D onScreen(PanelView panel, double fractionX, double fractionY) {
    Rectangle2D bounds = panel.bounds();
    return pane.localToScreen(
        bounds.getMinX() + fractionX * bounds.getWidth(),
        bounds.getMinY() + fractionY * bounds.getHeight());
  }

  private PixelReader snapshot(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    List<WritableImage> images = new ArrayList<>();
    robot.interact(() -> images.add(pane.snapshot(null, null)));
    return images.getFirst().getPixelReader();
  }

  private static int argbAt(PixelReader pixels, PanelView panel, double x, double y) {
    Rectangle2D bounds = panel.bounds();
    return pixels.getArgb(
        (int) (bounds.getMinX() + x * bounds.getWidth()),
        (int) (bounds.getMinY() + y * bounds.getHeight()));
  }

  @Test
  void panelsOfAColumnLineUpOnWholePixels() {
    Rectangle2D spectrum = panel(0).bounds();
    Rectangle2D ratio = panel(1).bounds();
    assertThat(ratio.getMinX()).isEqualTo(spectrum.getMinX());
    assertThat(ratio.getMaxX()).isEqualTo(spectrum.getMaxX());
    assertThat(ratio.getMinY()).isGreaterThan(spectrum.getMaxY());
    Stream.of(spectrum.getMinX(), spectrum.getMinY(), spectrum.getMaxX(), ratio.getMaxY())
        .forEach(edge -> assertThat(edge).isEqualTo(Math.rint(edge)));
  }

  @Test
  void theChartCanvasIsExactlyTheInsideOfTheFrame() {
    PanelView spectrum = panel(0);
    var canvas = spectrum.chart().graphics().getCanvas();
    Bounds inPane = pane.sceneToLocal(canvas.localToScene(canvas.getLayoutBounds()));
    assertThat(inPane.getMinX()).isEqualTo(spectrum.bounds().getMinX());
    assertThat(inPane.getMinY()).isEqualTo(spectrum.bounds().getMinY());
    assertThat(inPane.getWidth()).isEqualTo(spectrum.bounds().getWidth());
    assertThat(inPane.getHeight()).isEqualTo(spectrum.bounds().getHeight());
  }

  @Test
  void chartAndFigureAgreeOnWhereValuesAre() {
    for (PanelView panel : List.of(panel(0), panel(1))) {
      for (double fraction : new double[] {0, 0.25, 0.8, 1}) {
        double width = panel.bounds().getWidth();
        double height = panel.bounds().getHeight();
        assertThat(panel.chart().xValue(fraction * width))
            .isCloseTo(panel.frame().x().value(fraction), within(1e-6));
        double y = panel.frame().y().value(1 - fraction);
        assertThat(panel.chart().yValue(fraction * height))
            .isCloseTo(y, within(1e-9 * Math.max(1, Math.abs(y)) + 1e-6));
      }
    }
  }

  @Test
  void theStackIsDrawnInItsColour(FxRobot robot) {
    PanelView spectrum = panel(0);
    int stack = argbAt(snapshot(robot), spectrum, 0.12, 0.5);
    assertThat(stack).isEqualTo(Theme.LIGHT.argb(Colour.series(1)));
  }

  @Test
  void theThemeReachesTheFigure(FxRobot robot) {
    PanelView spectrum = panel(0);
    Rectangle2D bounds = spectrum.bounds();
    int frameX = (int) bounds.getMinX();
    int frameY = (int) (bounds.getMinY() + 0.37 * bounds.getHeight());
    assertThat(snapshot(robot).getArgb(frameX, frameY))
        .isEqualTo(Theme.LIGHT.argb(Colour.FOREGROUND));
    robot.interact(() -> pane.themeProperty().set(Theme.DARK));
    assertThat(snapshot(robot).getArgb(frameX, frameY))
        .isEqualTo(Theme.DARK.argb(Colour.FOREGROUND));
  }

  @Test
  void thePointerReadsData(FxRobot robot) {
    robot.moveTo(onScreen(panel(0), 0.5, 0.5));
    Readout readout = pane.readoutProperty().get().orElseThrow();
    assertThat(readout.row()).isZero();
    assertThat(readout.x()).isCloseTo(672.5, within(2.0));
    assertThat(pane.describe(readout))
        .containsPattern("m_\\{tt̄} = 67[0-9](\\.[0-9])?\\hGeV\nevents = [0-9]+\\hGeV\\^\\{−1}");

    robot.moveTo(onScreen(panel(1), 0.5, 0.5));
    assertThat(pane.readoutProperty().get().orElseThrow().y()).isCloseTo(0, within(0.3));

    robot.moveTo(pane.localToScreen(2, 2));
    assertThat(pane.readoutProperty().get()).isEmpty();
  }

  @Test
  void aClickPicksAValue(FxRobot robot) {
    robot.clickOn(onScreen(panel(1), 0.25, 0.5));
    assertThat(picked).hasSize(1);
    assertThat(picked.getFirst().row()).isEqualTo(1);
    assertThat(picked.getFirst().x()).isCloseTo(508.75, within(2.0));
    assertThat(pane.zoomedProperty().get()).isFalse();
  }

  @Test
  void aDragZoomsAllPanelsOfTheColumnAndARightClickGoesBack(FxRobot robot) {
    robot.drag(onScreen(panel(1), 0.2, 0.5)).dropTo(onScreen(panel(1), 0.6, 0.5));
    assertThat(pane.zoomedProperty().get()).isTrue();
    assertThat(panel(0).frame().x().low()).isCloseTo(476, within(2.0));
    assertThat(panel(0).frame().x().high()).isCloseTo(738, within(2.0));
    assertThat(panel(1).frame().x()).isEqualTo(panel(0).frame().x());
    assertThat(panel(1).frame().y().high()).isEqualTo(14);
    assertThat(picked).isEmpty();

    robot.drag(onScreen(panel(1), 0.2, 0.2)).dropTo(onScreen(panel(1), 0.6, 0.4));
    assertThat(panel(1).frame().y().high()).isLessThan(10);
    robot.clickOn(onScreen(panel(0), 0.5, 0.5), MouseButton.SECONDARY);
    assertThat(panel(1).frame().y().high()).isEqualTo(14);
    assertThat(panel(0).frame().x().low()).isCloseTo(476, within(2.0));

    robot.clickOn(".plot-reset");
    assertThat(pane.zoomedProperty().get()).isFalse();
    assertThat(panel(0).frame().x().low()).isEqualTo(345);
  }

  @Test
  void theNumberOfPanelsMayChange(FxRobot robot) {
    robot.interact(() -> pane.show(SampleFigures.surface(500)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.panels()).hasSize(1);
    robot.interact(() -> pane.show(SampleFigures.spectrum(500, true)));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.panels()).hasSize(2);
    assertThat(panel(0).chart().yValue(0))
        .isCloseTo(panel(0).frame().y().high(), within(1e-6 * panel(0).frame().y().high()));
  }

  @Test
  void oddDataLeaveGapsAndNothingElse(FxRobot robot) {
    Values x = Values.of(1, 2, 3, 4);
    Values odd = Values.of(Double.NaN, 1e300, Double.NEGATIVE_INFINITY, -0.0);
    Values edges = Values.of(0, 1, 2, 3, 4);
    FigureSpec figure =
        FigureSpec.of(
            "odd",
            Column.of(
                Axis.log("m", "GeV"),
                Panel.of(
                    Axis.log("", ""),
                    new Line("line", x, odd, Stroke.DEFAULT),
                    new Band("band", edges, odd, odd, null, null)),
                Panel.of(Axis.linear("", ""))),
            Column.of(Axis.linear("", "")));
    robot.interact(() -> pane.show(figure));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pane.panels()).hasSize(2);
    robot.moveTo(onScreen(panel(0), 0.5, 0.5));
    assertThat(pane.readoutProperty().get()).isNotEqualTo(Optional.empty());
  }

  private Point2D onScene(PanelView panel, double fractionX, double fractionY) {
    Rectangle2D bounds = panel.bounds();
    return pane.localToScene(
        bounds.getMinX() + fractionX * bounds.getWidth(),
        bounds.getMinY() + fractionY * bounds.getHeight());
  }

  /** The robot of the headless platform has no wheel. */
  private void turnWheel(Point2D at, double pixels) {
    Event.fireEvent(
        pane.lookup(".plot-pointer"),
        new ScrollEvent(
            ScrollEvent.SCROLL,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            pixels,
            0,
            0,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  @Test
  void theWheelZoomsAboutThePointerAndADoubleClickGoesBack(FxRobot robot) {
    robot.moveTo(onScreen(panel(0), 0.25, 0.5));
    double under = pane.readoutProperty().get().orElseThrow().x();
    Point2D pointer = onScene(panel(0), 0.25, 0.5);
    robot.interact(() -> turnWheel(pointer, 120));
    assertThat(pane.zoomedProperty().get()).isTrue();
    double shown = panel(0).frame().x().high() - panel(0).frame().x().low();
    assertThat(shown).isLessThan(500);
    assertThat(panel(0).frame().x().position(under)).isCloseTo(0.25, within(0.01));
    robot.doubleClickOn(onScreen(panel(0), 0.5, 0.5));
    assertThat(pane.zoomedProperty().get()).isFalse();
    robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
    assertThat(panel(0).frame().x().high() - panel(0).frame().x().low()).isEqualTo(shown);
  }

  @Test
  void draggingWithShiftMarksAnIntervalThatCanBeMovedAndRemoved(FxRobot robot) {
    List<String> edits = new ArrayList<>();
    robot.interact(
        () ->
            pane.setIntervalEdits(
                new IntervalEdits() {
                  @Override
                  public void add(double from, double to) {
                    edits.add(String.format(Locale.ROOT, "add %.0f %.0f", from, to));
                  }

                  @Override
                  public void change(int index, double from, double to) {
                    edits.add(String.format(Locale.ROOT, "change %d %.0f %.0f", index, from, to));
                  }

                  @Override
                  public void remove(int index) {
                    edits.add("remove " + index);
                  }
                }));
    robot.press(KeyCode.SHIFT);
    robot.drag(onScreen(panel(1), 0.2, 0.5)).dropTo(onScreen(panel(1), 0.6, 0.5));
    robot.release(KeyCode.SHIFT);
    assertThat(edits).singleElement().asString().matches("add 47[5-7] 73[6-9]");
    assertThat(pane.zoomedProperty().get()).isFalse();

    robot.interact(() -> pane.setIntervals(List.of(new Interval(476, 738))));
    robot.drag(onScreen(panel(0), 0.6, 0.3)).dropTo(onScreen(panel(0), 0.8, 0.3));
    assertThat(edits.getLast()).matches("change 0 476 8(6[7-9]|70)");
    robot.type(KeyCode.DELETE);
    assertThat(edits.getLast()).isEqualTo("remove 0");
  }

  @Test
  void keysStepTheReadoutAndSwitchTheCrosshair(FxRobot robot) {
    robot.interact(() -> pane.setStops(Values.of(400, 500, 600)));
    robot.clickOn(onScreen(panel(0), 0.3, 0.5));
    robot.type(KeyCode.RIGHT);
    assertThat(pane.readoutProperty().get().orElseThrow().x()).isCloseTo(600, within(1.0));
    robot.type(KeyCode.LEFT);
    assertThat(pane.readoutProperty().get().orElseThrow().x()).isCloseTo(500, within(1.0));
    robot.type(KeyCode.X);
    assertThat(pane.crosshairProperty().get()).isFalse();
    assertThat(pane.readoutProperty().get()).isEmpty();
  }
}
