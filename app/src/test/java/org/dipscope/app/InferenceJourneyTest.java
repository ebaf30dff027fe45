package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dipscope.core.project.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** From a workspace over its templates and its fit to the crossings of a profile. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class InferenceJourneyTest {
  private static final String WORKSPACE =
      """
      {"channels": [{"name": "SR", "samples": [
         {"name": "signal", "data": [6, 2], "modifiers": [
           {"name": "mu", "type": "normfactor", "data": null}]},
         {"name": "background", "data": [20, 30], "modifiers": [
           {"name": "rate", "type": "normsys", "data": {"hi": 1.1, "lo": 0.9}}]}]}],
       "observations": [{"name": "SR", "data": [29, 31]}],
       "measurements": [{"name": "usual", "config": {"poi": "mu", "parameters": []}}],
       "version": "1.0.0"}
      """;

  @TempDir Path folder;
  private Composition parts;
  private Stage stage;

  @Start
  void start(Stage sharedByAllTests) {
    stage = new Stage(); // a size of its own, which no other test inherits
    parts = new Composition(Workspace.EMPTY, 2, folder);
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

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static int rows(FxRobot robot, String table) {
    return robot.lookup(table).<TableView<?>>query().getItems().size();
  }

  @Test
  void fromAWorkspaceOverItsFitToTheCrossingsOfAProfile(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(robot.lookup("#inference-invitation").query().isVisible()).isTrue();
    Path file = Files.writeString(folder.resolve("workspace.json"), WORKSPACE);
    robot.interact(() -> parts.opener().open(List.of(file)));
    await(() -> parts.inference().models().chosenProperty().get() != null);
    assertThat(parts.frame().screenProperty().get()).isEqualTo(Composition.INTERVALS);
    await(() -> rows(robot, "#model-yields") == 4);
    robot.clickOn("#vary-rate");
    await(() -> robot.lookup("#model-varied").query().isVisible());

    robot.clickOn("Fit");
    await(() -> rows(robot, "#fit-parameters") == 2);
    assertThat(robot.lookup("#fit-summary").queryLabeled().getText()).contains("one minimum");
    robot.clickOn("Profile");
    await(() -> rows(robot, "#crossings") == 2);
    robot.clickOn("#profile-copy");
    robot.interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("level\tfrom\tto")
                .contains("68.3 %"));
    robot.clickOn("Surface");
    robot.doubleClickOn("#surface-x-points").write("9");
    robot.doubleClickOn("#surface-y-points").write("9");
    robot.clickOn("#surface-run");
    await(() -> parts.jobs().active().isEmpty());
    robot.clickOn("Model").clickOn("#sliders-best");
    await(() -> parts.inference().models().pointProperty().get().get(0) != 1);
    assertThat(parts.frame().banner().shownText()).isEmpty();
  }
}
