package org.dipscope.app.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.app.data.Item.ColumnItem;
import org.dipscope.app.data.Item.Directory;
import org.dipscope.app.data.Item.FileItem;
import org.dipscope.app.data.Item.HistogramItem;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.app.data.Preview.ColumnRow;
import org.dipscope.app.data.TableReading.Distribution;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.JobStatus;
import org.dipscope.app.support.JobTask;
import org.dipscope.core.analysis.HistogramFigure;
import org.dipscope.core.analysis.HistogramFigure.Curve;
import org.dipscope.core.analysis.HistogramFigure.Look;
import org.dipscope.core.event.ValueProfile;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.histogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What the browser shows of the items that are selected. Histograms are drawn at once; what needs
 * the rows of a table is read as a job, which another selection cancels.
 */
public final class PreviewViewModel {
  /** Up to this many values are read to describe a table that is merely clicked. */
  private static final long READ_UNASKED = 20_000_000;

  private final JobList jobs;
  private final TableReading reading;
  private final BooleanProperty logContents = new SimpleBooleanProperty(this, "logContents");
  private final BooleanProperty unitArea = new SimpleBooleanProperty(this, "unitArea");
  private final ObjectProperty<List<Item>> selection =
      new SimpleObjectProperty<>(this, "selection", List.of());
  private final ReadOnlyObjectWrapper<Preview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview");
  private final Map<String, Map<String, ValueProfile>> described = new HashMap<>();
  private @Nullable Job job;

  /** Kept so that only its look changes with the switches. */
  private @Nullable Distribution distribution;

  /** Reads rows as jobs. */
  public PreviewViewModel(JobList jobs, EventTables tables) {
    this.jobs = jobs;
    reading = new TableReading(tables);
    preview.set(new Preview.Words(""));
    selection.addListener((source, before, now) -> select(now));
    logContents.addListener((source, before, now) -> redraw());
    unitArea.addListener((source, before, now) -> redraw());
  }

  /** The items to show; the first decides what kind of preview it is. */
  public ObjectProperty<List<Item>> selectionProperty() {
    return selection;
  }

  /** Whether the axis of contents is logarithmic. */
  public BooleanProperty logContentsProperty() {
    return logContents;
  }

  /** Whether histograms are drawn at unit area. */
  public BooleanProperty unitAreaProperty() {
    return unitArea;
  }

  ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** The histograms on the screen; none if something else is shown. */
  List<Histogram> histograms() {
    return preview.get() instanceof Preview.Drawing drawing ? drawing.histograms() : List.of();
  }

  /** Forgets what was read of a file that has changed. */
  void forget(Path file) {
    described.keySet().removeIf(key -> key.startsWith(file.toString()));
    distribution = null;
  }

  private void select(List<Item> items) {
    if (job != null) {
      job.cancel();
      job = null;
    }
    distribution = null;
    if (items.isEmpty()) {
      preview.set(new Preview.Words(""));
      return;
    }
    switch (items.getFirst()) {
      case HistogramItem first -> preview.set(HistogramPreview.of(items, first, look()));
      case TableItem table -> describe(table);
      case ColumnItem column -> draw(column);
      case FileItem file -> preview.set(Preview.Facts.of(file.open()));
      case Directory directory -> preview.set(new Preview.Words(directory.name()));
    }
  }

  private void redraw() {
    Distribution drawn = distribution;
    if (drawn != null) {
      show(drawn);
    } else if (!selection.get().isEmpty()
        && selection.get().getFirst() instanceof HistogramItem h) {
      preview.set(HistogramPreview.of(selection.get(), h, look()));
    }
  }

  private Look look() {
    return new Look(logContents.get(), false, unitArea.get(), "");
  }

  private void describe(TableItem table) {
    Map<String, ValueProfile> known = described.get(table.key());
    long cells = table.table().rows() * table.table().columns().size();
    if (known != null) {
      show(table, known, "", false);
    } else if (cells > READ_UNASKED) {
      show(table, Map.of(), "", true);
    } else {
      readAll(table);
    }
  }

  /** Reads all values of the selected table, however many there are. */
  void describeAll() {
    if (!selection.get().isEmpty() && selection.get().getFirst() instanceof TableItem table) {
      readAll(table);
    }
  }

  private void readAll(TableItem table) {
    show(table, Map.of(), "   reading the values…", false);
    start(
        "Describe " + table.name(),
        progress -> reading.profiles(table, progress),
        profiles -> {
          described.put(table.key(), profiles);
          show(table, profiles, "", false);
        });
  }

  private void show(
      TableItem table, Map<String, ValueProfile> profiles, String remark, boolean unread) {
    List<ColumnRow> rows = new ArrayList<>();
    for (ColumnSummary column : table.table().columns()) {
      rows.add(new ColumnRow(column, profiles.get(column.name())));
    }
    String size =
        Item.grouped(table.table().rows())
            + " rows, "
            + Item.grouped(table.table().columns().size())
            + " columns";
    preview.set(new Preview.Description(rows, size + remark, unread));
  }

  private void draw(ColumnItem column) {
    if (!column.column().type().isNumeric()) {
      preview.set(new Preview.Words("The column " + column.name() + " holds text."));
      return;
    }
    preview.set(new Preview.Waiting("Reading " + column.name() + "…"));
    start(
        "Draw " + column.name(),
        progress -> reading.distribution(column, progress),
        drawn -> {
          distribution = drawn;
          show(drawn);
        });
  }

  private void show(Distribution drawn) {
    Histogram histogram = drawn.histogram();
    List<String> lines = new ArrayList<>();
    lines.add(Numbers.statistics(histogram));
    ValueProfile profile = drawn.profile();
    lines.add(
        "all values: %s from %s to %s%s"
            .formatted(
                Item.grouped(profile.values()),
                Numbers.of(profile.minimum()),
                Numbers.of(profile.maximum()),
                profile.missing() == 0
                    ? ""
                    : ",   " + Item.grouped(profile.missing()) + " missing (NaN)"));
    Curve curve = new Curve(histogram, drawn.column().name(), 1);
    preview.set(
        new Preview.Drawing(
            HistogramFigure.overlay(List.of(curve), look()), List.of(histogram), lines));
  }

  private <R> void start(String name, JobTask<R> task, Consumer<R> onDone) {
    Job started = jobs.start(name, task, onDone);
    job = started;
    started
        .statusProperty()
        .subscribe(
            status -> {
              boolean stopped =
                  status.state() == JobStatus.State.FAILED
                      || status.state() == JobStatus.State.CANCELLED;
              if (stopped && job == started) {
                preview.set(
                    new Preview.Words(
                        status.state() == JobStatus.State.FAILED
                            ? "This could not be read."
                            : "Reading was cancelled."));
              }
            });
  }
}
