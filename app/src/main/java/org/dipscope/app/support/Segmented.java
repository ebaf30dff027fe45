package org.dipscope.app.support;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/**
 * One of a few visible choices, such as linear or log. It writes exactly one property; exactly one
 * choice is always selected.
 *
 * @param <T> the type of the choices
 */
public final class Segmented<T> extends HBox implements AutoCloseable {
  private final ToggleGroup group = new ToggleGroup();
  private final Subscription follow;

  /**
   * A row of choices.
   *
   * @param name what is chosen, for screen readers
   * @param choices the choices from left to right
   * @param words what is written on each
   * @param value the one property it writes
   */
  public Segmented(
      String name, List<T> choices, Function<T, String> words, ObjectProperty<T> value) {
    getStyleClass().add("segmented");
    for (T choice : choices) {
      ToggleButton button = new ToggleButton(words.apply(choice));
      button.setUserData(choice);
      button.setAccessibleText(name + ": " + words.apply(choice));
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            button.setSelected(true); // pressing the selected choice again changes nothing
            value.set(choice);
          });
      getChildren().add(button);
    }
    getChildren().getFirst().getStyleClass().add("first");
    getChildren().getLast().getStyleClass().add("last");
    follow = value.subscribe(this::select);
  }

  /** Stops following the property. */
  @Override
  public void close() {
    follow.unsubscribe();
  }

  private void select(T now) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData().equals(now))
        .forEach(group::selectToggle);
  }
}
