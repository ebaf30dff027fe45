package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PlotPaneLeakTest {
  private static final int COLLECTIONS = 50;

  private final StackPane root = new StackPane();
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(root, 600, 400));
    stage.show();
  }

  private void openAndClose(FxRobot robot, List<WeakReference<Object>> references) {
    List<PlotPane> open = new ArrayList<>();
    robot.interact(
        () -> {
          PlotPane pane = new PlotPane();
          FigureSpec figure = SampleFigures.spectrum(500, false);
          pane.themeProperty().bind(theme);
          pane.show(figure);
          root.getChildren().setAll(pane);
          open.add(pane);
          references.add(new WeakReference<>(pane));
          references.add(new WeakReference<>(figure));
        });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          open.getFirst().panels().stream()
              .map(panel -> new WeakReference<Object>(panel.chart()))
              .forEach(references::add);
          root.getChildren().clear();
          open.removeFirst().close();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void nothingIsRetainedAfterOpeningAndClosingFiveTimes(FxRobot robot) {
    List<WeakReference<Object>> references = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      openAndClose(robot, references);
    }
    for (int i = 0; i < COLLECTIONS && references.stream().anyMatch(r -> r.get() != null); i++) {
      System.gc();
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertThat(references).hasSize(20);
    assertThat(references.stream().map(WeakReference::get)).containsOnlyNulls();
  }
}
