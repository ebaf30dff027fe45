package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dipscope.app.inference.ModelPreset;
import org.dipscope.app.inference.ToyFilter;
import org.dipscope.core.project.Unblinding;
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
class StudyJourneyTest {
  @TempDir Path folder;
  private Composition parts;
  private Stage stage;

  @Start
  void start(Stage sharedByAllTests) {
    stage = new Stage(); // a size of its own, which no other test inherits
    parts = new Composition(Workspace.EMPTY, 2, folder);
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

  private static void choose(FxRobot robot, String row, String words) {
    robot.clickOn(
        robot
            .lookup(row + " .toggle-button")
            .match((ToggleButton button) -> button.getText().equals(words))
            .queryAs(ToggleButton.class));
  }

  @Test
  void fromAModelOverAHiddenFocusAndItsCalibrationToOneToy(FxRobot robot) throws Exception {
    var studies = parts.inference().studies();
    robot.interact(
        () -> {
          parts.frame().screenProperty().set(Composition.INTERVALS);
          parts.inference().models().open(ModelPreset.DEGENERATE);
        });
    choose(robot, "#inference-pages", "Intervals");
    await(() -> studies.intervals().figureProperty().get() != null);
    choose(robot, "#statistic-choice", "focused");
    await(() -> studies.intervals().blinding().hiddenProperty().get());
    robot.clickOn("#focus-numbers").push(KeyCode.CONTROL, KeyCode.A).write("1, 1");
    robot.push(KeyCode.ENTER);
    robot.clickOn("#unblind");
    await(() -> studies.intervals().blinding().lockedProperty().get());
    assertThat(Unblinding.in(parts.workspace().document(), "Degenerate dip", "mu")).hasSize(1);
    assertThat(robot.lookup("#focus-numbers").query().isDisabled()).isTrue();
    robot.interact(() -> studies.intervals().settings().toysProperty().set("200"));
    robot.clickOn("#calibrate");
    await(() -> studies.isAtRest());
    assertThat(studies.intervals().badgeProperty().get()).isEmpty();

    choose(robot, "#inference-pages", "Toys");
    robot.clickOn("#toys-count").write("200").push(KeyCode.ENTER);
    robot.clickOn("#toys-run");
    await(() -> studies.toys().listedProperty().get().size() == 200 && studies.isAtRest());
    choose(robot, "#toy-filter", ToyFilter.SECOND_MINIMA.words());
    TableView<?> table = robot.lookup("#toys-table").queryTableView();
    robot.interact(() -> table.getSelectionModel().select(0));
    await(() -> studies.toys().detailProperty().get() != null);
    assertThat(studies.toys().detailWordsProperty().get()).startsWith("Toy ");

    choose(robot, "#inference-pages", "Summaries");
    await(() -> studies.summaries().figureProperty().get() != null);
    assertThat(parts.frame().banner().shownText()).isEmpty();
  }
}
