package org.dipscope.app.data;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.dipscope.app.data.BuildRequest.CutLine;

/** The numbers of the built histograms: one line per cut, digits below digits. */
final class ResultGrid extends GridPane {
  private static final int SWATCH = 8;

  ResultGrid() {
    getStyleClass().addAll("statistics", "result-grid");
    setHgap(14);
    setVgap(1);
    setMinWidth(0);
  }

  void show(ResultTable table) {
    getChildren().clear();
    getColumnConstraints().setAll(new ColumnConstraints(), cutColumn());
    for (int row = 0; row < table.cuts().size(); row++) {
      CutLine cut = table.cuts().get(row);
      Rectangle swatch = new Rectangle(SWATCH, SWATCH);
      swatch.setStyle("-fx-fill: -ds-series-" + cut.colour() + ";");
      addRow(row + 1, swatch, cut(cut.label()));
    }
    add(new Label(table.remark()), 1, 0);
    for (ResultTable.Column column : table.columns()) {
      int position = getColumnConstraints().size();
      getColumnConstraints().add(numberColumn());
      add(whole(column.name()), position, 0);
      for (int row = 0; row < column.numbers().size(); row++) {
        Label number = whole(column.numbers().get(row));
        number.getStyleClass().add("number");
        add(number, position, row + 1);
      }
    }
    setVisible(!table.cuts().isEmpty());
    setManaged(isVisible());
  }

  private static Node cut(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("number");
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(words));
    return label;
  }

  private static Label whole(String words) {
    Label label = new Label(words);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static ColumnConstraints cutColumn() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(0);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static ColumnConstraints numberColumn() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(Region.USE_PREF_SIZE);
    column.setHalignment(HPos.RIGHT);
    return column;
  }
}
