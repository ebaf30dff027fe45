package org.dipscope.app.shell;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/**
 * A choice between a few values as buttons side by side; one is always chosen. It writes exactly
 * one property.
 *
 * @param <T> the immutable type of the values
 */
public final class Segments<T> extends HBox implements AutoCloseable {
  private final ToggleGroup group = new ToggleGroup();
  private final Subscription follow;

  /**
   * One of the values.
   *
   * @param value what is written
   * @param words what is read
   */
  public record Segment<T>(T value, String words) {}

  /** One of the values. */
  public static <T> Segment<T> of(T value, String words) {
    return new Segment<>(value, words);
  }

  /** Buttons for these values. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the list only reads the array
  public Segments(ObjectProperty<T> choice, Segment<T>... segments) {
    this(choice, List.of(segments));
  }

  /** Buttons for these values. */
  public Segments(ObjectProperty<T> choice, List<Segment<T>> segments) {
    getStyleClass().add("segmented");
    for (Segment<T> segment : segments) {
      ToggleButton button = new ToggleButton(segment.words());
      button.setToggleGroup(group);
      button.setUserData(segment.value());
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> choose(choice, button, segment.value()));
      getChildren().add(button);
    }
    getChildren().getFirst().getStyleClass().add("first");
    getChildren().getLast().getStyleClass().add("last");
    follow = choice.subscribe(this::select);
  }

  private void choose(ObjectProperty<T> choice, ToggleButton button, T value) {
    button.setSelected(true); // a second click must not leave the choice empty
    choice.set(value);
  }

  private void select(T value) {
    for (Toggle toggle : group.getToggles()) {
      toggle.setSelected(value.equals(toggle.getUserData()));
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
