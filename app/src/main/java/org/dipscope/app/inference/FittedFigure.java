package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a fit with its numbers, drawn again for every fit and every choice. Belongs to the
 * view thread.
 */
final class FittedFigure implements AutoCloseable {
  private final Function<FitOutcome, Drawn> drawing;
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<Sheet> table =
      new ReadOnlyObjectWrapper<>(this, "table", Sheet.EMPTY);
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
  private final Subscription follow;
  private @Nullable FitOutcome outcome;

  /**
   * What is shown of a fit.
   *
   * @param table the numbers of the figure
   * @param remark how much is not drawn, or empty
   */
  record Drawn(@Nullable FigureSpec figure, Sheet table, String remark) {
    private static final Drawn NOTHING = new Drawn(null, Sheet.EMPTY, "");
  }

  /**
   * Follows a fit.
   *
   * @param choices what the drawing depends on besides the fit
   */
  FittedFigure(
      FitViewModel fit, Function<FitOutcome, Drawn> drawing, List<ObservableValue<?>> choices) {
    this.drawing = drawing;
    List<Subscription> all = new ArrayList<>();
    all.add(
        fit.outcomeProperty()
            .subscribe(
                now -> {
                  outcome = now;
                  draw();
                }));
    choices.forEach(choice -> all.add(choice.subscribe(now -> draw())));
    follow = Subscription.combine(all.toArray(Subscription[]::new));
  }

  private void draw() {
    FitOutcome now = outcome;
    Drawn drawn = now == null ? Drawn.NOTHING : drawing.apply(now);
    remark.set(drawn.remark());
    figure.set(drawn.figure());
    table.set(drawn.table());
  }

  ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Sheet> tableProperty() {
    return table.getReadOnlyProperty();
  }

  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
