package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.app.support.Shown;
import org.dipscope.core.analysis.HistogramFigure;
import org.dipscope.core.analysis.HistogramFigure.Curve;
import org.dipscope.core.analysis.HistogramFigure.Look;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.Completion;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Builds histograms from a table: every change of an expression, a cut or the bins is answered with
 * the figure, or with what is wrong at which character.
 */
public final class BuilderViewModel implements AutoCloseable {
  private final LiveQuantity<EventTables.Key, List<EventColumn>> columnsOf;
  private final BuilderForm form = new BuilderForm();
  private final Filling filling;
  private final BooleanProperty logContents = new SimpleBooleanProperty(this, "logContents");
  private final BooleanProperty unitArea = new SimpleBooleanProperty(this, "unitArea");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyObjectWrapper<ResultTable> result =
      new ReadOnlyObjectWrapper<>(this, "result", ResultTable.EMPTY);
  private @Nullable TableItem table;
  private @Nullable List<EventColumn> columns;
  private @Nullable Built built;
  private @Nullable String wanted;
  private double millis;

  /**
   * Fills histograms of these tables.
   *
   * @param workers help with long ones
   */
  public BuilderViewModel(EventTables tables, LiveComputation live, Workers workers) {
    columnsOf =
        live.quantity(
            "The columns", (key, token) -> tables.source(key).columns(), this::showColumns);
    filling = new Filling(new HistogramBuild(tables, workers), live, this::show, this::showPart);
    form.onChange(this::refresh);
    logContents.addListener((source, before, now) -> draw());
    unitArea.addListener((source, before, now) -> draw());
  }

  /** What is typed, with complaints. */
  BuilderForm form() {
    return form;
  }

  /** What is histogrammed. */
  public StringProperty xProperty() {
    return form.xProperty();
  }

  /** What is histogrammed along a second axis; empty for none. */
  public StringProperty yProperty() {
    return form.yProperty();
  }

  /** The weight of an event; empty for 1. */
  public StringProperty weightProperty() {
    return form.weightProperty();
  }

  /** The cuts; each makes a histogram. */
  public ObservableList<Cut> cuts() {
    return form.cuts().cuts();
  }

  /** Adds a row to the cuts. */
  public void addCut() {
    form.cuts().add();
  }

  /** Takes a row out of the cuts. */
  void removeCut(Cut cut) {
    form.cuts().remove(cut);
  }

  BooleanProperty logContentsProperty() {
    return logContents;
  }

  BooleanProperty unitAreaProperty() {
    return unitArea;
  }

  /** The figure, or null while there is none. */
  public ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ResultTable> resultProperty() {
    return result.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty workingProperty() {
    return filling.workingProperty();
  }

  ReadOnlyStringProperty badgeProperty() {
    return filling.badgeProperty();
  }

  /** Works on another table; what was typed stays if it is the same one. */
  void setTable(TableItem now) {
    boolean same = table != null && table.key().equals(now.key());
    EventTables.Key key = EventTables.Key.of(now);
    if (table != null && EventTables.Key.of(table).equals(key)) {
      return;
    }
    table = now;
    columns = null;
    filling.cancel();
    if (!same) {
      form.clear();
      built = null;
      draw();
    }
    columnsOf.submit(key);
  }

  Optional<TableItem> table() {
    return Optional.ofNullable(table);
  }

  /** Starts with a column. */
  void setColumn(String name) {
    List<EventColumn> known = columns;
    if (known == null) {
      wanted = name;
    } else {
      form.xProperty().set(written(name, known));
    }
  }

  /** The name as an expression spells it. */
  private static String written(String name, List<EventColumn> columns) {
    return Completion.at("", 0, columns).suggestions().stream()
        .filter(found -> found.kind() == Completion.Kind.COLUMN && found.label().equals(name))
        .map(Completion.Suggestion::text)
        .findFirst()
        .orElse(name);
  }

  Completion completion(String text, int caret) {
    List<EventColumn> known = columns;
    return Completion.at(text, caret, known == null ? List.of() : known);
  }

  private void showColumns(Shown<List<EventColumn>> shown) {
    columns = shown.value();
    String column = wanted;
    wanted = null;
    if (column == null) {
      refresh();
    } else {
      form.xProperty().set(written(column, shown.value()));
    }
  }

  private void refresh() {
    List<EventColumn> known = columns;
    TableItem where = table;
    if (known != null && where != null) {
      form.request(where, known).ifPresent(filling::submit);
    }
  }

  private void show(Shown<Built> shown) {
    millis = shown.millis();
    built = shown.value();
    draw();
  }

  private void showPart(Built part) {
    built = part;
    draw();
  }

  private void draw() {
    Built now = built;
    if (now == null) {
      figure.set(null);
      result.set(ResultTable.EMPTY);
      return;
    }
    if (!now.failure().isEmpty()) {
      form.binsComplaintProperty().set(now.failure());
      return;
    }
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < now.histograms().size(); i++) {
      BuildRequest.CutLine cut = now.request().cuts().get(i);
      curves.add(new Curve(now.histograms().get(i).histogram(), cut.label(), cut.colour()));
    }
    Look look =
        new Look(
            logContents.get(),
            form.xBins().kindProperty().get() == BinningChoice.Kind.LOGARITHMIC,
            unitArea.get(),
            now.request().weight() == null ? "events" : "weighted events");
    Histogram first = curves.getFirst().histogram();
    Binning bins = first.axes().getFirst().binning();
    form.xBins().propose(bins.low(0), bins.high(bins.count() - 1));
    figure.set(
        first.axes().size() == 2
            ? HistogramFigure.map(first, look)
            : HistogramFigure.overlay(curves, look));
    result.set(ResultTable.of(now, millis));
  }

  /** The first of the histograms that were built, named after what is in it. */
  Optional<Histogram> first() {
    return Optional.ofNullable(built).flatMap(Built::first);
  }

  /** The commands that fill the same histograms; empty while there are none. */
  public String commandLine() {
    Built now = built;
    return now == null || now.histograms().isEmpty() ? "" : CommandLine.of(now);
  }

  /** Stops a long fill. */
  void cancel() {
    filling.cancel();
  }

  @Override
  public void close() {
    columnsOf.close();
    filling.close();
  }
}
