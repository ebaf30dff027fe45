package org.dipscope.app.inference;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** A figure under a row of controls, with its export. */
final class FigureSection extends VBox implements AutoCloseable {
  private final InferenceActions actions;
  private final PlotPane plot = new PlotPane();
  private final FlowPane controls = new FlowPane(8, 4);
  private final Label invitation = new Label();
  private final String name;
  private Subscription subscriptions = Subscription.EMPTY;

  FigureSection(
      PageParts parts, String name, ObservableValue<? extends @Nullable FigureSpec> figure) {
    this.name = name;
    actions = parts.actions();
    controls.getStyleClass().add("page-header");
    plot.setId(name + "-plot");
    plot.themeProperty().bind(parts.appearance().themeProperty());
    invitation.getStyleClass().addAll("muted", "invitation");
    invitation.setWrapText(true);
    invitation.setMouseTransparent(true);
    StackPane body = new StackPane(plot, invitation);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(controls, body);
    Button export = Icon.EXPORT.on(new Button(), "Export the figure");
    export.setOnAction(
        event -> {
          FigureSpec now = figure.getValue();
          if (now != null) {
            actions.exportFigure(name, now);
          }
        });
    controls.getChildren().add(export);
    keep(
        figure.subscribe(
            now -> {
              export.setDisable(now == null);
              invitation.setVisible(now == null);
              plot.show(now == null ? FigureSpec.of("") : now);
            }));
  }

  PlotPane plot() {
    return plot;
  }

  /** Adds controls in front of the export. */
  FigureSection with(Node... more) {
    controls.getChildren().addAll(controls.getChildren().size() - 1, List.of(more));
    return this;
  }

  /** Adds, behind everything, buttons that copy and export numbers. */
  FigureSection withTable(Supplier<Sheet> sheet) {
    Button copy = Icon.COPY.on(new Button(), "Copy the numbers");
    copy.setId(name + "-copy");
    copy.setOnAction(event -> actions.copy(sheet.get().tabbed()));
    Button export = Icon.TABLE.on(new Button(), "Export the numbers");
    export.setOnAction(event -> actions.exportTable(name, sheet.get().csv()));
    controls.getChildren().addAll(copy, export);
    return this;
  }

  /** What to do while there is no figure. */
  FigureSection inviting(String words) {
    invitation.setText(words);
    return this;
  }

  /** Adds something below the figure. */
  FigureSection withBelow(Node below) {
    getChildren().add(below);
    return this;
  }

  void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    plot.badgeProperty().unbind();
    plot.close();
  }
}
