package org.dipscope.app.likelihood;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
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
  private final Label search = new Label();
  private Subscription subscriptions = Subscription.EMPTY;

  LikelihoodView(LikelihoodViewModel model, Appearance appearance) {
    getStyleClass().add("view");
    setId("likelihood");
    invitation.getStyleClass().addAll("muted", "invitation");
    invitation.setWrapText(true);
    BlindSpotViewModel spots = model.blindSpots();
    invitation
        .textProperty()
        .bind(
            Bindings.when(model.absenceProperty().isNotEmpty())
                .then(model.absenceProperty())
                .otherwise(spots.messageProperty()));
    invitation.visibleProperty().bind(invitation.textProperty().isNotEmpty());
    StackPane upper = new StackPane(surface, invitation);
    SplitPane body = new SplitPane(upper, profiles);
    body.setOrientation(Orientation.VERTICAL);
    body.setDividerPositions(0.68);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(axesRow(model), systematicsRow(model), huntRow(spots), body);
    for (PlotPane pane : List.of(surface, profiles)) {
      pane.themeProperty().bind(appearance.themeProperty());
    }
    surface.setId("surface-plot");
    profiles.setId("profiles-plot");
    surface.setReadoutWords(model::words);
    surface.setOnPick(model::pick);
    profiles.setOnPick(model::pickProfile);
    surface.badgeProperty().bind(model.badgeProperty());
    keep(model.surfaceProperty().subscribe(now -> showUpper(model)));
    keep(model.mapProperty().subscribe(now -> showUpper(model)));
    keep(spots.onProperty().subscribe(now -> showUpper(model)));
    keep(model.profilesProperty().subscribe(now -> show(profiles, now)));
  }

  private HBox axesRow(LikelihoodViewModel model) {
    Label title = new Label("Likelihood");
    title.getStyleClass().add("view-title");
    List<ScanParameter> all = List.of(ScanParameter.values());
    ChoiceField<ScanParameter> x =
        new ChoiceField<>("", model.settings().xParameterProperty(), all, ScanParameter::label);
    ChoiceField<ScanParameter> y =
        new ChoiceField<>("over", model.settings().yParameterProperty(), all, ScanParameter::label);
    keep(x::close);
    keep(y::close);
    x.setId("surface-x");
    y.setId("surface-y");
    Button ranges = new Button("Ranges…");
    ranges.setOnAction(event -> new RangesPopup(model.settings()).showBelow(ranges));
    return header(title, gap(), x, y, ranges);
  }

  private HBox systematicsRow(LikelihoodViewModel model) {
    Segments<Boolean> systematics =
        new Segments<>(
            model.settings().systematicsProperty(),
            Segments.of(false, "stat only"),
            Segments.of(true, "with syst"));
    keep(systematics::close);
    Button widths = new Button("Widths…");
    widths.setMinWidth(USE_PREF_SIZE);
    Segments<Boolean> figure =
        new Segments<>(
            model.blindSpots().onProperty(),
            Segments.of(false, "likelihood"),
            Segments.of(true, "blind spots"));
    figure.setId("surface-kind");
    keep(figure::close);
    tip(
        figure,
        "−2Δ ln L of the data; or which scalars are expected to be seen by their interference but"
            + " missed by a bump hunt on the same spectrum. Both keep the bins of the spectrum,"
            + " however they are drawn, without masked ones");
    widths.setId("widths");
    widths.setOnAction(event -> new NuisancePopup(model.settings()).showBelow(widths));
    return header(figure, gap(), systematics, widths);
  }

  private VBox huntRow(BlindSpotViewModel spots) {
    ChoiceField<Hunter> hunter =
        new ChoiceField<>(
            "Bump hunt", spots.hunterProperty(), List.of(Hunter.values()), Hunter::words);
    hunter.box().setId("hunter");
    tip(hunter.box(), "Who looks for bumps in the spectrum that is expected of every scalar");
    Segments<Boolean> widths =
        new Segments<>(
            spots.manyWidthsProperty(), Segments.of(false, "1 bin"), Segments.of(true, "1–4 bins"));
    tip(widths, "Widths σ of the bumps that are looked for; windows of the BumpHunter");
    keep(hunter::close);
    keep(widths::close);
    search.getStyleClass().add("muted");
    search.setWrapText(true);
    search.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(search, Priority.ALWAYS);
    VBox row = new VBox(header(hunter, widths), header(search));
    row.setId("hunt");
    row.managedProperty().bind(row.visibleProperty());
    keep(spots.onProperty().subscribe(row::setVisible));
    keep(
        spots
            .resultProperty()
            .subscribe(
                now ->
                    search.setText(
                        spots.map().map(m -> BlindSpotWords.of(m.search())).orElse(""))));
    keep(row.managedProperty()::unbind);
    return row;
  }

  private static void tip(Node node, String words) {
    Tooltip tip = new Tooltip(words);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(node, tip);
  }

  private static HBox header(Node... nodes) {
    HBox header = new HBox(nodes);
    header.getStyleClass().add("view-header");
    return header;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private void showUpper(LikelihoodViewModel model) {
    boolean isMap = model.blindSpots().onProperty().get();
    show(surface, isMap ? model.mapProperty().get() : model.surfaceProperty().get());
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
