package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.data.Preview.ColumnRow;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.core.event.ValueProfile;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** What is selected in the browser: a figure, the columns of a table, or words. */
final class PreviewView extends BorderPane implements AutoCloseable {
  private final PlotPane plot = new PlotPane();
  private final VBox lines = new VBox(2);
  private final TableView<ColumnRow> columns = new TableView<>();
  private final Label words = new Label();
  private final VBox facts = new VBox(10);
  private final VBox waiting = new VBox(10);
  private final Button readAll = new Button("Read all values for ranges and missing ones");
  private final StackPane middle = new StackPane();
  private final Subscription follow;

  PreviewView(PreviewViewModel model, Appearance appearance) {
    setId("preview");
    plot.setId("preview-plot");
    plot.themeProperty().bind(appearance.themeProperty());
    lines.getStyleClass().add("statistics");
    lines.setId("preview-statistics");
    words.getStyleClass().addAll("muted", "invitation");
    words.setWrapText(true);
    facts.getStyleClass().add("facts");
    waiting.setAlignment(Pos.CENTER);
    columns.setId("preview-columns");
    readAll.setId("read-all");
    readAll.setOnAction(event -> model.describeAll());
    columns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    columns.getColumns().setAll(tableColumns());
    setCenter(middle);
    setBottom(lines);
    follow = model.previewProperty().subscribe(this::show);
  }

  private void show(Preview preview) {
    lines.getChildren().clear();
    switch (preview) {
      case Preview.Words(String text) -> {
        words.setText(text);
        show(words);
      }
      case Preview.Waiting(String text) -> {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(28, 28);
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        waiting.getChildren().setAll(turning, label);
        show(waiting);
      }
      case Preview.Drawing drawing -> {
        plot.resetZoom();
        plot.show(drawing.figure());
        drawing.lines().forEach(line -> lines.getChildren().add(line(line)));
        show(plot);
      }
      case Preview.Description description -> {
        columns.getItems().setAll(description.rows());
        lines.getChildren().setAll(line(description.remark()));
        if (description.unread()) {
          lines.getChildren().add(readAll);
        }
        show(columns);
      }
      case Preview.Facts shown -> {
        facts.getChildren().setAll(facts(shown));
        show(facts);
      }
    }
  }

  private void show(Node node) {
    lines.setVisible(!lines.getChildren().isEmpty());
    lines.setManaged(lines.isVisible());
    if (!middle.getChildren().equals(List.of(node))) {
      middle.getChildren().setAll(node);
    }
    if (node != plot) {
      plot.show(FigureSpec.of(""));
    }
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setMinWidth(0);
    label.setWrapText(true);
    return label;
  }

  private static List<Node> facts(Preview.Facts shown) {
    List<Node> nodes = new ArrayList<>();
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(4);
    for (int row = 0; row < shown.facts().size(); row++) {
      Label name = new Label(shown.facts().get(row).getFirst());
      name.getStyleClass().add("muted");
      Label value = new Label(shown.facts().get(row).getLast());
      value.setWrapText(true);
      grid.addRow(row, name, value);
    }
    nodes.add(grid);
    for (String problem : shown.problems()) {
      Label label = new Label(problem);
      label.setWrapText(true);
      label.getStyleClass().add("problem");
      nodes.add(label);
    }
    return nodes;
  }

  private static List<TableColumn<ColumnRow, String>> tableColumns() {
    return List.of(
        column("column", 150, false, row -> Item.shortName(row.column())),
        column("unit", 60, false, row -> row.column().unit()),
        column("type", 80, false, PreviewView::type),
        column("minimum", 90, true, row -> number(row.profile(), Which.MINIMUM)),
        column("maximum", 90, true, row -> number(row.profile(), Which.MAXIMUM)),
        column("mean", 90, true, row -> number(row.profile(), Which.MEAN)),
        column("missing", 80, true, row -> number(row.profile(), Which.MISSING)),
        column("first values", 220, false, row -> first(row.profile())));
  }

  private enum Which {
    MINIMUM,
    MAXIMUM,
    MEAN,
    MISSING
  }

  private static String number(@Nullable ValueProfile profile, Which which) {
    if (profile == null) {
      return "";
    }
    return switch (which) {
      case MINIMUM -> Numbers.digits(profile.minimum(), 6);
      case MAXIMUM -> Numbers.digits(profile.maximum(), 6);
      case MEAN -> Numbers.digits(profile.mean(), 5);
      case MISSING -> profile.missing() == 0 ? "none" : Item.grouped(profile.missing());
    };
  }

  /** The type of the file, and whether its real numbers are whole, as counts and flags are. */
  private static String type(ColumnRow row) {
    String type = row.column().type().label();
    ValueProfile profile = row.profile();
    boolean whole =
        profile != null
            && profile.whole()
            && row.column().type() == org.dipscope.core.format.ColumnType.REAL;
    return whole ? type + ", whole" : type;
  }

  private static String first(@Nullable ValueProfile profile) {
    if (profile == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < profile.first().size(); i++) {
      double value = profile.first().get(i);
      text.append(i == 0 ? "" : ", ")
          .append(Double.isNaN(value) ? "NaN" : Numbers.digits(value, 5));
    }
    return text + (profile.values() + profile.missing() > profile.first().size() ? ", …" : "");
  }

  private static TableColumn<ColumnRow, String> column(
      String name,
      double width,
      boolean number,
      java.util.function.Function<ColumnRow, String> text) {
    TableColumn<ColumnRow, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setId("column-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
    if (number) {
      column.getStyleClass().add("number");
      column.setCellFactory(ignored -> new NumberCell());
    }
    return column;
  }

  /** A cell whose digits line up at the right. */
  private static final class NumberCell extends TableCell<ColumnRow, String> {
    NumberCell() {
      setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    plot.close();
  }
}
