package org.dipscope.app.inference;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.support.Icon;

/** A small table that follows its model, with a button to copy it. */
final class TableGrid extends VBox implements AutoCloseable {
  private static final double COLUMN_GAP = 14;

  private final GridPane grid = new GridPane();
  private final Label empty;
  private final Subscription follow;

  /**
   * A table.
   *
   * @param title above it
   * @param without what stands there without rows
   * @param copy is given the text to copy
   */
  TableGrid(
      String title, String without, ReadOnlyObjectProperty<Table> table, Consumer<String> copy) {
    Label heading = new Label(title);
    heading.getStyleClass().add("heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button button = Icon.COPY.on(new Button(), "Copy the table");
    button.setOnAction(event -> copy.accept(table.get().text()));
    HBox header = new HBox(6, heading, gap, button);
    header.setAlignment(Pos.CENTER_LEFT);
    empty = new Label(without);
    empty.getStyleClass().add("muted");
    empty.setWrapText(true);
    grid.setHgap(COLUMN_GAP);
    grid.setVgap(3);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    setSpacing(4);
    setPadding(new Insets(4, 4, 4, 10));
    setMinWidth(0);
    getChildren().addAll(header, empty, scroll);
    follow = table.subscribe(this::show);
  }

  private void show(Table table) {
    IntervalsPage.show(empty, table.rows().isEmpty());
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    if (table.rows().isEmpty()) {
      return;
    }
    for (int column = 0; column < table.columns().size(); column++) {
      boolean isNumber = isNumber(table.rows(), column);
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setMinWidth(Region.USE_PREF_SIZE);
      constraints.setHalignment(isNumber ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(constraints);
      Label name = new Label(table.columns().get(column));
      name.getStyleClass().add("muted");
      grid.add(name, column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        grid.add(new Label(table.rows().get(row).get(column)), column, row + 1);
      }
    }
  }

  private static boolean isNumber(List<List<String>> rows, int column) {
    return rows.stream().allMatch(row -> row.get(column).matches("[≥ ]*−?[0-9].*|–"));
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
