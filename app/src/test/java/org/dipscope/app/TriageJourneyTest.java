package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dipscope.app.triage.Row;
import org.dipscope.app.triage.ToyEvents;
import org.dipscope.app.triage.TriageViewModel;
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
class TriageJourneyTest {
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

  @Test
  void fromEventsOverACutToASpectrum(FxRobot robot) throws Exception {
    Path events = ToyEvents.write(folder.resolve("events.csv"), 8000, 0.05);
    TriageViewModel model = parts.triage().model();
    robot.interact(() -> parts.frame().screenProperty().set(Composition.TRIAGE));
    assertThat(robot.lookup("#triage-invitation").query().isVisible()).isTrue();
    parts.desktop().connectOpen(() -> parts.opener().open(List.of(events)));
    robot.clickOn("#triage-open-first");
    await(() -> model.events().chosenProperty().get() != null);

    TextField bins = robot.lookup("#cut-jet-ptGeV").query();
    robot.interact(bins::selectAll);
    robot.interact(() -> bins.setText("30"));
    robot.interact(() -> bins.fireEvent(new javafx.event.ActionEvent()));
    assertThat(model.cuts().cutsProperty().get().selection().jet().ptGeV()).isEqualTo(30);
    robot.clickOn("#cuts-undo");
    assertThat(bins.getText()).isEqualTo("20");
    robot.clickOn("#cuts-redo");
    assertThat(bins.getText()).isEqualTo("30");
    robot.clickOn("#triage-run");
    await(() -> !model.runningProperty().get() && !model.candidates().all().isEmpty());

    TableView<?> table = robot.lookup("#candidate-table").queryTableView();
    robot.interact(() -> table.getSelectionModel().select(0));
    Row chosen = model.candidates().selectedProperty().get();
    assertThat(chosen).isNotNull();
    assertThat(model.spectrum().figureProperty().get().columns()).isNotEmpty();
    robot.clickOn("#candidate-search").write("nothing");
    assertThat(table.getItems()).isEmpty();
    assertThat(model.candidates().selectedProperty().get()).isSameAs(chosen);
    robot.interact(() -> robot.lookup("#candidate-search").queryAs(TextField.class).clear());
    assertThat(table.getSelectionModel().getSelectedItem()).isSameAs(chosen);
    robot.push(KeyCode.ESCAPE);
    assertThat(parts.frame().banner().shownText()).isEmpty();
  }
}
