package org.dipscope.app.triage;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.dipscope.core.triage.Quality;
import org.jspecify.annotations.Nullable;

/** Thousands of candidates, to be sorted and filtered while more of them arrive. */
final class CandidatesView extends BorderPane implements AutoCloseable {
  private final CandidateRows model;
  private final FilteredList<Row> filtered;
  private final SortedList<Row> sorted;
  private final TableView<Row> table = new TableView<>();
  private final TextField search = new TextField();
  private final CheckBox clean = new CheckBox("without marks");
  private final Label count = new Label();
  private boolean settling;
  private final Subscription follow;

  CandidatesView(CandidateRows model) {
    this.model = model;
    setId("candidates");
    filtered = new FilteredList<>(model.all());
    sorted = new SortedList<>(filtered);
    table.setId("candidate-table");
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setPlaceholder(new Label(""));
    TableColumn<Row, Double> z = number("z", 64, row -> row.candidate().z(), "%+.2f");
    z.setComparator(Comparator.comparingDouble(Math::abs));
    z.setSortType(TableColumn.SortType.DESCENDING);
    table.getColumns().add(z);
    table.getColumns().add(number("± b", 50, row -> row.candidate().zError(), "%.2f"));
    table.getColumns().add(number("mass [GeV]", 84, row -> row.candidate().massGeV(), "%.4g"));
    table.getColumns().add(text("objects", 84, row -> row.candidate().combination()));
    table.getColumns().add(text("category", 170, row -> row.candidate().category()));
    table.getColumns().add(number("bins", 46, row -> row.candidate().bins(), "%.0f"));
    table.getColumns().add(number("entries", 70, row -> row.candidate().entries(), "%.0f"));
    table.getColumns().add(number("p histogram", 86, row -> row.candidate().histogramP(), "%.2g"));
    table.getColumns().add(number("q", 74, Row::q, "%.2g"));
    table.getColumns().add(number("partners", 66, CandidatesView::partners, "%.0f"));
    table.getColumns().add(number("z confirmed", 86, CandidatesView::confirmed, "%+.2f"));
    table.getColumns().add(text("marks", 140, CandidatesView::marks));
    table.getSortOrder().add(z);
    follow =
        Subscription.combine(
            table.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            model.selectedProperty().subscribe(this::follow),
            model.changingProperty().subscribe(this::settle),
            search.textProperty().subscribe(text -> filter()),
            clean.selectedProperty().subscribe(on -> filter()));
    filtered.addListener((javafx.collections.ListChangeListener<Row>) change -> tell());
    setTop(top());
    setCenter(table);
    tell();
  }

  private HBox top() {
    search.setId("candidate-search");
    search.setPromptText("category, objects or mass range such as 120-130");
    search.setPrefColumnCount(26);
    search.setMinWidth(80);
    HBox.setHgrow(search, Priority.SOMETIMES);
    clean.setMinWidth(Region.USE_PREF_SIZE);
    clean.setId("candidate-clean");
    count.getStyleClass().add("muted");
    count.setMinWidth(0);
    HBox.setHgrow(count, Priority.ALWAYS);
    HBox box = new HBox(search, clean, count);
    box.getStyleClass().add("view-header");
    return box;
  }

  /** The lines as they are shown, in their order. */
  Stream<Row> shown() {
    return sorted.stream();
  }

  /** A table that gets or loses lines may say that others are selected; that is no choice. */
  private void choose(@Nullable Row row) {
    if (row != null && !settling) {
      model.selectedProperty().set(row);
    }
  }

  private void follow(@Nullable Row row) {
    if (!settling && row != null && !row.equals(table.getSelectionModel().getSelectedItem())) {
      select(row);
    }
  }

  private void settle(boolean changing) {
    settling = true;
    if (!changing) {
      select(model.selectedProperty().get());
      settling = false;
    }
  }

  private void select(@Nullable Row row) {
    String id = row == null ? "" : row.candidate().id();
    for (int i = 0; row != null && i < sorted.size(); i++) {
      if (sorted.get(i).candidate().id().equals(id)) {
        table.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    table.getSelectionModel().clearSelection();
  }

  private void filter() {
    settle(true);
    filtered.setPredicate(RowFilter.of(search.getText(), clean.isSelected()));
    settle(false);
    tell();
  }

  private void tell() {
    count.setText(
        filtered.size() == model.all().size()
            ? ""
            : "%,d of %,d shown".formatted(filtered.size(), model.all().size()));
  }

  private static double partners(Row row) {
    return row.partners() < 0 ? Double.NaN : row.partners();
  }

  private static double confirmed(Row row) {
    Double z = row.confirmedZ();
    return z == null ? Double.NaN : z;
  }

  private static String marks(Row row) {
    return row.candidate().quality().stream()
        .sorted()
        .map(Quality::words)
        .collect(Collectors.joining(", "));
  }

  private static TableColumn<Row, String> text(
      String name, double width, Function<Row, String> value) {
    TableColumn<Row, String> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setMinWidth(0.8 * width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  private static TableColumn<Row, Double> number(
      String name, double width, ToDoubleFunction<Row> value, String format) {
    TableColumn<Row, Double> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setMinWidth(0.8 * width);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
    column.setComparator(CandidatesView::compare);
    column.setCellFactory(ignored -> new NumberCell(format));
    column.getStyleClass().add("number");
    return column;
  }

  /** What is not known counts least, whichever way the column is sorted first: large values. */
  private static int compare(Double one, Double other) {
    double a = one.isNaN() ? Double.NEGATIVE_INFINITY : one;
    double b = other.isNaN() ? Double.NEGATIVE_INFINITY : other;
    return Double.compare(a, b);
  }

  /** Digits line up at the right; nothing stands for what is not known. */
  private static final class NumberCell extends TableCell<Row, Double> {
    private final String format;

    NumberCell(String format) {
      this.format = format;
      setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Double value, boolean empty) {
      super.updateItem(value, empty);
      setText(
          empty || value == null || value.isNaN()
              ? null
              : String.format(Locale.ROOT, format, value).replace('-', '−'));
    }
  }

  @Override
  public void close() {
    follow.unsubscribe();
    sorted.comparatorProperty().unbind();
    table.setItems(javafx.collections.FXCollections.emptyObservableList());
  }
}
