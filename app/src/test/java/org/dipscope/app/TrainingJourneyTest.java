package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class TrainingJourneyTest {
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

  @Test
  void aSmallNetworkIsTrainedFromTheForm(FxRobot robot) throws Exception {
    robot.interact(() -> parts.frame().screenProperty().set(Composition.NETWORKS));
    assertThat(robot.lookup("#training-invitation").query().isVisible()).isTrue();
    TextArea json = robot.lookup("#training-json").queryAs(TextArea.class);
    robot.interact(
        () ->
            json.setText(
                """
                {"channels": 8, "widths": "1", "batches": 40, "batchSize": 8,
                 "validationHistograms": 20}
                """));
    TextField batches = robot.lookup("#training-batches").queryAs(TextField.class);
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> batches.getText().equals("40"));
    robot.clickOn(batches).push(KeyCode.CONTROL, KeyCode.A).write("20");
    Path place = folder.resolve("mine");
    TextField target = robot.lookup("#training-folder").queryAs(TextField.class);
    robot.interact(() -> target.setText(place.toString()));
    robot.clickOn("#training-train");
    Label status = robot.lookup("#training-status").queryAs(Label.class);
    WaitForAsyncUtils.waitFor(
        300, TimeUnit.SECONDS, () -> status.getText().matches("(ended|failed).*"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(status.getText()).startsWith("ended at step 20");
    assertThat(place).isDirectoryContaining("glob:**/network.dsn");
    assertThat(robot.lookup("#training-invitation").query().isVisible()).isFalse();
    assertThat(parts.frame().banner().shownText()).isEmpty();
  }
}
