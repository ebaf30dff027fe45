package org.dipscope.app.inference;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** A named text that is taken over with Enter or when the field is left. */
final class EntryField extends HBox implements AutoCloseable {
  private final TextField field = new TextField();
  private final Subscription follow;

  /**
   * A field.
   *
   * @param name before it
   * @param text the one property it writes
   * @param prompt what stands there while it is empty
   * @param columns its width in digits
   * @param help longer than the name
   */
  EntryField(String name, StringProperty text, String prompt, int columns, String help) {
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(6);
    Label label = new Label(name);
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().add("slider-field-label");
    label.setLabelFor(field);
    field.setPromptText(prompt);
    field.setPrefColumnCount(columns);
    field.setMinWidth(USE_PREF_SIZE);
    field.setAccessibleText(help);
    field.setTooltip(new Tooltip(help));
    field.setOnAction(event -> text.set(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                text.set(field.getText());
              }
            });
    follow = text.subscribe(field::setText);
    getChildren().addAll(label, field);
  }

  /** The field itself. */
  TextField field() {
    return field;
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
