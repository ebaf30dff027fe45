package org.dipscope.app.triage;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.dipscope.core.selection.CutFlow;
import org.dipscope.core.selection.Stage;

/** How much each stage let pass. */
final class CutFlowView extends ScrollPane implements AutoCloseable {
  private final GridPane grid = new GridPane();
  private final Subscription follow;

  CutFlowView(SearchModel model) {
    setId("cut-flow");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    grid.getStyleClass().add("facts");
    grid.setHgap(10);
    grid.setVgap(2);
    ColumnConstraints label = new ColumnConstraints();
    label.setHgrow(Priority.ALWAYS);
    label.setMinWidth(0);
    grid.getColumnConstraints().add(label);
    setContent(grid);
    follow = model.cutFlowProperty().subscribe(this::show);
  }

  private void show(CutFlow flow) {
    grid.getChildren().clear();
    if (flow.counts().isEmpty()) {
      Label none = new Label("The cut flow of the next search appears here.");
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      grid.add(none, 0, 0);
      return;
    }
    Stage.Unit unit = null;
    int row = 0;
    for (Stage.Unit kind : Stage.Unit.values()) {
      for (Stage stage : Stage.values()) {
        if (stage.unit() == kind) {
          if (unit != kind) {
            Label title = new Label(capitalised(kind));
            title.getStyleClass().add("heading");
            grid.add(title, 0, row++, 2, 1);
            unit = kind;
          }
          grid.addRow(row++, name(stage), count(flow.at(stage)));
        }
      }
    }
  }

  private static String capitalised(Stage.Unit unit) {
    return unit.name().charAt(0) + unit.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static Label name(Stage stage) {
    Label label = new Label(stage.label().replace("H_T", "HT"));
    label.setMinWidth(0);
    return label;
  }

  private static Label count(long count) {
    Label label = new Label(String.format(Locale.ROOT, "%,d", count).replace(',', ' '));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    return label;
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
