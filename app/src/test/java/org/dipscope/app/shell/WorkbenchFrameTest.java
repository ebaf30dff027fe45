package org.dipscope.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.ViewThread;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class WorkbenchFrameTest {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<String> results = new ArrayList<>();
  private Appearance appearance;
  private JobList jobs;
  private WorkbenchFrame frame;

  @Start
  void start(Stage stage) {
    appearance = new Appearance();
    ViewThread viewThread = new ViewThread(Runnable::run, (origin, failure) -> {});
    jobs = new JobList(tasks::add, viewThread, System::nanoTime);
    frame = new WorkbenchFrame(appearance, jobs);
    frame.setViews(new double[] {0.6}, new StackPane(), new StackPane());
    frame.setProject(new StackPane(new Label("project")), 0.15);
    frame.setControls(new Label("controls"));
    frame.setDevice("CPU · 2 cores");
    Scene scene = new Scene(frame, 1200, 700);
    appearance.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Stop
  void stop() {
    frame.close();
  }

  private static List<String> labels(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  @Test
  void aRunningJobIsListedAndCanBeCancelled(FxRobot robot) {
    robot.interact(
        () ->
            jobs.start(
                "coverage map",
                progress -> {
                  progress.report(0.43, "");
                  robot.lookup(".status-bar .button").queryButton().fire();
                  progress.report(0.44, "");
                  return "map";
                },
                results::add));
    assertThat(labels(robot, ".status-bar .label")).contains("coverage map waiting");
    robot.interact(() -> tasks.remove().run());
    assertThat(results).isEmpty();
    assertThat(labels(robot, ".status-bar .label")).containsExactly("coverage map: cancelled");
  }

  @Test
  void aRepeatedProblemIsCountedInOneBanner(FxRobot robot) {
    Problem problem = Problem.badInput("Line 12: edges decrease.", "Sort the table.");
    robot.interact(
        () -> {
          frame.banner().report("open", new ProblemException(problem));
          frame.banner().report("open", new ProblemException(problem));
        });
    assertThat(frame.banner().shownText())
        .isEqualTo("Line 12: edges decrease. Sort the table. (2 times)");
    robot.clickOn(".banner .button");
    assertThat(frame.banner().shownText()).isEmpty();
    robot.interact(() -> frame.banner().report("surface", new IllegalStateException()));
    assertThat(frame.banner().shownText()).isEqualTo("surface failed: IllegalStateException");
  }

  @Test
  void theThemeChangesTextAndPaper(FxRobot robot) {
    Label project = robot.lookup("project").queryAs(Label.class);
    assertThat(project.getTextFill()).isEqualTo(Color.web("#1b1b1b"));
    robot.clickOn(".top-bar > .button");
    assertThat(appearance.themeProperty().get()).isEqualTo(Theme.DARK);
    assertThat(project.getTextFill()).isEqualTo(Color.web("#e9ebee"));
    assertThat(frame.getBackground().getFills().getFirst().getFill())
        .isEqualTo(Color.web("#1a1e24"));
    Label device = robot.lookup("CPU · 2 cores").queryAs(Label.class);
    assertThat(device.getTextFill()).isEqualTo(Color.web("#9aa2ad"));
  }
}
