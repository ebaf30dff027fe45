package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dipscope.app.support.Job;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.ViewThread;
import org.dipscope.app.training.Evaluator.Order;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.neural.significance.EvaluationFigure;
import org.dipscope.neural.significance.EvaluationTable;
import org.dipscope.neural.significance.NetworkEvaluation.Row;
import org.jspecify.annotations.Nullable;

/** How good a network is on histograms that no training sees; rows appear as they are computed. */
final class EvaluationViewModel implements AutoCloseable {
  private final Evaluator evaluator;
  private final JobList jobs;
  private final ViewThread viewThread;
  private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>(this, "network");
  private final ObjectProperty<Integer> histograms =
      new SimpleObjectProperty<>(this, "histograms", 2000);
  private final BooleanProperty classical = new SimpleBooleanProperty(this, "classical", true);
  private final ObjectProperty<EvaluationFigure.By> by =
      new SimpleObjectProperty<>(this, "by", EvaluationFigure.By.SIGNIFICANCE);
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Row> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private int round;
  private @Nullable Job job;

  EvaluationViewModel(Evaluator evaluator, JobList jobs, ViewThread viewThread) {
    this.evaluator = evaluator;
    this.jobs = jobs;
    this.viewThread = viewThread;
    selected.subscribe(now -> draw());
    by.subscribe(now -> draw());
  }

  /** The folder of a training, or null for the network that ships. */
  ObjectProperty<@Nullable Path> folderProperty() {
    return folder;
  }

  /** Histograms drawn per sample. */
  ObjectProperty<Integer> histogramsProperty() {
    return histograms;
  }

  /** Whether classical estimators stand beside the network. */
  BooleanProperty classicalProperty() {
    return classical;
  }

  /** By what the figure is divided. */
  ObjectProperty<EvaluationFigure.By> byProperty() {
    return by;
  }

  /** What was found so far, sample by sample. */
  ObservableList<Row> rows() {
    return rows;
  }

  /** The row whose sample is drawn. */
  ObjectProperty<@Nullable Row> selectedProperty() {
    return selected;
  }

  /** The figure of the sample, null while there is none. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** Whether it goes on. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Begins anew with what is chosen. */
  void evaluate() {
    if (running.get()) {
      return;
    }
    Order order = new Order(folder.get(), histograms.get(), classical.get());
    int mine = ++round;
    rows.clear();
    selected.set(null);
    running.set(true);
    Job started =
        jobs.start(
            "Evaluate " + order.network(),
            progress -> {
              evaluator.evaluate(
                  order,
                  (row, part) -> {
                    viewThread.execute(() -> add(mine, row));
                    progress.report(part, row.overall().sample());
                  },
                  progress.token());
              return order;
            },
            done -> {});
    job = started;
    started.statusProperty().subscribe(now -> running.set(!now.isOver()));
  }

  /** Ends it; the rows that are there stay. */
  void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  private void add(int of, Row row) {
    if (of != round) {
      return;
    }
    rows.add(row);
    if (selected.get() == null) {
      selected.set(row);
    } else {
      draw();
    }
  }

  private void draw() {
    Row row = selected.get();
    figure.set(row == null ? null : EvaluationFigure.of(sample(row), by.get()));
  }

  private List<Row> sample(Row row) {
    String name = row.overall().sample();
    return rows.stream().filter(other -> other.overall().sample().equals(name)).toList();
  }

  /** Writes what was found as one table. */
  void save(Path file) {
    String table = EvaluationTable.csv(List.copyOf(rows));
    jobs.start(
        "Export " + file.getFileName(),
        progress -> {
          AtomicFile.write(file, writer -> writer.write(table));
          return file;
        },
        done -> {});
  }

  @Override
  public void close() {
    stop();
  }
}
