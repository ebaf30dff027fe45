package org.dipscope.app.shell;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/**
 * A named choice between values in a drop-down list. It writes exactly one property; a value that
 * is not in the list is added to it.
 *
 * @param <T> the immutable type of the values
 */
public final class ChoiceField<T> extends HBox implements AutoCloseable {
  private final ChoiceBox<T> box = new ChoiceBox<>();
  private final Subscription follow;
  private boolean following;

  /**
   * A choice.
   *
   * @param name before the list, may be empty
   * @param choice the one property it writes
   * @param values the list
   * @param words how a value is read
   */
  public ChoiceField(
      String name, ObjectProperty<T> choice, List<T> values, Function<T, String> words) {
    getStyleClass().add("choice-field");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(7);
    box.getItems().setAll(values);
    box.setConverter(new Words<>(words));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(name.isEmpty() ? choice.getName() : name);
    box.valueProperty()
        .addListener(
            (source, before, now) -> {
              if (!following && now != null) {
                choice.set(now);
              }
            });
    follow = choice.subscribe(this::show);
    if (!name.isEmpty()) {
      Label label = new Label(name);
      label.setMinWidth(USE_PREF_SIZE);
      label.setLabelFor(box);
      label.getStyleClass().add("slider-field-label");
      getChildren().add(label);
    }
    getChildren().add(box);
  }

  /** Replaces the list. */
  public void setValues(List<T> values) {
    T now = box.getValue();
    following = true;
    box.getItems().setAll(values);
    following = false;
    show(now);
  }

  /** The drop-down list. */
  public ChoiceBox<T> box() {
    return box;
  }

  private void show(T value) {
    following = true;
    if (value != null && !box.getItems().contains(value)) {
      box.getItems().add(value);
    }
    box.setValue(value);
    following = false;
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }

  private static final class Words<T> extends StringConverter<T> {
    private final Function<T, String> words;

    Words(Function<T, String> words) {
      this.words = words;
    }

    @Override
    public String toString(T value) {
      return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("a choice is not typed");
    }
  }
}
