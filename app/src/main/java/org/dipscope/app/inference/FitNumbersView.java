package org.dipscope.app.inference;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.jspecify.annotations.Nullable;

/** The fit in numbers: parameters with errors, all minima, warnings. */
final class FitNumbersView extends VBox implements AutoCloseable {
  private static final int MOST_ROWS = 5;
  private static final double LEAST_WIDTH = 320;

  private final FitViewModel fit;
  private final InferenceActions actions;
  private final Label summary = new Label();
  private final Label failure = new Label();
  private final Label warnings = new Label();
  private final SheetView parameters =
      new SheetView("fit-parameters", "Fit the model to see its parameters.");
  private final SheetView minima = new SheetView("fit-minima", "");
  private Subscription subscriptions = Subscription.EMPTY;

  FitNumbersView(PageParts parts, FitViewModel fit) {
    this.fit = fit;
    actions = parts.actions();
    setMinWidth(LEAST_WIDTH);
    summary.getStyleClass().add("page-line");
    summary.setWrapText(true);
    summary.setId("fit-summary");
    failure.getStyleClass().add("problem");
    failure.setWrapText(true);
    failure.setId("fit-failure");
    warnings.getStyleClass().addAll("muted", "page-line");
    warnings.setWrapText(true);
    warnings.setId("fit-warnings");
    for (Label label : List.of(summary, failure, warnings)) {
      label.setMinHeight(USE_PREF_SIZE);
    }
    VBox.setVgrow(parameters, Priority.ALWAYS);
    Label title = new Label("Minima: a click moves the sliders there");
    title.getStyleClass().addAll("muted", "page-line");
    minima.setOnRow(row -> show(row));
    getChildren().addAll(controls(parts), failure, summary, parameters, title, minima, warnings);
    keep(
        fit.failureProperty()
            .subscribe(
                now -> {
                  failure.setText(now);
                  show(failure, !now.isEmpty());
                }));
    keep(
        fit.outcomeProperty()
            .subscribe(
                now -> {
                  show(title, now != null);
                  show(now);
                }));
  }

  private void show(int row) {
    FitOutcome now = fit.outcomeProperty().get();
    if (now != null && row < now.result().minima().size()) {
      fit.show(now.result().minima().get(row));
    }
  }

  private void show(@Nullable FitOutcome now) {
    summary.setText(now == null ? "" : FitTables.summary(now));
    show(summary, now != null);
    parameters.show(now == null ? Sheet.EMPTY : FitTables.parameters(now.result()));
    Sheet all = now == null ? Sheet.EMPTY : FitTables.minima(now.result());
    minima.show(all);
    minima.showRows(Math.min(MOST_ROWS, all.rows().size()));
    show(minima, now != null);
    warnings.setText(now == null ? "" : FitTables.warnings(now));
    show(warnings, !warnings.getText().isEmpty());
  }

  private FlowPane controls(PageParts parts) {
    Button run = new Button("Fit");
    run.setId("fit-run");
    run.getStyleClass().add("primary");
    run.setOnAction(event -> fit.fit());
    keep(fit.workingProperty().subscribe(run::setDisable));
    CheckBox automatic = new CheckBox("automatic");
    automatic.setId("fit-automatic");
    automatic.selectedProperty().bindBidirectional(fit.automaticProperty());
    keep(() -> automatic.selectedProperty().unbindBidirectional(fit.automaticProperty()));
    Segments<Boolean> systematics =
        new Segments<>(
            fit.systematicsProperty(),
            Segments.of(false, "statistics only"),
            Segments.of(true, "with systematics"));
    systematics.setId("fit-systematics");
    keep(
        parts
            .models()
            .chosenProperty()
            .subscribe(now -> systematics.setDisable(now == null || !now.hasSystematics())));
    keep(systematics::close);
    Button copy = Icon.COPY.on(new Button(), "Copy the table of parameters");
    copy.setOnAction(event -> withTable(actions::copy, true));
    Button export = Icon.EXPORT.on(new Button(), "Export the table of parameters");
    export.setOnAction(event -> withTable(csv -> actions.exportTable("fit", csv), false));
    keep(
        fit.outcomeProperty()
            .subscribe(
                now -> {
                  copy.setDisable(now == null);
                  export.setDisable(now == null);
                }));
    FlowPane row = new FlowPane(10, 4, run, working(), automatic, systematics, copy, export);
    row.getStyleClass().add("page-header");
    return row;
  }

  private void withTable(Consumer<String> action, boolean isTabbed) {
    FitOutcome now = fit.outcomeProperty().get();
    if (now != null) {
      Sheet sheet = FitTables.parameters(now.result());
      action.accept(isTabbed ? sheet.tabbed() : sheet.csv());
    }
  }

  private HBox working() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(16, 16);
    Button cancel = Icon.CLOSE.on(new Button(), "Stop fitting");
    cancel.setOnAction(event -> fit.cancel());
    HBox box = new HBox(2, turning, cancel);
    box.setAlignment(Pos.CENTER);
    keep(fit.workingProperty().subscribe(now -> show(box, now)));
    return box;
  }

  private static void show(Region region, boolean shown) {
    region.setVisible(shown);
    region.setManaged(shown);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
