package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.dipscope.core.figure.FigureSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Processor time of the FX thread from a new figure to the end of the pulse that draws it. With
 * software rendering the render thread dominates the frame rate, so frames are not counted.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class PlotPaneSpeedTest {
  private static final double MOST_MILLIS = 8;
  private static final int WARM_UP = 60;
  private static final int MEASURED = 61;

  private PlotPane pane;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Start
  void start(Stage stage) {
    pane = new PlotPane();
    stage.setScene(new Scene(new StackPane(pane), 800, 700));
    stage.show();
  }

  private double medianMillis(FxRobot robot, DoubleFunction<FigureSpec> figures) throws Exception {
    Frames frames = new Frames(figures);
    robot.interact(
        () -> {
          pane.getScene().addPostLayoutPulseListener(frames::drawn);
          frames.start();
        });
    assertThat(frames.finished.await(1, TimeUnit.MINUTES)).isTrue();
    List<Double> measured = frames.millis.stream().skip(WARM_UP).sorted().toList();
    return measured.get(measured.size() / 2);
  }

  /** Shows another figure in every pulse and takes the time until it is drawn. */
  private final class Frames extends AnimationTimer {
    private final List<FigureSpec> figures = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private long start = -1;

    Frames(DoubleFunction<FigureSpec> make) {
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        figures.add(make.apply(450 + i));
      }
    }

    @Override
    public void handle(long now) {
      start = threads.getCurrentThreadCpuTime();
      pane.show(figures.removeFirst());
    }

    void drawn() {
      if (start >= 0) {
        millis.add((threads.getCurrentThreadCpuTime() - start) * 1e-6);
        start = -1;
      }
      if (figures.isEmpty()) {
        stop();
        finished.countDown();
      }
    }
  }

  @Test
  void aSurfaceOf64By64CellsIsDrawnInTime(FxRobot robot) throws Exception {
    assertThat(medianMillis(robot, SampleFigures::surface)).isLessThan(MOST_MILLIS);
  }

  @Test
  void aSpectrumWithRatioIsDrawnInTime(FxRobot robot) throws Exception {
    assertThat(medianMillis(robot, at -> SampleFigures.spectrum(at, true))).isLessThan(MOST_MILLIS);
  }
}
