package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.neural.significance.EvaluationFigure;
import org.dipscope.neural.significance.EvaluationFigure.By;
import org.dipscope.neural.significance.NetworkEvaluation.Row;
import org.jspecify.annotations.Nullable;

/** How good a network is: what to evaluate, a figure of one sample, and the table of all. */
final class EvaluationView extends BorderPane implements AutoCloseable {
  private final EvaluationViewModel model;
  private final TrainingActions actions;
  private final CurvesViewModel curves;
  private final PlotPane plot = new PlotPane();
  private final TableView<Row> table = new TableView<>();
  private final ChoiceBox<Choice> networks = new ChoiceBox<>();
  private final Keeper keeper = new Keeper();
  private final ListChangeListener<Run> onRuns = change -> showNetworks();

  /** A network to choose; null stands for the one that ships. */
  private record Choice(@Nullable Path folder) {}

  EvaluationView(
      EvaluationViewModel model,
      CurvesViewModel curves,
      Appearance appearance,
      TrainingActions actions) {
    this.model = model;
    this.curves = curves;
    this.actions = actions;
    setId("training-evaluation");
    plot.setId("evaluation-plot");
    keeper.bind(plot.themeProperty(), appearance.themeProperty());
    Label invitation =
        new Label(
            """
            Evaluate draws histograms that no training sees, compares the largest z that a network
            finds with the largest z over the true background, and sets both the classical
            estimators and the limit of perfect inference beside it.\
            """);
    invitation.getStyleClass().addAll("muted", "invitation");
    keeper.bind(invitation.visibleProperty(), model.figureProperty().isNull());
    keeper.bind(plot.visibleProperty(), model.figureProperty().isNotNull());
    keeper.keep(
        model
            .figureProperty()
            .subscribe(now -> plot.show(now == null ? FigureSpec.of("No evaluation yet") : now)));
    keeper.keep(model.byProperty().subscribe(now -> plot.resetZoom()));
    table();
    SplitPane body = new SplitPane(new StackPane(plot, invitation), table);
    body.setOrientation(Orientation.VERTICAL);
    body.setDividerPositions(0.68);
    setTop(choices());
    setCenter(body);
    curves.runs().addListener(onRuns);
    showNetworks();
  }

  private FlowPane choices() {
    networks.setId("evaluation-network");
    networks.setConverter(new Names());
    networks
        .valueProperty()
        .addListener(
            (source, before, now) -> model.folderProperty().set(now == null ? null : now.folder()));
    Segments<Integer> histograms =
        new Segments<>(
            model.histogramsProperty(),
            Segments.of(500, "500"),
            Segments.of(2000, "2000"),
            Segments.of(10_000, "10 000"));
    tip(histograms, "Histograms drawn per kind: the error of a half width is 3 % for 500");
    keeper.keep(histograms::close);
    ToggleButton classical = new ToggleButton("classical too");
    classical.setMinWidth(USE_PREF_SIZE);
    keeper.bindBoth(classical.selectedProperty(), model.classicalProperty());
    tip(classical, "Profile likelihood and joint fit beside the network; they take longer");
    Segments<By> by =
        new Segments<>(
            model.byProperty(),
            Segments.of(By.SIGNIFICANCE, "z"),
            Segments.of(By.BINS, "bins"),
            Segments.of(By.DYNAMIC_RANGE, "range"),
            Segments.of(By.WIDTH, "width"));
    by.setId("evaluation-by");
    tip(by, "By what the right side is divided");
    keeper.keep(by::close);
    FlowPane row =
        new FlowPane(8, 6, networks, label("histograms"), histograms, classical, start(), by);
    row.getChildren().add(export());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("view-header");
    return row;
  }

  private Button start() {
    Button start = new Button();
    start.setId("evaluation-start");
    start.setMinWidth(USE_PREF_SIZE);
    keeper.bind(
        start.textProperty(),
        Bindings.when(model.runningProperty()).then("Stop").otherwise("Evaluate"));
    start.setOnAction(
        event -> {
          if (model.runningProperty().get()) {
            model.stop();
          } else {
            model.evaluate();
          }
        });
    return start;
  }

  private MenuButton export() {
    MenuItem figure = new MenuItem("Figure as PDF, SVG, PNG…");
    figure.setOnAction(event -> actions.exportFigure());
    MenuItem all = new MenuItem("Evaluation as CSV…");
    all.setOnAction(
        event ->
            actions.chooseTarget("Export Evaluation", "evaluation.csv").ifPresent(model::save));
    MenuButton export = Icon.EXPORT.on(new MenuButton(), "Export the evaluation");
    export.getItems().addAll(figure, all);
    export.getStyleClass().add("small-menu");
    keeper.bind(export.disableProperty(), model.figureProperty().isNull());
    return export;
  }

  private void table() {
    table.setId("evaluation-table");
    table.setPlaceholder(new Label(""));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .addAll(
            List.of(
                column("sample", 230, row -> row.overall().sample().replace("1-4", "1–4")),
                column("estimator", 100, row -> EvaluationFigure.words(row.estimator())),
                number("N", 60, row -> Words.grouped(row.overall().histograms())),
                number("bias [σ]", 70, row -> digits("%+.2f", row.overall().bias())),
                number("half width [σ]", 105, row -> digits("%.2f", row.overall().halfWidth())),
                number("limit [σ]", 75, row -> digits("%.2f", row.limit())),
                number("pull width", 85, row -> digits("%.2f", row.overall().pullWidth())),
                number("z > 5 [%]", 80, EvaluationView::spurious)));
    table.setItems(model.rows());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                model.selectedProperty().set(now);
              }
            });
    keeper.keep(
        model
            .selectedProperty()
            .subscribe(
                now -> {
                  if (now != null) {
                    table.getSelectionModel().select(now);
                  }
                }));
  }

  private static TableColumn<Row, String> column(
      String title, double width, Function<Row, String> words) {
    TableColumn<Row, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
    return column;
  }

  private static TableColumn<Row, String> number(
      String title, double width, Function<Row, String> words) {
    TableColumn<Row, String> column = column(title, width, words);
    column.getStyleClass().add("number");
    column.setCellFactory(ignored -> new NumberCell());
    return column;
  }

  /** Digits line up at the right. */
  private static final class NumberCell extends TableCell<Row, String> {
    NumberCell() {
      setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
      super.updateItem(value, empty);
      setText(empty ? null : value);
    }
  }

  /** The share of false alarms: of histograms without a signal. */
  private static String spurious(Row row) {
    boolean isEmpty = row.overall().sample().endsWith("no signal");
    return isEmpty ? digits("%.2f", 100 * row.overall().spurious()) : "";
  }

  private static String digits(String format, double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value).replace('-', '−');
  }

  private void showNetworks() {
    Choice now = networks.getValue();
    List<Choice> all = new ArrayList<>();
    all.add(new Choice(null));
    curves.runs().forEach(run -> all.add(new Choice(run.folder())));
    networks.getItems().setAll(all);
    networks.setValue(now != null && all.contains(now) ? now : all.getFirst());
  }

  private static Label label(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static void tip(javafx.scene.Node node, String words) {
    Tooltip.install(node, new Tooltip(words));
  }

  private static final class Names extends StringConverter<Choice> {
    @Override
    public String toString(@Nullable Choice choice) {
      Path folder = choice == null ? null : choice.folder();
      return folder == null ? "shipped network" : String.valueOf(folder.getFileName());
    }

    @Override
    public Choice fromString(String words) {
      throw new UnsupportedOperationException("a network is not typed");
    }
  }

  @Override
  public void close() {
    curves.runs().removeListener(onRuns);
    keeper.close();
    plot.close();
  }
}
