package org.dipscope.app.training;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.app.training.TrainingViewModel.Page;
import org.dipscope.core.figure.FigureSpec;

/** The screen of networks: the form on the left; curves, evaluation, examples or JSON beside it. */
final class TrainingView extends BorderPane implements AutoCloseable {
  private static final double FORM_WIDTH = 352;

  private final TrainingViewModel model;
  private final TrainingActions actions;
  private final Keeper keeper = new Keeper();
  private final FormView form;
  private final ButtonsView buttons;
  private final CurvesView curves;
  private final EvaluationView evaluation;
  private final PlotPane examples = new PlotPane();

  TrainingView(TrainingViewModel model, Appearance appearance, TrainingActions actions) {
    this.model = model;
    this.actions = actions;
    setId("training");
    getStyleClass().add("view");
    form = new FormView(model, actions);
    buttons = new ButtonsView(model, actions);
    curves = new CurvesView(model.curves(), appearance);
    evaluation = new EvaluationView(model.evaluation(), model.curves(), appearance, actions);
    examples.setId("training-examples");
    keeper.bind(examples.themeProperty(), appearance.themeProperty());
    keeper.keep(
        model
            .setup()
            .examplesProperty()
            .subscribe(
                figure -> {
                  examples.resetZoom();
                  examples.show(figure == null ? FigureSpec.of("No examples yet") : figure);
                }));
    setLeft(left());
    StackPane body = new StackPane(curves, evaluation, examples, configuration());
    showOn(Page.CURVES, curves);
    showOn(Page.EVALUATION, evaluation);
    showOn(Page.EXAMPLES, examples);
    BorderPane right = new BorderPane(body);
    right.setTop(header());
    right.setBottom(status());
    right.setMinWidth(0);
    setCenter(right);
  }

  private VBox left() {
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(scroll, buttons);
    left.getStyleClass().add("training-left");
    left.setPrefWidth(FORM_WIDTH);
    left.setMinWidth(FORM_WIDTH);
    return left;
  }

  private HBox header() {
    Segments<Page> pages =
        new Segments<>(
            model.pageProperty(),
            Segments.of(Page.CURVES, "Curves"),
            Segments.of(Page.EVALUATION, "Evaluation"),
            Segments.of(Page.EXAMPLES, "Examples"),
            Segments.of(Page.CONFIGURATION, "JSON"));
    pages.setId("training-pages");
    keeper.keep(pages::close);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(pages, gap);
    header
        .getChildren()
        .addAll(
            scale("steps", model.curves().logStepsProperty()),
            scale("loss", model.curves().logLossProperty()),
            showOn(Page.CURVES, addRun()),
            showOn(Page.CURVES, export()),
            showOn(Page.EXAMPLES, button("Draw others", model.setup()::redraw)),
            showOn(Page.CONFIGURATION, button("Open…", this::open)),
            showOn(Page.CONFIGURATION, button("Save…", this::save)));
    header.getStyleClass().add("view-header");
    return header;
  }

  private HBox scale(String axis, ObjectProperty<Boolean> logarithmic) {
    Segments<Boolean> choice =
        new Segments<>(logarithmic, Segments.of(false, "linear"), Segments.of(true, "log"));
    choice.setId("training-scale-" + axis);
    keeper.keep(choice::close);
    Label name = new Label(axis);
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox box = new HBox(5, name, choice);
    box.setAlignment(Pos.CENTER_LEFT);
    showOn(Page.CURVES, box);
    return box;
  }

  private Button addRun() {
    Button add =
        button(
            "Add run…",
            () ->
                actions
                    .chooseFolder("Folder of a Training", model.networks())
                    .ifPresent(model.curves()::add));
    add.setId("training-add-run");
    return add;
  }

  private MenuButton export() {
    MenuItem figure = new MenuItem("Figure as PDF, SVG, PNG…");
    figure.setOnAction(event -> actions.exportFigure());
    MenuItem table = new MenuItem("Curves as CSV…");
    table.setOnAction(
        event ->
            actions
                .chooseTarget("Export Curves", "curves.csv")
                .ifPresent(model.curves()::saveTable));
    MenuButton export = Icon.EXPORT.on(new MenuButton(), "Export the curves");
    export.getItems().addAll(figure, table);
    export.getStyleClass().add("small-menu");
    export.setMinWidth(Region.USE_PREF_SIZE);
    keeper.keep(
        model.curves().figureProperty().subscribe(drawn -> export.setDisable(drawn == null)));
    return export;
  }

  private TextArea configuration() {
    TextArea text = new TextArea();
    text.setId("training-json");
    text.setWrapText(true);
    text.getStyleClass().add("code");
    keeper.bindBoth(text.textProperty(), model.setup().textProperty());
    showOn(Page.CONFIGURATION, text);
    return text;
  }

  private void open() {
    actions.chooseFile("Configuration of a Training").ifPresent(model.setup()::open);
  }

  private void save() {
    actions
        .chooseTarget("Save Configuration", NetworkTrainer.CONFIGURATION)
        .ifPresent(model.setup()::save);
  }

  private Label status() {
    Label status = new Label();
    status.setId("training-status");
    status.setMinWidth(0);
    status.setMaxWidth(Double.MAX_VALUE);
    status.setWrapText(true);
    status.setMinHeight(Region.USE_PREF_SIZE);
    keeper.bind(status.textProperty(), model.running().statusProperty());
    keeper.bind(status.managedProperty(), model.running().statusProperty().isNotEmpty());
    status.getStyleClass().addAll("muted", "training-status");
    return status;
  }

  private static Button button(String words, Runnable action) {
    Button button = new Button(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private <N extends Node> N showOn(Page page, N node) {
    keeper.keep(
        model
            .pageProperty()
            .subscribe(
                now -> {
                  node.setVisible(now == page);
                  node.setManaged(now == page);
                }));
    return node;
  }

  @Override
  public void close() {
    keeper.close();
    form.close();
    buttons.close();
    curves.close();
    evaluation.close();
    examples.close();
  }
}
