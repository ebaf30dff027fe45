package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.Interval;
import org.dipscope.app.figure.IntervalEdits;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.SpectrumEntry.Comparison;
import org.dipscope.core.project.ViewSettings.ContentScale;
import org.dipscope.core.project.ViewSettings.LowerPanel;
import org.jspecify.annotations.Nullable;

/** The Spectrum screen. */
final class SpectrumView extends VBox implements AutoCloseable {
  private static final List<Integer> MERGES = List.of(1, 2, 3, 4, 5, 8, 10);

  private final SpectrumViewModel model;
  private final Inspector inspector;
  private final PlotPane plot = new PlotPane();
  private final ToggleButton mask =
      Icon.MASK.on(
          new ToggleButton(), "Mask by dragging: leave bins out of the fit (M, or Shift and drag)");
  private final Label invitation =
      new Label("No data yet.\nOpen a spectrum with File ▸ Open, or drop a CSV file here.");
  private Subscription subscriptions = Subscription.EMPTY;

  SpectrumView(SpectrumViewModel model, Inspector inspector, Appearance appearance) {
    this.model = model;
    this.inspector = inspector;
    getStyleClass().add("view");
    setId("spectrum");
    invitation.getStyleClass().addAll("muted", "invitation");
    invitation.visibleProperty().bind(model.emptyProperty());
    StackPane body = new StackPane(plot, invitation);
    VBox.setVgrow(body, Priority.ALWAYS);
    StripControls strip = new StripControls(model.strip(), inspector, plot);
    keep(strip::close);
    getChildren().addAll(header(), absence(), body, strip);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    preparePlot(appearance);
  }

  private HBox header() {
    Label title = new Label("Spectrum");
    title.getStyleClass().add("view-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
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
    Button pin = Icon.PIN.on(new Button(), "Keep this curve for comparison (Ctrl+P)");
    pin.setId("pin");
    pin.setOnAction(event -> model.pin());
    mask.setId("mask");
    Button reset = Icon.RESET.on(new Button(), "Reset view: axes, bins, contents, overlays, zoom");
    reset.setId("reset-view");
    reset.setOnAction(event -> resetView());
    SpectrumMenu menu = new SpectrumMenu(model, plot);
    keep(menu::close);
    HBox header =
        new HBox(
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
    header.getStyleClass().addAll("view-header", "spectrum-header");
    return header;
  }

  private void resetView() {
    model.resetView();
    plot.resetZoom();
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

  /** The row that says why there is no prediction, and offers one where that makes sense. */
  private HBox absence() {
    Label words = new Label();
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    words.getStyleClass().add("muted");
    Button compare = new Button("Compare with tt̄");
    compare.setMinWidth(USE_PREF_SIZE);
    compare.setId("compare");
    compare.setOnAction(event -> model.comparisonProperty().set(Comparison.TOP_PAIRS));
    HBox row = new HBox(words, compare);
    row.getStyleClass().add("absence");
    keep(
        model
            .absenceProperty()
            .subscribe(
                sentence -> {
                  words.setText(sentence);
                  row.setVisible(!sentence.isEmpty());
                  row.setManaged(!sentence.isEmpty());
                }));
    keep(
        model
            .comparableProperty()
            .subscribe(
                possible -> {
                  compare.setVisible(possible);
                  compare.setManaged(possible);
                }));
    return row;
  }

  private void preparePlot(Appearance appearance) {
    plot.setId("spectrum-plot");
    plot.themeProperty().bind(appearance.themeProperty());
    plot.setReadoutWords(model::words);
    Injection injection = model.strip().injection();
    plot.setIntervalEdits(new Edits(model.masks(), injection));
    plot.markingProperty().bind(mask.selectedProperty().or(injection.activeProperty()));
    plot.setOnPick(this::pick);
    keep(mask.selectedProperty().subscribe(now -> exclude(now, injection.activeProperty())));
    keep(injection.activeProperty().subscribe(now -> exclude(now, mask.selectedProperty())));
    keep(model.figureProperty().subscribe(this::show));
    keep(model.stopsProperty().subscribe(plot::setStops));
    keep(model.masks().masksProperty().subscribe(this::showMasks));
    keep(
        model
            .masks()
            .draggedProperty()
            .subscribe(now -> showMasks(model.masks().masksProperty().get())));
    keep(model.shownIdProperty().subscribe(id -> plot.resetZoom()));
    keep(model.logContentsProperty().subscribe(now -> plot.releaseVerticalZoom()));
    keep(model.contentScaleProperty().subscribe(now -> plot.releaseVerticalZoom()));
    keep(model.mergeBinsProperty().subscribe(now -> plot.releaseVerticalZoom()));
    keep(model.lowerPanelProperty().subscribe(now -> plot.releaseVerticalZoom()));
  }

  /** One tool at a time takes the pointer. */
  private static void exclude(boolean chosen, BooleanProperty other) {
    if (chosen) {
      other.set(false);
    }
  }

  /** A click places the injected signal, or in the strip chooses what the inspector shows. */
  private void pick(Readout place) {
    if (model.strip().injection().activeProperty().get()) {
      model.strip().injection().place(place.x());
    } else if (place.row() == model.stripRow()) {
      inspector.choose(place.x());
    }
  }

  private record Edits(SpectrumMasks masks, Injection injection) implements IntervalEdits {
    @Override
    public void add(double from, double to) {
      if (injection.activeProperty().get()) {
        injection.cover(from, to);
      } else {
        masks.add(from, to);
      }
    }

    @Override
    public void adding(double from, double to) {
      if (injection.activeProperty().get()) {
        injection.cover(from, to);
      } else {
        masks.adding(from, to);
      }
    }

    @Override
    public void changing(int index, double from, double to) {
      masks.changing(index, from, to);
    }

    @Override
    public void change(int index, double from, double to) {
      masks.change(index, from, to);
    }

    @Override
    public void remove(int index) {
      masks.remove(index);
    }
  }

  /** The handles stay while one is dragged. */
  private void showMasks(List<MassInterval> masks) {
    if (model.masks().draggedProperty().get()) {
      return;
    }
    List<Interval> intervals = new ArrayList<>();
    masks.forEach(one -> intervals.add(new Interval(one.low(), one.high())));
    plot.setIntervals(intervals);
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.M && !event.isShortcutDown() && !event.isAltDown()) {
      mask.setSelected(!mask.isSelected());
      event.consume();
    }
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
    plot.close();
  }
}
