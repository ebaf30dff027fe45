package org.dipscope.app.histogram;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.support.Icon;
import org.dipscope.core.project.SpectrumEntry.Comparison;

/** What the Spectrum screen offers besides its switches: overlays, prediction, masks, view. */
final class SpectrumMenu implements AutoCloseable {
  private final SpectrumViewModel model;
  private final MenuButton button = new MenuButton();
  private final Menu prediction = new Menu("Prediction");
  private final CheckMenuItem crosshair = new CheckMenuItem("Crosshair (X)");
  private final MenuItem clearMasks = new MenuItem("Remove All Masks");
  private final PlotPane plot;
  private Subscription subscriptions = Subscription.EMPTY;

  SpectrumMenu(SpectrumViewModel model, PlotPane plot) {
    this.model = model;
    this.plot = plot;
    button.setId("overlay");
    button.setMinWidth(MenuButton.USE_PREF_SIZE);
    button.setGraphic(Icon.OVERLAY.node());
    button.setTooltip(new Tooltip("Overlay other spectra; prediction, crosshair and masks"));
    button.setAccessibleText("Overlays");
    ToggleGroup group = new ToggleGroup();
    for (Comparison comparison : Comparison.values()) {
      RadioMenuItem item = new RadioMenuItem(words(comparison));
      item.setToggleGroup(group);
      item.setUserData(comparison);
      item.setOnAction(event -> model.comparisonProperty().set(comparison));
      prediction.getItems().add(item);
    }
    crosshair.selectedProperty().bindBidirectional(plot.crosshairProperty());
    clearMasks.setOnAction(event -> model.masks().clear());
    subscriptions =
        subscriptions
            .and(model.comparisonProperty().subscribe(this::select))
            .and(model.candidatesProperty().subscribe(this::fill))
            .and(
                model
                    .masks()
                    .masksProperty()
                    .subscribe(masks -> clearMasks.setDisable(masks.isEmpty())));
  }

  MenuButton button() {
    return button;
  }

  private static String words(Comparison comparison) {
    return switch (comparison) {
      case AUTOMATIC -> "tt̄ If the Spectrum Says So";
      case TOP_PAIRS -> "tt̄";
      case NONE -> "None";
    };
  }

  private void select(Comparison now) {
    for (MenuItem item : prediction.getItems()) {
      if (item instanceof RadioMenuItem radio) {
        radio.setSelected(radio.getUserData() == now);
      }
    }
  }

  private void fill(List<SpectrumViewModel.Candidate> candidates) {
    ObservableList<MenuItem> items = button.getItems();
    items.clear();
    for (SpectrumViewModel.Candidate candidate : candidates) {
      CheckMenuItem item = new CheckMenuItem(candidate.name());
      item.setMnemonicParsing(false);
      item.setSelected(candidate.drawn());
      item.setOnAction(event -> model.setOverlay(candidate, item.isSelected()));
      items.add(item);
    }
    if (candidates.isEmpty()) {
      MenuItem none = new MenuItem("No other spectrum in the project");
      none.setDisable(true);
      items.add(none);
    }
    items.addAll(new SeparatorMenuItem(), prediction, crosshair, clearMasks);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    crosshair.selectedProperty().unbindBidirectional(plot.crosshairProperty());
  }
}
