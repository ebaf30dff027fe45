package org.dipscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.dipscope.app.data.DataBench;
import org.dipscope.app.inference.InferenceBench;
import org.dipscope.app.inference.ModelPreset;
import org.dipscope.app.workspace.DefaultProject;
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
class WorkbenchLeakTest {
  private static final int TIMES = 5;
  private static final int COLLECTIONS = 50;

  @TempDir Path folder;
  private Stage stage;
  private Path events;

  @Start
  void start(Stage sharedByAllTests) {
    stage = new Stage(); // a size of its own, which no other test inherits
    stage.setScene(new Scene(new Pane(), 1200, 700));
    stage.show();
  }

  @Stop
  void stop() {
    stage.close();
  }

  private void openAndClose(FxRobot robot, List<WeakReference<Object>> references)
      throws TimeoutException {
    List<Composition> open = new ArrayList<>();
    robot.interact(
        () -> {
          Composition parts = new Composition(DefaultProject.open(), 2, folder);
          stage.setScene(parts.scene());
          parts.finishStart(List.of());
          open.add(parts);
          references.add(new WeakReference<>(parts));
          references.add(new WeakReference<>(parts.workspace()));
          references.add(new WeakReference<>(parts.spectrum().view()));
          references.add(new WeakReference<>(parts.likelihood().view()));
          references.add(new WeakReference<>(parts.interference().view()));
          references.add(new WeakReference<>(parts.results()));
          references.add(new WeakReference<>(parts.data().view()));
          references.add(new WeakReference<>(parts.data().model()));
          references.add(new WeakReference<>(parts.files()));
          references.add(new WeakReference<>(parts.inference().view()));
          references.add(new WeakReference<>(parts.inference().models()));
          references.add(new WeakReference<>(parts.training().view()));
          references.add(new WeakReference<>(parts.training().model()));
        });
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> open.getFirst().results().surfaceProperty().get() != null);
    inspectASignal(robot, open, references);
    buildAHistogram(robot, open);
    fitAModel(robot, open);
    robot.interact(
        () -> {
          stage.setScene(new Scene(new Pane()));
          open.removeFirst().close();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void inspectASignal(
      FxRobot robot, List<Composition> open, List<WeakReference<Object>> references)
      throws TimeoutException {
    robot.interact(
        () -> {
          Composition parts = open.getFirst();
          PhotoSession.pseudoData(parts);
          parts.spectrum().model().strip().definitionProperty().set(StripDefinition.KNOWN);
          parts.spectrum().inspector().open(parts.scene().getWindow());
          references.add(new WeakReference<>(parts.spectrum().inspector().model().orElseThrow()));
          references.add(new WeakReference<>(parts.spectrum().inspector().window().orElseThrow()));
        });
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () ->
            open.getFirst().spectrum().inspector().model().stream()
                .allMatch(model -> model.map().figureProperty().get() != null));
  }

  private static void fitAModel(FxRobot robot, List<Composition> open) throws TimeoutException {
    robot.interact(
        () -> {
          open.getFirst().frame().screenProperty().set(Composition.INTERVALS);
          open.getFirst().inference().models().open(ModelPreset.PEAK_DIP_SYSTEMATICS);
          open.getFirst().inference().pageProperty().set("Fit");
          InferenceBench.figure(open.getFirst().inference(), "SCAN");
        });
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () ->
            open.getFirst().jobs().active().isEmpty()
                && InferenceBench.isScanned(open.getFirst().inference()));
  }

  private void buildAHistogram(FxRobot robot, List<Composition> open) throws TimeoutException {
    robot.interact(() -> open.getFirst().opener().open(List.of(events)));
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> open.getFirst().data().model().titleProperty().get().startsWith("events"));
    robot.interact(
        () -> {
          open.getFirst().data().model().build();
          open.getFirst().data().model().builder().xProperty().set("jets");
        });
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> open.getFirst().data().model().builder().figureProperty().get() != null);
  }

  @Test
  void nothingIsRetainedAfterOpeningAndClosingEverythingFiveTimes(FxRobot robot)
      throws TimeoutException, IOException {
    events = DataBench.eventFile(folder);
    List<WeakReference<Object>> references = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      openAndClose(robot, references);
    }
    for (int i = 0; i < COLLECTIONS && references.stream().anyMatch(r -> r.get() != null); i++) {
      System.gc();
      robot.interact(() -> stage.setWidth(stage.getWidth() + 1));
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(references.stream().map(WeakReference::get)).containsOnlyNulls();
  }
}
