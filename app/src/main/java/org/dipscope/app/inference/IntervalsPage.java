package org.dipscope.app.inference;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.FocusShape;

/** The page of intervals. */
final class IntervalsPage implements Page {
  private static final double LEAST_WIDTH = 300;

  private final IntervalsViewModel model;
  private final PlotPane plot = new PlotPane();
  private final VBox content = new VBox();
  private Subscription subscriptions = Subscription.EMPTY;

  IntervalsPage(IntervalsViewModel model, PageParts parts) {
    this.model = model;
    plot.setId("intervals-plot");
    plot.themeProperty().bind(parts.appearance().themeProperty());
    plot.badgeProperty().bind(model.badgeProperty());
    keep(
        model
            .figureProperty()
            .subscribe(now -> plot.show(now == null ? FigureSpec.of("No intervals") : now)));
    TableGrid table =
        new TableGrid(
            "Segments", "Nothing to list yet.", model.tableProperty(), parts.actions()::copy);
    keep(table::close);
    SplitPane body = split(0.62, plot, table);
    content.setId("intervals-page");
    content.getChildren().addAll(what(), how(), complaint(), body);
  }

  private FlowPane what() {
    StudySettings settings = model.settings();
    Segments<StatisticChoice> statistic =
        new Segments<>(
            settings.statisticProperty(),
            Arrays.stream(StatisticChoice.values())
                .map(choice -> Segments.of(choice, choice.words()))
                .toList());
    statistic.setId("statistic-choice");
    keep(statistic::close);
    ChoiceField<FocusShape> shape =
        new ChoiceField<>(
            "focus", settings.shapeProperty(), List.of(FocusShape.values()), FocusShape::words);
    keep(shape::close);
    EntryField numbers = entry("", settings.focusProperty(), "", 9, "The numbers of the focus");
    numbers.field().setId("focus-numbers");
    keep(
        settings
            .shapeProperty()
            .subscribe(now -> numbers.field().getTooltip().setText(now.numbers())));
    HBox focus = new HBox(4, shape, numbers);
    keep(settings.statisticProperty().subscribe(now -> show(focus, now != StatisticChoice.RATIO)));
    keep(model.blinding().lockedProperty().subscribe(focus::setDisable));
    FlowPane row = row(new Label("Statistic"), statistic, focus);
    row.getChildren().add(blinding());
    return row;
  }

  private HBox blinding() {
    Blinding blinding = model.blinding();
    CheckBox blind = new CheckBox("hide data");
    blind.selectedProperty().bindBidirectional(blinding.blindProperty());
    keep(() -> blind.selectedProperty().unbindBidirectional(blinding.blindProperty()));
    EntryField at =
        entry("expected at", blinding.expectedAtProperty(), "", 4, "The strength that is expected");
    Button unblind = new Button("Unblind");
    unblind.setId("unblind");
    unblind.setMinWidth(Region.USE_PREF_SIZE);
    unblind.setOnAction(event -> model.unblind());
    Label words = new Label();
    words.getStyleClass().add("muted");
    words.textProperty().bind(blinding.wordsProperty());
    keep(() -> words.textProperty().unbind());
    keep(
        blinding
            .hiddenProperty()
            .subscribe(
                now -> {
                  show(at, now);
                  show(unblind, now);
                }));
    keep(
        model
            .settings()
            .statisticProperty()
            .subscribe(now -> show(blind, now == StatisticChoice.RATIO)));
    HBox box = new HBox(8, blind, at, unblind, words);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private FlowPane how() {
    StudySettings settings = model.settings();
    ChoiceField<Calibration> method =
        new ChoiceField<>(
            "Method",
            settings.methodProperty(),
            List.of(Calibration.values()),
            IntervalsPage::words);
    method.setId("method-choice");
    keep(method::close);
    JobBar job =
        new JobBar("Calibrate", "calibrate", model.jobProperty(), model::calibrate, model::cancel);
    keep(job::close);
    return row(
        method,
        entry("levels", settings.levelsProperty(), "", 9, "Confidence levels"),
        entry(
            "toys",
            settings.toysProperty(),
            "usual",
            6,
            "Toys per tested strength, or in all for quantile regression"),
        entry(
            "tested", settings.gridProperty(), "automatic", 7, "Tested strengths, from:to:number"),
        entry("seed", settings.seedProperty(), "", 4, "The same seed gives the same toys"),
        job);
  }

  private static String words(Calibration method) {
    return switch (method) {
      case NEYMAN -> "Neyman, toys at every strength";
      case QUANTILE_REGRESSION -> "quantile regression";
      case ASYMPTOTIC -> "asymptotic formulas";
    };
  }

  private Label complaint() {
    Label label = new Label();
    label.setId("intervals-complaint");
    label.getStyleClass().add("slider-field-message");
    label.setWrapText(true);
    label.setPadding(new Insets(2, 10, 2, 10));
    keep(
        model
            .settings()
            .complaintProperty()
            .subscribe(
                now -> {
                  label.setText(now);
                  show(label, !now.isEmpty());
                }));
    return label;
  }

  private EntryField entry(
      String name, StringProperty text, String prompt, int columns, String help) {
    EntryField field = new EntryField(name, text, prompt, columns, help);
    keep(field::close);
    return field;
  }

  /** Controls side by side, in several lines where there is little room. */
  static FlowPane row(Node... nodes) {
    FlowPane row = new FlowPane(12, 6, nodes);
    row.setRowValignment(VPos.CENTER);
    row.setPadding(new Insets(3, 10, 3, 10));
    return row;
  }

  /** Side by side; what was hidden is narrow at first, and what was shared out then is no share. */
  static SplitPane split(double share, Node left, Node right) {
    SplitPane split = new SplitPane(left, right);
    VBox.setVgrow(split, Priority.ALWAYS);
    split
        .widthProperty()
        .subscribe(
            (before, now) -> {
              if (before.doubleValue() < LEAST_WIDTH) {
                split.setDividerPositions(share);
              }
            });
    return split;
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public String name() {
    return "Intervals";
  }

  @Override
  public Node content() {
    return content;
  }

  @Override
  public void setVisible(boolean visible) {
    model.setVisible(visible);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    plot.badgeProperty().unbind();
    plot.close();
    model.close();
  }
}
