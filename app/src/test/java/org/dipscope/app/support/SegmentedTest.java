package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SegmentedTest {
  private enum Scale {
    LINEAR,
    LOG
  }

  private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.LINEAR);

  @Start
  void start(Stage stage) {
    Segmented<Scale> choice =
        new Segmented<>(
            "y axis", List.of(Scale.values()), s -> s.name().toLowerCase(Locale.ROOT), scale);
    stage.setScene(new Scene(choice, 200, 60));
    stage.show();
  }

  private static boolean selected(FxRobot robot, String words) {
    return robot.lookup(words).queryAs(ToggleButton.class).isSelected();
  }

  @Test
  void exactlyOneChoiceIsAlwaysSelected(FxRobot robot) {
    assertThat(selected(robot, "linear")).isTrue();
    robot.clickOn("log");
    assertThat(scale.get()).isEqualTo(Scale.LOG);
    robot.clickOn("log");
    assertThat(selected(robot, "log")).isTrue();
    assertThat(selected(robot, "linear")).isFalse();
    robot.interact(() -> scale.set(Scale.LINEAR));
    assertThat(selected(robot, "linear")).isTrue();
  }
}
