package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.dipscope.app.histogram.Inspector;
import org.dipscope.app.histogram.StripViewModel;
import org.dipscope.app.support.FxPulse;
import org.dipscope.app.workspace.DefaultProject;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.StripDefinition;
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
class StripJourneyTest {
  @TempDir Path folder;
  private Composition parts;
  private Stage stage;

  @Start
  void start(Stage sharedByAllTests) {
    stage = new Stage(); // a size of its own, which no other test inherits
    parts = new Composition(DefaultProject.open(), 2, folder, new FxPulse());
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

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private StripViewModel strip() {
    return parts.spectrum().model().strip();
  }

  private InjectedSignal injected() {
    return Objects.requireNonNull(strip().injection().signalProperty().get());
  }

  private FigureSpec figure() {
    return parts.spectrum().model().figure().orElseThrow();
  }

  private FigureSpec figureOtherThan(FigureSpec before) throws TimeoutException {
    await(() -> strip().isSettled() && !figure().equals(before));
    return figure();
  }

  @Test
  void theStripFollowsASignalWhileItIsDraggedAndIsLookedAtInDetail(FxRobot robot)
      throws TimeoutException {
    robot.interact(
        () -> {
          PhotoSession.pseudoData(parts);
          strip().definitionProperty().set(StripDefinition.KNOWN);
        });
    await(() -> !strip().candidatesProperty().get().isEmpty() && strip().isSettled());
    robot.interact(() -> strip().injection().activeProperty().set(true));
    await(() -> strip().isSettled() && !strip().found().isEmpty());
    FigureSpec still = figure();
    Node plot = robot.lookup("#spectrum-plot").query();
    Bounds bounds = plot.localToScreen(plot.getBoundsInLocal());
    double x = bounds.getMinX() + 0.5 * bounds.getWidth();
    double y = bounds.getMinY() + 0.3 * bounds.getHeight();
    robot.drag(new Point2D(x, y), MouseButton.PRIMARY);
    robot.moveTo(x + 40, y);
    WaitForAsyncUtils.waitForFxEvents();
    InjectedSignal narrow = injected();
    FigureSpec first = figureOtherThan(still);
    robot.moveTo(x + 90, y);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(injected().sigma()).isGreaterThan(1.5 * narrow.sigma());
    assertThat(injected().mass()).isGreaterThan(narrow.mass());
    figureOtherThan(first);
    InjectedSignal before = injected();
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(injected()).isEqualTo(before);
    robot.clickOn("#inspect");
    Inspector inspector = parts.spectrum().inspector();
    await(
        () ->
            inspector.model().stream()
                .anyMatch(
                    model ->
                        model.isSettled()
                            && model.map().figureProperty().get() != null
                            && model.response().figureProperty().get() != null));
    assertThat(inspector.window().orElseThrow().getOwner()).isSameAs(stage);
    assertThat(inspector.model().orElseThrow().headlineProperty().get()).contains("known");
    robot.interact(stage::close);
    await(() -> inspector.model().isEmpty());
  }
}
