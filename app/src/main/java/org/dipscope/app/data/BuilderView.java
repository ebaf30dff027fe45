package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** The builder of histograms: expressions, cuts and bins above the figure that follows them. */
final class BuilderView extends BorderPane implements AutoCloseable {
  private final BuilderViewModel model;
  private final PlotPane plot = new PlotPane();
  private final ResultGrid results = new ResultGrid();
  private final VBox cutRows = new VBox(4);
  private final List<Runnable> rows = new ArrayList<>();
  private final ListChangeListener<Cut> onCuts = change -> showCuts();
  private Subscription subscriptions = Subscription.EMPTY;

  BuilderView(BuilderViewModel model, Appearance appearance) {
    this.model = model;
    setId("builder");
    plot.setId("builder-plot");
    plot.themeProperty().bind(appearance.themeProperty());
    plot.badgeProperty().bind(model.badgeProperty());
    results.setId("builder-statistics");
    setTop(form());
    setCenter(plot);
    setBottom(results);
    model.cuts().addListener(onCuts);
    showCuts();
    keep(model.figureProperty().subscribe(this::show));
    keep(model.resultProperty().subscribe(results::show));
  }

  private GridPane form() {
    GridPane form = new GridPane();
    form.getStyleClass().add("builder-form");
    form.setHgap(8);
    form.setVgap(5);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    wide.setPercentWidth(42);
    ColumnConstraints rest = new ColumnConstraints();
    rest.setHgrow(Priority.ALWAYS);
    form.getColumnConstraints().setAll(names, wide, names, rest);
    form.addRow(
        0,
        name("x"),
        expression(
            "builder-x",
            "column or expression",
            model.xProperty(),
            model.form().xComplaintProperty()),
        name("bins"),
        bins("builder-bins", model.form().xBins()));
    BinsRow yBins = bins("builder-y-bins", model.form().yBins());
    Label yName = name("bins");
    form.addRow(
        1,
        name("y"),
        expression("builder-y", "none", model.yProperty(), model.form().yComplaintProperty()),
        yName,
        yBins);
    keep(model.yProperty().subscribe(y -> yBins.setVisible(!y.isBlank())));
    yName.visibleProperty().bind(yBins.visibleProperty());
    Button add = Icon.ADD.on(new Button("Cut"), "Draw the events of another cut");
    add.setId("add-cut");
    add.setOnAction(event -> model.addCut());
    form.addRow(
        2,
        name("cuts"),
        new VBox(4, cutRows, add),
        name("weight"),
        new VBox(
            4,
            expression(
                "builder-weight",
                "1",
                model.weightProperty(),
                model.form().weightComplaintProperty()),
            complaint(model.form().binsComplaintProperty())));
    for (Node node : form.getChildren()) {
      GridPane.setValignment(node, VPos.TOP);
    }
    return form;
  }

  private BinsRow bins(String id, BinningChoice choice) {
    BinsRow row = new BinsRow(id, choice);
    keep(row::close);
    return row;
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("form-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private ExpressionField expression(
      String id, String prompt, StringProperty text, StringProperty complaint) {
    ExpressionField field = new ExpressionField(prompt, text, complaint, model::completion);
    field.field().setId(id);
    keep(field::close);
    return field;
  }

  private Label complaint(StringProperty text) {
    Label label = new Label();
    label.setId("builder-complaint");
    label.getStyleClass().add("slider-field-message");
    label.setWrapText(true);
    label.textProperty().bind(text);
    label.managedProperty().bind(text.isNotEmpty());
    keep(
        () -> {
          label.textProperty().unbind();
          label.managedProperty().unbind();
        });
    return label;
  }

  private void showCuts() {
    release();
    cutRows.getChildren().clear();
    for (Cut cut : model.cuts()) {
      cutRows.getChildren().add(row(cut));
    }
  }

  private HBox row(Cut cut) {
    CheckBox active = new CheckBox();
    active.setAccessibleText("Draw this cut");
    active.selectedProperty().bindBidirectional(cut.activeProperty());
    Rectangle swatch = new Rectangle(10, 10);
    swatch.setStyle("-fx-fill: -ds-series-" + cut.colour() + ";");
    ExpressionField field =
        new ExpressionField(
            "all events", cut.textProperty(), cut.complaintProperty(), model::completion);
    field.field().setId("cut-" + cut.colour());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button remove = Icon.CLOSE.on(new Button(), "Remove this cut");
    remove.setOnAction(event -> model.removeCut(cut));
    HBox.setMargin(swatch, new Insets(7, 0, 0, 0));
    HBox row = new HBox(6, active, swatch, field, remove);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("cut-row");
    rows.add(field::close);
    rows.add(() -> active.selectedProperty().unbindBidirectional(cut.activeProperty()));
    return row;
  }

  private void show(@Nullable FigureSpec figure) {
    plot.show(figure == null ? FigureSpec.of("No histogram yet") : figure);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  private void release() {
    rows.forEach(Runnable::run);
    rows.clear();
  }

  @Override
  public void close() {
    release();
    model.cuts().removeListener(onCuts);
    subscriptions.unsubscribe();
    plot.badgeProperty().unbind();
    plot.close();
  }
}
