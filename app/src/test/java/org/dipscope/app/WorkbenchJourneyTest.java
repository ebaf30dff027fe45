package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.dipscope.app.support.FxPulse;
import org.dipscope.app.workspace.DefaultProject;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class WorkbenchJourneyTest {
  @TempDir Path folder;
  private final FxTime time = new FxTime();
  private Composition parts;
  private Stage stage;

  @Start
  void start(Stage sharedByAllTests) {
    stage = new Stage(); // a size of its own, which no other test inherits
    FxPulse pulse = new FxPulse();
    parts =
        new Composition(
            DefaultProject.open(), 2, folder, drain -> pulse.request(() -> time.measure(drain)));
    new WorkbenchMenus(parts, stage).install();
    stage.setScene(parts.scene());
    stage.setWidth(1280);
    stage.setHeight(780);
    stage.show();
    parts.finishStart(List.of());
  }

  @Stop
  void stop() {
    stage.close();
    parts.close();
  }

  @BeforeEach
  void everythingIsComputed() throws TimeoutException {
    await(
        () ->
            parts.results().spectrumProperty().get() != null
                && parts.results().surfaceProperty().get() != null);
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Scenario scenario() {
    return parts.workspace().scenario();
  }

  private boolean spectrumIsAt(double massGeV) {
    SpectrumResult now = parts.results().spectrumProperty().get();
    return now != null && now.scenario().scalar().massGeV() == massGeV;
  }

  @Test
  void draggingTheMassMovesCurveAndMarkerAndIsUndoneAtOnce(FxRobot robot) throws Exception {
    Object surface = parts.results().surfaceProperty().get();
    Object marker = parts.likelihood().model().surface().orElseThrow();
    Slider slider = robot.lookup("#mass .slider").query();
    Node thumb = slider.lookup(".thumb");
    Bounds start = thumb.localToScreen(thumb.getBoundsInLocal());
    robot.drag(new Point2D(start.getCenterX(), start.getCenterY()), MouseButton.PRIMARY);
    robot.moveBy(8, 0).moveBy(8, 0).moveBy(8, 0).drop();
    WaitForAsyncUtils.waitForFxEvents();
    double mass = scenario().scalar().massGeV();
    assertThat(mass).isGreaterThan(520);
    await(() -> spectrumIsAt(mass));
    assertThat(parts.results().surfaceProperty().get()).isSameAs(surface);
    assertThat(parts.likelihood().model().surface().orElseThrow()).isNotEqualTo(marker);
    robot.interact(parts.workspace()::undo);
    assertThat(scenario().scalar().massGeV()).isEqualTo(500);
  }

  @Test
  void anExactValueIsTyped(FxRobot robot) throws Exception {
    TextField field = robot.lookup("#mass .text-field").query();
    robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write("612.5").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(scenario().scalar().massGeV()).isEqualTo(612.5);
    await(() -> spectrumIsAt(612.5));
  }

  @Test
  void clickingTheSurfaceSetsBothSliders(FxRobot robot) {
    Node plot = robot.lookup("#surface-plot").query();
    Bounds bounds = plot.localToScreen(plot.getBoundsInLocal());
    robot.clickOn(
        new Point2D(
            bounds.getMinX() + 0.6 * bounds.getWidth(),
            bounds.getMinY() + 0.3 * bounds.getHeight()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(scenario().scalar().massGeV()).isNotEqualTo(500).isBetween(500.0, 1000.0);
    assertThat(scenario().scalar().coupling())
        .isInstanceOfSatisfying(
            CouplingChoice.TypeTwo.class, c -> assertThat(c.tanBeta()).isBetween(1.0, 5.0));
    TextField mass = robot.lookup("#mass .text-field").query();
    assertThat(Double.parseDouble(mass.getText()))
        .isCloseTo(scenario().scalar().massGeV(), within(0.01));
  }

  @Test
  void theThemeChangesWithOneKey(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(parts.appearance().themeProperty().get()).isEqualTo(Theme.DARK);
    assertThat(parts.scene().getStylesheets()).anyMatch(sheet -> sheet.endsWith("dark.css"));
  }

  @Test
  void aBadFileIsOneSentenceInTheBanner(FxRobot robot) throws IOException, TimeoutException {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(bad, "low,high,count\n10,20,5\n20,15,6\n");
    robot.interact(() -> parts.opener().open(List.of(bad)));
    await(() -> !parts.frame().banner().shownText().isEmpty());
    assertThat(parts.frame().banner().shownText()).contains("bad.csv").contains("line 3");
    assertThat(parts.workspace().document().spectra())
        .hasSize(DefaultProject.open().spectra().size());
  }

  @Test
  void aProjectIsSavedAndOpenedAgain(FxRobot robot) throws TimeoutException {
    Path file = folder.resolve("project.json");
    robot.interact(() -> parts.interference().model().first().massProperty().set(640));
    robot.interact(() -> parts.place().saveAs(file));
    await(() -> Files.isRegularFile(file) && !parts.workspace().unsavedProperty().get());
    robot.interact(() -> parts.interference().model().first().massProperty().set(700));
    robot.interact(() -> parts.opener().open(List.of(file)));
    await(() -> scenario().scalar().massGeV() == 640);
    assertThat(parts.recent().files()).contains(file.toAbsolutePath());
  }

  @Test
  void figuresAndNumbersAreExported(FxRobot robot) throws TimeoutException, IOException {
    Exports exports = new Exports(parts, stage);
    Path figure = folder.resolve("spectrum.svg");
    Path numbers = folder.resolve("numbers.json");
    robot.interact(() -> exports.write(parts.spectrum().model().figure().orElseThrow(), figure));
    robot.interact(() -> exports.writeNumbers(numbers));
    await(() -> Files.isRegularFile(figure) && Files.isRegularFile(numbers));
    assertThat(Files.readString(figure)).startsWith("<?xml").contains("</svg>");
    assertThat(Files.readString(numbers)).contains("\"expectedSignificance\"");
  }

  /** The slider's own work, the results on their way into the views, and the layout of figures. */
  @Test
  void aSliderStepCostsTheFxThreadFewMilliseconds(FxRobot robot) throws TimeoutException {
    robot.interact(() -> time.watchLayout(parts.scene()));
    for (int step = 0; step < 60; step++) {
      double mass = 505 + 5 * step;
      robot.interact(() -> time.begin());
      robot.interact(
          () -> time.measure(() -> parts.interference().model().first().massProperty().set(mass)));
      await(() -> spectrumIsAt(mass));
      robot.interact(() -> {});
      robot.interact(() -> time.end());
    }
    System.out.println("FX thread per slider step: " + time);
    assertThat(time.median()).isLessThan(FxTime.GATE_MILLIS);
  }
}
