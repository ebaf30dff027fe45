package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dipscope.app.data.DataBench;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.project.SpectrumEntry;
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
class DataJourneyTest {
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
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Clicks the visible row of this name. */
  private static void clickRow(FxRobot robot, String name) {
    robot.clickOn(
        robot
            .lookup("#browser-tree .label")
            .match((Node node) -> node instanceof Label label && label.getText().equals(name))
            .queryLabeled());
  }

  private boolean isShown(FxRobot robot, String text) {
    return robot.lookup("#browser-tree .label").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.getText().equals(text));
  }

  @Test
  void fromAFileOverAPreviewAndACutIntoTheProject(FxRobot robot) throws Exception {
    Path histograms = DataBench.rootFile(folder);
    Path events = DataBench.eventFile(folder);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(parts.frame().screenProperty().get()).isEqualTo(Composition.DATA);
    assertThat(robot.lookup("#data-invitation").query().isVisible()).isTrue();
    robot.interact(() -> parts.opener().open(List.of(histograms)));
    await(() -> isShown(robot, "tight"));
    clickRow(robot, "tight");
    await(() -> parts.data().model().drawnProperty().get());
    assertThat(parts.data().model().titleProperty().get()).isEqualTo("tight");

    robot.interact(() -> parts.opener().open(List.of(events)));
    await(() -> isShown(robot, "jets"));
    clickRow(robot, "jets");
    await(() -> parts.data().model().titleProperty().get().equals("jets"));
    robot.interact(() -> parts.data().model().build());
    await(() -> parts.data().model().builder().figureProperty().get() != null);
    TextField cut = robot.lookup("#cut-1").query();
    robot.clickOn(cut).write("jets >= 2");
    await(() -> parts.data().model().builder().commandLine().contains("--cut 'jets >= 2'"));
    robot.push(KeyCode.ESCAPE);

    robot.clickOn("#add-to-project");
    robot.clickOn("#adding-energy").write("13").push(KeyCode.ENTER);
    await(() -> parts.workspace().document().spectra().size() == 1);
    assertThat(parts.frame().screenProperty().get()).isEqualTo(Composition.INTERFERENCE);
    SpectrumEntry entry = parts.workspace().document().spectra().getFirst();
    assertThat(((SpectrumEntry.Embedded) entry.data()).spectrum())
        .isInstanceOfSatisfying(
            CountSpectrum.class, counts -> assertThat(counts.counts().sum()).isEqualTo(500));
    assertThat(parts.frame().banner().shownText()).isEmpty();
  }

  @Test
  void aFileThatChangedMeanwhileIsOfferedAgain(FxRobot robot) throws IOException, TimeoutException {
    Path events = DataBench.eventFile(folder);
    robot.interact(() -> parts.opener().open(List.of(events)));
    await(() -> isShown(robot, "jets"));
    double screen = robot.lookup("#data").query().getLayoutBounds().getWidth();
    assertThat(robot.lookup("#browser").query().getLayoutBounds().getWidth())
        .as("the files leave room for what they hold, also if the screen was hidden before")
        .isLessThan(0.4 * screen);
    Files.writeString(events, "mass [GeV],jets,weight\n1,7,1\n");
    robot.interact(() -> parts.files().check());
    await(() -> !parts.data().model().browser().noticeProperty().get().isEmpty());
    robot.clickOn("#reload-changed");
    await(() -> parts.data().model().browser().noticeProperty().get().isEmpty());
    assertThat(parts.files().filesProperty().get().getFirst().contents().tables().getFirst().rows())
        .isEqualTo(1);
  }

  @Test
  void aNameIsCompletedWhileItIsTyped(FxRobot robot) throws IOException, TimeoutException {
    Path events = DataBench.eventFile(folder);
    robot.interact(() -> parts.opener().open(List.of(events)));
    await(() -> isShown(robot, "jets"));
    clickRow(robot, "weight");
    await(() -> parts.data().model().titleProperty().get().equals("weight"));
    robot.interact(() -> parts.data().model().build());
    await(() -> parts.data().model().builder().figureProperty().get() != null);
    robot.clickOn("#builder-x").push(KeyCode.CONTROL, KeyCode.A).write("2*je").push(KeyCode.ENTER);
    assertThat(parts.data().model().builder().xProperty().get()).isEqualTo("2*jets");
    await(() -> parts.data().model().builder().commandLine().contains("--column '2*jets'"));
  }
}
