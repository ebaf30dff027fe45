package org.dipscope.app.inference;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A table on the screen, digits to the right; a click on a row may do something. */
final class SheetView extends TableView<List<Object>> {
  private static final double NUMBER_WIDTH = 84;
  private static final double WORDS_WIDTH = 150;
  private static final double LEAST_NUMBER_WIDTH = 70;
  private static final double LEAST_WORDS_WIDTH = 90;
  private static final double ROW_HEIGHT = 26;
  private static final double HEADER_HEIGHT = 28;

  private List<String> shownColumns = List.of();
  private IntConsumer onRow = row -> {};

  SheetView(String id, String invitation) {
    setId(id);
    setFixedCellSize(ROW_HEIGHT);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(new Label(invitation));
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> pick());
    setOnKeyPressed(
        event -> {
          switch (event.getCode()) {
            case ENTER, SPACE -> pick();
            default -> {}
          }
        });
  }

  /** Is told the row that was clicked, or chosen with Enter. */
  void setOnRow(IntConsumer listener) {
    onRow = listener;
  }

  private void pick() {
    int row = getSelectionModel().getSelectedIndex();
    if (row >= 0) {
      onRow.accept(row);
    }
  }

  /** Takes the height of so many rows, no more and no less. */
  void showRows(int rows) {
    double height = HEADER_HEIGHT + ROW_HEIGHT * Math.max(1, rows) + 2;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  void show(Sheet sheet) {
    if (!shownColumns.equals(sheet.columns())) {
      shownColumns = sheet.columns();
      getColumns().clear();
      for (int i = 0; i < shownColumns.size(); i++) {
        getColumns().add(column(sheet, i));
      }
    }
    getItems().setAll(sheet.rows());
  }

  private TableColumn<List<Object>, String> column(Sheet sheet, int position) {
    TableColumn<List<Object>, String> column = new TableColumn<>(shownColumns.get(position));
    boolean isNumeric = sheet.isNumeric(position) && position > 0;
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Sheet.shown(row.getValue().get(position))));
    column.setCellFactory(c -> new Cell(isNumeric));
    column.setSortable(false);
    column.setReorderable(false);
    boolean mayGrow = position == shownColumns.size() - 1 && !isNumeric;
    double width = isNumeric ? NUMBER_WIDTH : WORDS_WIDTH;
    column.setPrefWidth(width);
    column.setMinWidth(isNumeric ? LEAST_NUMBER_WIDTH : LEAST_WORDS_WIDTH);
    column.setMaxWidth(mayGrow ? Double.MAX_VALUE : 1.6 * width);
    if (isNumeric) {
      column.getStyleClass().add("number");
    }
    return column;
  }

  private static final class Cell extends TableCell<List<Object>, String> {
    Cell(boolean isNumeric) {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      setAlignment(isNumeric ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      setTooltip(empty || text == null || text.length() < 18 ? null : new Tooltip(text));
    }
  }
}
