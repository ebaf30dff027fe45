package org.dipscope.app.data;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.dipscope.app.data.BuildRequest.CutLine;
import org.jspecify.annotations.Nullable;

/** The cuts of the builder, each of another colour; there is always one. */
final class CutList {
  private static final int MOST_CUTS = 10;

  private final ObservableList<Cut> cuts = FXCollections.observableArrayList();
  private Runnable action = () -> {};

  CutList() {
    cuts.addListener((ListChangeListener<Cut>) change -> action.run());
    add();
  }

  void onChange(Runnable now) {
    action = now;
  }

  ObservableList<Cut> cuts() {
    return cuts;
  }

  /** Adds one for all events, unless there are too many to be told apart. */
  void add() {
    if (cuts.size() >= MOST_CUTS) {
      return;
    }
    int colour = 1;
    while (isTaken(colour)) {
      colour++;
    }
    Cut cut = new Cut(colour);
    cut.textProperty().addListener((source, before, now) -> action.run());
    cut.activeProperty().addListener((source, before, now) -> action.run());
    cuts.add(cut);
  }

  private boolean isTaken(int colour) {
    return cuts.stream().anyMatch(cut -> cut.colour() == colour);
  }

  void remove(Cut cut) {
    cuts.remove(cut);
    if (cuts.isEmpty()) {
      add();
    }
  }

  /** One for all events again. */
  void clear() {
    cuts.clear();
    add();
  }

  /** Those that are drawn. */
  List<CutLine> lines() {
    return cuts.stream()
        .filter(cut -> cut.activeProperty().get())
        .map(cut -> new CutLine(blankAsNull(cut.textProperty().get()), cut.colour()))
        .toList();
  }

  private static @Nullable String blankAsNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
