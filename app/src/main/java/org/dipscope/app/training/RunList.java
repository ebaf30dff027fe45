package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dipscope.core.figure.Theme;
import org.dipscope.neural.significance.TrainingCurve;
import org.dipscope.neural.significance.TrainingFigure;

/** The trainings laid over each other, each in a colour of its own. */
final class RunList {
  private final ObservableList<Run> runs = FXCollections.observableArrayList();
  private final ObservableList<Run> readOnly = FXCollections.unmodifiableObservableList(runs);

  ObservableList<Run> runs() {
    return readOnly;
  }

  /** Adds a training, or shows more of one that is there. */
  void show(Path folder, TrainingCurve curve) {
    Optional<Run> known = runs.stream().filter(run -> run.folder().equals(folder)).findFirst();
    known.ifPresentOrElse(
        run -> run.curveProperty().set(curve),
        () -> runs.add(new Run(folder, freeColour(), curve)));
  }

  void remove(Run run) {
    runs.remove(run);
  }

  private int freeColour() {
    List<Integer> used = runs.stream().map(Run::colour).toList();
    return IntStream.rangeClosed(1, Theme.SERIES_COUNT)
        .filter(colour -> !used.contains(colour))
        .findFirst()
        .orElse(runs.size() % Theme.SERIES_COUNT + 1);
  }

  /** Those with something to draw. */
  List<TrainingFigure.Run> drawn() {
    return runs.stream()
        .filter(run -> run.curveProperty().get().lastStep().isPresent())
        .map(run -> new TrainingFigure.Run(run.name(), run.colour(), run.curveProperty().get()))
        .toList();
  }

  /** All curves as one table. */
  String csv() {
    return drawn().stream()
        .map(run -> run.curve().csv(run.name()))
        .collect(Collectors.joining("", TrainingCurve.csvHeader(), ""));
  }
}
