package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SliderFieldTest {
  private final DoubleProperty mass = new SimpleDoubleProperty(500);

  @Start
  void start(Stage stage) {
    SliderField field = new SliderField("mass", "GeV", SliderScale.linear(345, 1000, 500, 1), mass);
    stage.setScene(new Scene(new VBox(field), 700, 100));
    stage.show();
  }

  private static TextField field(FxRobot robot) {
    return robot.lookup(".text-field").queryAs(TextField.class);
  }

  private static Slider slider(FxRobot robot) {
    return robot.lookup(".slider").queryAs(Slider.class);
  }

  private static Label message(FxRobot robot) {
    return robot.lookup(".slider-field-message").queryAs(Label.class);
  }

  private static void type(FxRobot robot, String text) {
    TextField field = field(robot);
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    robot.type(KeyCode.ENTER);
  }

  @Test
  void keysStepTheValue(FxRobot robot) {
    robot.interact(() -> slider(robot).requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(mass.get()).isEqualTo(501);
    robot.type(KeyCode.PAGE_UP);
    assertThat(mass.get()).isEqualTo(511);
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
    assertThat(mass.get()).isEqualTo(510.9);
    robot.type(KeyCode.END);
    assertThat(mass.get()).isEqualTo(1000);
    robot.type(KeyCode.HOME);
    assertThat(mass.get()).isEqualTo(345);
    robot.type(KeyCode.DELETE);
    assertThat(mass.get()).isEqualTo(500);
  }

  @Test
  void anExactValueIsKeptExactly(FxRobot robot) {
    type(robot, "612.3456789");
    assertThat(mass.get()).isEqualTo(612.3456789);
    assertThat(field(robot).getText()).isEqualTo("612.346");
    robot.type(KeyCode.ENTER); // what is shown was not typed again
    assertThat(mass.get()).isEqualTo(612.3456789);
    assertThat(slider(robot).getValue()).isBetween(0.40, 0.41);
  }

  @Test
  void aBadValueIsExplainedAndChangesNothing(FxRobot robot) {
    type(robot, "12");
    assertThat(mass.get()).isEqualTo(500);
    assertThat(message(robot).isVisible()).isTrue();
    assertThat(message(robot).getText()).contains("345 to 1000");

    robot.type(KeyCode.ESCAPE);
    assertThat(field(robot).getText()).isEqualTo("500");
    assertThat(message(robot).isVisible()).isFalse();
  }

  @Test
  void theFieldFollowsTheModel(FxRobot robot) {
    robot.interact(() -> mass.set(437.28193));
    assertThat(field(robot).getText()).isEqualTo("437.282");
    assertThat(mass.get()).isEqualTo(437.28193);
    robot.interact(() -> field(robot).requestFocus());
    robot.interact(() -> slider(robot).requestFocus());
    assertThat(mass.get()).isEqualTo(437.28193);
  }

  @Test
  void aDoubleClickResets(FxRobot robot) {
    robot.interact(() -> mass.set(700));
    robot.doubleClickOn(".slider-field-label");
    assertThat(mass.get()).isEqualTo(500);
  }

  @Test
  void dragsMoveTheValueAndSayWhenTheyEnd(FxRobot robot) {
    Slider slider = slider(robot);
    // The thumb must stand where the first pulse puts it before the mouse aims at it.
    robot.interact(
        () -> {
          slider.getScene().getRoot().applyCss();
          slider.getScene().getRoot().layout();
        });
    robot.drag(".thumb").moveBy(60, 0);
    assertThat(slider.isValueChanging()).isTrue();
    robot.drop();
    assertThat(slider.isValueChanging()).isFalse();
    assertThat(mass.get()).isGreaterThan(550);
    assertThat(mass.get() * 10).isEqualTo(Math.rint(mass.get() * 10));
  }

  @Test
  void aScreenReaderHearsNameAndUnit(FxRobot robot) {
    assertThat(slider(robot).getAccessibleText()).isEqualTo("mass in GeV");
    assertThat(field(robot).getAccessibleText()).isEqualTo("mass in GeV, exact value");
  }
}
