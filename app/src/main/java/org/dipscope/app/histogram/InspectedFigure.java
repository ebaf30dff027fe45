package org.dipscope.app.histogram;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** A figure of the inspector and the line below it. */
public final class InspectedFigure {
  private final String name;
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

  InspectedFigure(String name) {
    this.name = name;
  }

  /** What its file may be called. */
  String name() {
    return name;
  }

  /** The figure, null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** What it says, or why there is none. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  void set(@Nullable FigureSpec shown, String line) {
    figure.set(shown);
    words.set(line);
  }
}
