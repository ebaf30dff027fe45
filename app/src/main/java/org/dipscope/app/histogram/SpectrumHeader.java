package org.dipscope.app.histogram;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.project.ViewSettings.ContentScale;
import org.dipscope.core.project.ViewSettings.LowerPanel;

/** The title of the Spectrum screen and its switches. */
final class SpectrumHeader extends HBox implements AutoCloseable {
  private static final List<Integer> MERGES = List.of(1, 2, 3, 4, 5, 8, 10);

  private final SpectrumViewModel model;
  private final PlotPane plot;
  private final ToggleButton mask =
      Icon.MASK.on(
          new ToggleButton(), "Mask by dragging: leave bins out of the fit (M, or Shift and drag)");
  private Subscription subscriptions = Subscription.EMPTY;

  SpectrumHeader(SpectrumViewModel model, PlotPane plot) {
    this.model = model;
    this.plot = plot;
    Label title = new Label("Spectrum");
    title.getStyleClass().add("view-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Segments<LowerPanel> panel = panel();
    Button pin = Icon.PIN.on(new Button(), "Keep this curve for comparison (Ctrl+P)");
    pin.setId("pin");
    pin.setOnAction(event -> model.pin());
    mask.setId("mask");
    Button reset = Icon.RESET.on(new Button(), "Reset view: axes, bins, contents, overlays, zoom");
    reset.setId("reset-view");
    reset.setOnAction(event -> resetView());
    SpectrumMenu menu = new SpectrumMenu(model, plot);
    keep(menu::close);
    getChildren()
        .addAll(
            title,
            gap,
            toggle("log y", "log-y", model.logContentsProperty(), "Logarithmic contents (Ctrl+L)"),
            toggle("log x", "log-x", model.logMassProperty(), "Logarithmic mass axis"),
            panel,
            merges(),
            scales(),
            mask,
            pin,
            reset,
            menu.button());
    keep(
        model
            .absenceProperty()
            .subscribe(
                sentence -> {
                  panel.setDisable(!sentence.isEmpty());
                  pin.setDisable(!sentence.isEmpty());
                }));
    getStyleClass().addAll("view-header", "spectrum-header");
  }

  /** Whether a drag masks. */
  ToggleButton mask() {
    return mask;
  }

  private void resetView() {
    model.resetView();
    plot.resetZoom();
  }

  private Segments<LowerPanel> panel() {
    Segments<LowerPanel> panel =
        new Segments<>(
            model.lowerPanelProperty(),
            Segments.of(LowerPanel.RATIO, "ratio"),
            Segments.of(LowerPanel.PULL, "pull"));
    tip(
        panel,
        "Below the spectrum: data over the tt̄ background, or the pull (data − prediction)/σ of tt̄"
            + " + scalar, where σ² is the square of the data error on the side of the prediction"
            + " plus that of the prediction");
    keep(panel::close);
    return panel;
  }

  private ToggleButton toggle(
      String words, String id, ObjectProperty<Boolean> property, String tip) {
    ToggleButton button = new ToggleButton(words);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tip));
    button.setOnAction(event -> property.set(button.isSelected()));
    keep(property.subscribe(button::setSelected));
    return button;
  }

  private ChoiceField<Integer> merges() {
    ChoiceField<Integer> field =
        new ChoiceField<>("", model.mergeBinsProperty(), MERGES, merge -> "×" + merge);
    field.box().setId("merge");
    tip(
        field.box(),
        "Bins drawn as one. The fit keeps the bins of the spectrum; masks do act on the fit");
    keep(field::close);
    return field;
  }

  private ChoiceField<ContentScale> scales() {
    ChoiceField<ContentScale> field =
        new ChoiceField<>(
            "",
            model.contentScaleProperty(),
            List.of(ContentScale.values()),
            scale ->
                switch (scale) {
                  case PER_BIN -> "per bin";
                  case PER_UNIT -> "density";
                  case UNIT_AREA -> "unit area";
                });
    field.box().setId("contents");
    tip(
        field.box(),
        "Contents per bin, per unit of mass, or as a shape: data and prediction divided by the sum"
            + " of the data. The fit does not change");
    keep(field::close);
    return field;
  }

  private static void tip(Node node, String words) {
    Tooltip tip = new Tooltip(words);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(node, tip);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
