package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.dipscope.app.support.JobList;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.support.LiveQuantity;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.format.AtomicFile;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingFigure;
import org.dipscope.neural.significance.TrainingFigure.Look;
import org.jspecify.annotations.Nullable;

/** The curves of trainings over each other. */
final class CurvesViewModel implements AutoCloseable {
  private final JobList jobs;
  private final RunList runs = new RunList();
  private final ObjectProperty<Boolean> logSteps =
      new SimpleObjectProperty<>(this, "logSteps", false);
  private final ObjectProperty<Boolean> logLoss = new SimpleObjectProperty<>(this, "logLoss", true);
  private final ReadOnlyObjectWrapper<@Nullable FigureSpec> figure =
      new ReadOnlyObjectWrapper<>(this, "figure");
  private final LiveQuantity<Asked, FigureSpec> drawing;

  private record Asked(List<TrainingFigure.Run> runs, Look look) {}

  CurvesViewModel(JobList jobs, LiveComputation live) {
    this.jobs = jobs;
    drawing = live.quantity("The curves", CurvesViewModel::draw, shown -> show(shown.value()));
    logSteps.addListener((source, before, now) -> refresh());
    logLoss.addListener((source, before, now) -> refresh());
  }

  private static FigureSpec draw(Asked asked, CancelToken token) {
    return TrainingFigure.of(asked.runs(), asked.look());
  }

  private void show(FigureSpec drawn) {
    figure.set(runs.drawn().isEmpty() ? null : drawn);
  }

  /** The trainings that are drawn. */
  ObservableList<Run> runs() {
    return runs.runs();
  }

  /** Whether the axis of steps is logarithmic. */
  ObjectProperty<Boolean> logStepsProperty() {
    return logSteps;
  }

  /** Whether the axes of loss and error are logarithmic. */
  ObjectProperty<Boolean> logLossProperty() {
    return logLoss;
  }

  /** All curves; null while there is none. */
  ReadOnlyObjectProperty<@Nullable FigureSpec> figureProperty() {
    return figure.getReadOnlyProperty();
  }

  /** Draws the training of a folder, also one that another program trains. */
  void add(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    jobs.start(
        "Read " + place.getFileName(),
        progress -> TrainingCurve.read(place, progress.token()),
        curve -> show(place, curve));
  }

  /** Draws a training, or more of it. */
  void show(Path folder, TrainingCurve curve) {
    runs.show(folder, curve);
    refresh();
  }

  /** Leaves a training out. */
  void remove(Run run) {
    runs.remove(run);
    refresh();
  }

  /** Writes all curves as one table. */
  void saveTable(Path file) {
    String table = runs.csv();
    jobs.start(
        "Export " + file.getFileName(),
        progress -> {
          AtomicFile.write(file, writer -> writer.write(table));
          return file;
        },
        done -> {});
  }

  /** Nothing is drawn for a hidden screen. */
  void setVisible(boolean visible) {
    drawing.setVisible(visible);
  }

  private void refresh() {
    List<TrainingFigure.Run> drawn = runs.drawn();
    if (drawn.isEmpty()) {
      drawing.cancel();
      figure.set(null);
    } else {
      drawing.submit(new Asked(drawn, new Look(logSteps.get(), logLoss.get())));
    }
  }

  @Override
  public void close() {
    drawing.close();
  }
}
