package org.dipscope.app.histogram;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** The Spectrum screen. */
final class SpectrumView extends VBox implements AutoCloseable {
  private final PlotPane plot = new PlotPane();
  private final Segments<Boolean> scale;
  private final Label invitation =
      new Label("No data yet.\nOpen a spectrum with File ▸ Open, or drop a CSV file here.");
  private Subscription subscriptions = Subscription.EMPTY;

  SpectrumView(SpectrumViewModel model, Appearance appearance) {
    getStyleClass().add("view");
    setId("spectrum");
    Label title = new Label("Spectrum");
    title.getStyleClass().add("view-title");
    ObjectProperty<Boolean> logContents = model.logContentsProperty();
    scale = new Segments<>(logContents, Segments.of(false, "linear"), Segments.of(true, "log"));
    Button pin = Icon.PIN.on(new Button("Pin"), "Keep this curve for comparison (Ctrl+P)");
    pin.setId("pin");
    pin.setOnAction(event -> model.pin());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(title, gap, pin, scale);
    header.getStyleClass().add("view-header");
    invitation.getStyleClass().addAll("muted", "invitation");
    invitation.visibleProperty().bind(model.emptyProperty());
    StackPane body = new StackPane(plot, invitation);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(header, body);
    plot.setId("spectrum-plot");
    plot.themeProperty().bind(appearance.themeProperty());
    plot.setReadoutWords(model::words);
    subscriptions = subscriptions.and(model.figureProperty().subscribe(this::show));
  }

  Node plot() {
    return plot;
  }

  private void show(@Nullable FigureSpec figure) {
    plot.show(figure == null ? FigureSpec.of("No data") : figure);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    invitation.visibleProperty().unbind();
    scale.close();
    plot.close();
  }
}
