package org.dipscope.app.likelihood;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.ScanParameter;
import org.jspecify.annotations.Nullable;

/** The Likelihood screen. */
final class LikelihoodView extends VBox implements AutoCloseable {
  private final PlotPane surface = new PlotPane();
  private final PlotPane profiles = new PlotPane();
  private final Label invitation = new Label();
  private final Label quantity = new Label("−2Δ ln L");
  private Subscription subscriptions = Subscription.EMPTY;

  LikelihoodView(LikelihoodViewModel model, Appearance appearance) {
    getStyleClass().add("view");
    setId("likelihood");
    invitation.getStyleClass().addAll("muted", "invitation");
    invitation.setWrapText(true);
    invitation.textProperty().bind(model.absenceProperty());
    invitation.visibleProperty().bind(model.absenceProperty().isNotEmpty());
    StackPane upper = new StackPane(surface, invitation);
    SplitPane body = new SplitPane(upper, profiles);
    body.setOrientation(Orientation.VERTICAL);
    body.setDividerPositions(0.68);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(axesRow(model), systematicsRow(model), body);
    for (PlotPane pane : List.of(surface, profiles)) {
      pane.themeProperty().bind(appearance.themeProperty());
    }
    surface.setId("surface-plot");
    profiles.setId("profiles-plot");
    surface.setReadoutWords(model::words);
    surface.setOnPick(model::pick);
    profiles.setOnPick(model::pickProfile);
    surface.badgeProperty().bind(model.badgeProperty());
    keep(model.surfaceProperty().subscribe(now -> show(surface, now)));
    keep(model.profilesProperty().subscribe(now -> show(profiles, now)));
  }

  private HBox axesRow(LikelihoodViewModel model) {
    Label title = new Label("Likelihood");
    title.getStyleClass().add("view-title");
    List<ScanParameter> all = List.of(ScanParameter.values());
    ChoiceField<ScanParameter> x =
        new ChoiceField<>("", model.xParameterProperty(), all, ScanParameter::label);
    ChoiceField<ScanParameter> y =
        new ChoiceField<>("over", model.yParameterProperty(), all, ScanParameter::label);
    keep(x::close);
    keep(y::close);
    x.setId("surface-x");
    y.setId("surface-y");
    Button ranges = new Button("Ranges…");
    ranges.setOnAction(event -> new RangesPopup(model).showBelow(ranges));
    return header(title, gap(), x, y, ranges);
  }

  private HBox systematicsRow(LikelihoodViewModel model) {
    Segments<Boolean> systematics =
        new Segments<>(
            model.systematicsProperty(),
            Segments.of(false, "statistics only"),
            Segments.of(true, "with systematics"));
    keep(systematics::close);
    Button widths = new Button("Widths…");
    widths.setMinWidth(USE_PREF_SIZE);
    Tooltip.install(
        quantity,
        new Tooltip(
            "The fit keeps the bins of the spectrum, however they are drawn, without masked ones"));
    widths.setId("widths");
    widths.setOnAction(event -> new NuisancePopup(model).showBelow(widths));
    return header(quantity, gap(), systematics, widths);
  }

  private static HBox header(javafx.scene.Node... nodes) {
    HBox header = new HBox(nodes);
    header.getStyleClass().add("view-header");
    return header;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private static void show(PlotPane pane, @Nullable FigureSpec figure) {
    pane.show(figure == null ? FigureSpec.of("No surface") : figure);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    invitation.visibleProperty().unbind();
    invitation.textProperty().unbind();
    surface.badgeProperty().unbind();
    surface.close();
    profiles.close();
  }
}
