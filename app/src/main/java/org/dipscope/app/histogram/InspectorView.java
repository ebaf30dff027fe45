package org.dipscope.app.histogram;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;

/** The inspector: width map above, stability and response below. */
final class InspectorView extends BorderPane implements AutoCloseable {
  private static final double MAP_SHARE = 44;

  private final InspectorViewModel model;
  private final Appearance appearance;
  private final FigureExport export;
  private Subscription subscriptions = Subscription.EMPTY;

  InspectorView(InspectorViewModel model, Appearance appearance, FigureExport export) {
    this.model = model;
    this.appearance = appearance;
    this.export = export;
    setId("inspector");
    getStyleClass().addAll("view", "inspector");
    Label warnings = new Label();
    warnings.setId("inspector-warnings");
    warnings.getStyleClass().add("muted");
    warnings.setWrapText(true);
    keep(
        model
            .warningsProperty()
            .subscribe(
                now -> {
                  warnings.setText(now);
                  present(warnings, !now.isEmpty());
                }));
    setTop(new VBox(header(), warnings));
    setCenter(figures());
    Label looks = new Label(InspectorWords.NO_LOOK);
    Tooltip why = new Tooltip(InspectorWords.WHY_NO_LOOK);
    why.setWrapText(true);
    why.setMaxWidth(420);
    looks.setTooltip(why);
    looks.getStyleClass().add("muted");
    looks.setWrapText(true);
    setBottom(looks);
  }

  private HBox header() {
    Label headline = new Label();
    headline.setId("inspector-headline");
    headline.getStyleClass().add("heading");
    headline.setWrapText(true);
    headline.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(headline, Priority.ALWAYS);
    keep(model.headlineProperty().subscribe(headline::setText));
    Label busy = new Label();
    busy.getStyleClass().add("muted");
    busy.setMinWidth(USE_PREF_SIZE);
    Button cancel = Icon.CLOSE.on(new Button(), "Stop computing");
    cancel.setId("inspector-cancel");
    cancel.setOnAction(event -> model.cancel());
    keep(
        model
            .busyProperty()
            .subscribe(
                now -> {
                  busy.setText(now);
                  present(cancel, !now.isEmpty() && !model.isSettled());
                }));
    Button strongest = new Button("Strongest");
    strongest.setId("inspector-strongest");
    strongest.setMinWidth(USE_PREF_SIZE);
    strongest.setTooltip(
        new Tooltip("Go to the strongest candidate of the strip, and stay with it"));
    strongest.setOnAction(event -> model.chooseStrongest());
    HBox header = new HBox(headline, busy, cancel, strongest);
    header.getStyleClass().add("view-header");
    return header;
  }

  private GridPane figures() {
    GridPane grid = new GridPane();
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().setAll(half, half);
    grid.getRowConstraints().setAll(row(MAP_SHARE), row(100 - MAP_SHARE));
    PlotPane map = new PlotPane();
    map.setReadoutWords(place -> model.words(place.x(), place.y()));
    map.setOnPick(place -> model.chooseInBins(place.x(), place.y()));
    Segments<Boolean> base =
        new Segments<>(
            model.addToDataProperty(), Segments.of(true, "data"), Segments.of(false, "background"));
    Tooltip.install(base, new Tooltip("To what the signals are added"));
    keep(base::close);
    grid.add(section("Width: click for a mass and a width", map, model.map()), 0, 0, 2, 1);
    grid.add(section("Stability in other bins", new PlotPane(), model.stability()), 0, 1);
    grid.add(section("Response", new PlotPane(), model.response(), base), 1, 1);
    return grid;
  }

  private static RowConstraints row(double percent) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(percent);
    row.setVgrow(Priority.ALWAYS);
    return row;
  }

  private VBox section(String title, PlotPane plot, InspectedFigure figure, Node... controls) {
    Label name = new Label(title);
    name.getStyleClass().add("muted");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button save = Icon.EXPORT.on(new Button(), "Export this figure");
    save.getStyleClass().add("flat");
    save.setOnAction(
        event -> {
          FigureSpec now = figure.figureProperty().get();
          if (now != null) {
            export.exportFigure(figure.name(), now);
          }
        });
    HBox row = new HBox(name);
    row.getChildren().addAll(controls);
    row.getChildren().add(save);
    row.getStyleClass().add("inspector-row");
    plot.setId("inspector-" + figure.name());
    plot.themeProperty().bind(appearance.themeProperty());
    VBox.setVgrow(plot, Priority.ALWAYS);
    Label words = new Label();
    words.setId("inspector-" + figure.name() + "-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    keep(figure.wordsProperty().subscribe(words::setText));
    keep(
        figure
            .figureProperty()
            .subscribe(
                now -> {
                  save.setDisable(now == null);
                  plot.show(now == null ? FigureSpec.of("") : now);
                }));
    keep(plot::close);
    VBox section = new VBox(row, plot, words);
    section.getStyleClass().add("inspector-section");
    section.setMinSize(0, 0);
    return section;
  }

  private static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
