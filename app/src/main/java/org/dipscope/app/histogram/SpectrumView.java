package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.Interval;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.shell.Appearance;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.SpectrumEntry.Comparison;
import org.jspecify.annotations.Nullable;

/** The Spectrum screen. */
final class SpectrumView extends VBox implements AutoCloseable {
  private final SpectrumViewModel model;
  private final Inspector inspector;
  private final PlotPane plot = new PlotPane();
  private final ToggleButton mask;
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
    SpectrumHeader header = new SpectrumHeader(model, plot);
    keep(header::close);
    mask = header.mask();
    getChildren().addAll(header, absence(), body, strip);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    preparePlot(appearance);
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
    plot.setIntervalEdits(new SpectrumEdits(model.masks(), injection));
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

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
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
