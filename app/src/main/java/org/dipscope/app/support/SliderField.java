package org.dipscope.app.support;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/**
 * A quantity on a slider with an exact field and its unit. It writes exactly one property.
 *
 * <p>Arrow keys move by one step, with Shift by a tenth of it, page keys by ten; Home and End go to
 * the ends; Delete, Backspace or a double click return to the standard value. A typed value that
 * cannot be used is explained beside the field; the property keeps its value.
 */
public final class SliderField extends HBox implements AutoCloseable {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final double COARSE_STEPS = 10;
  private static final double FINE_STEPS = 0.1;

  private final String name;
  private final String unit;
  private final SliderScale scale;
  private final DoubleProperty value;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private final Label message = new Label();
  private final Tooltip explanation = new Tooltip();
  private final Subscription follow;
  private final Label nameLabel;
  private boolean showing;

  /**
   * A slider for {@code value}.
   *
   * @param name what the user reads beside it
   * @param unit its unit, or empty for a pure number
   * @param scale the range it covers
   * @param value the one property it writes
   */
  public SliderField(String name, String unit, SliderScale scale, DoubleProperty value) {
    this.name = name;
    this.unit = unit;
    this.scale = scale;
    this.value = value;
    Label label = new Label(name);
    nameLabel = label;
    Label unitLabel = new Label(unit);
    build(label, unitLabel);
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::onSliderKey);
    slider.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onDoubleClick);
    label.addEventHandler(MouseEvent.MOUSE_CLICKED, this::onDoubleClick);
    slider.valueProperty().addListener((source, before, now) -> onSliderMoved(now));
    field.setOnAction(event -> commit());
    field.focusedProperty().addListener((source, before, now) -> onFieldFocus(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onFieldKey);
    follow = value.subscribe(now -> show(now.doubleValue()));
  }

  /** Whether the slider is being dragged; when it ends, the value is at rest. */
  public ReadOnlyBooleanProperty adjustingProperty() {
    return slider.valueChangingProperty();
  }

  /** Whether the quantity follows something else and cannot be set here. */
  public BooleanProperty lockedProperty() {
    return disableProperty();
  }

  /** Gives the keyboard to the slider. */
  @Override
  public void requestFocus() {
    slider.requestFocus();
  }

  /** Whether the name stands before the slider; it is spoken and used in messages anyway. */
  public void showName(boolean shown) {
    show(nameLabel, shown);
  }

  /** Whether there is a slider beside the exact field. */
  public void showSlider(boolean shown) {
    show(slider, shown);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Returns to the standard value. */
  public void reset() {
    value.set(scale.standard());
  }

  /** Stops following the property. */
  @Override
  public void close() {
    follow.unsubscribe();
  }

  private void build(Label label, Label unitLabel) {
    getStyleClass().add("slider-field");
    label.getStyleClass().add("slider-field-label");
    label.setLabelFor(slider);
    unitLabel.getStyleClass().add("slider-field-unit");
    message.getStyleClass().add("slider-field-message");
    message.setVisible(false);
    message.setManaged(false);
    label.setMinWidth(USE_PREF_SIZE);
    unitLabel.setMinWidth(USE_PREF_SIZE);
    show(unitLabel, !unit.isEmpty());
    field.setPrefColumnCount(6);
    field.setAlignment(Pos.CENTER_RIGHT);
    setAlignment(Pos.CENTER_LEFT);
    setHgrow(slider, Priority.ALWAYS);
    String spoken = unit.isEmpty() ? name : name + " in " + unit;
    slider.setAccessibleText(spoken);
    field.setAccessibleText(spoken + ", exact value");
    slider.setAccessibleHelp("Arrow keys step, page keys step by ten, Delete resets");
    getChildren().addAll(label, slider, field, unitLabel, message);
  }

  private void show(double now) {
    showing = true;
    slider.setValue(scale.position(now));
    field.setText(SliderScale.text(now));
    showing = false;
    accept();
  }

  private void onSliderMoved(Number position) {
    if (!showing) {
      value.set(scale.valueAt(position.doubleValue()));
    }
  }

  private void onSliderKey(KeyEvent event) {
    double fine = event.isShiftDown() ? FINE_STEPS : 1;
    double now = value.get();
    switch (event.getCode()) {
      case LEFT, DOWN, KP_LEFT, KP_DOWN -> value.set(scale.stepped(now, -fine));
      case RIGHT, UP, KP_RIGHT, KP_UP -> value.set(scale.stepped(now, fine));
      case PAGE_DOWN -> value.set(scale.stepped(now, -COARSE_STEPS));
      case PAGE_UP -> value.set(scale.stepped(now, COARSE_STEPS));
      case HOME -> value.set(scale.low());
      case END -> value.set(scale.high());
      case DELETE, BACK_SPACE -> reset();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void onDoubleClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      reset();
      event.consume();
    }
  }

  private void onFieldKey(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> show(value.get());
      case UP -> value.set(scale.stepped(value.get(), event.isShiftDown() ? FINE_STEPS : 1));
      case DOWN -> value.set(scale.stepped(value.get(), event.isShiftDown() ? -FINE_STEPS : -1));
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void onFieldFocus(boolean focused) {
    if (!focused) {
      commit();
    }
  }

  private void commit() {
    String typed = field.getText();
    if (typed.equals(SliderScale.text(value.get()))) {
      accept();
      return;
    }
    switch (scale.read(typed, name, unit)) {
      case SliderScale.Entry.Valid(double number) -> {
        value.set(number);
        show(number);
      }
      case SliderScale.Entry.Invalid(String reason) -> refuse(reason);
    }
  }

  private void accept() {
    field.pseudoClassStateChanged(INVALID, false);
    field.setTooltip(null);
    message.setVisible(false);
    message.setManaged(false);
  }

  private void refuse(String reason) {
    field.pseudoClassStateChanged(INVALID, true);
    explanation.setText(reason);
    field.setTooltip(explanation);
    message.setText(reason);
    message.setVisible(true);
    message.setManaged(true);
  }
}
