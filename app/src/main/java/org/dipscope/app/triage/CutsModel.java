package org.dipscope.app.triage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.Split;

/** All cuts, with the way back. Belongs to the view thread. */
public final class CutsModel {
  private static final int MOST_STEPS = 200;

  private final ReadOnlyObjectWrapper<Cuts> cuts =
      new ReadOnlyObjectWrapper<>(this, "cuts", Cuts.STANDARD);
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private final Deque<Cuts> before = new ArrayDeque<>();
  private final Deque<Cuts> after = new ArrayDeque<>();

  CutsModel() {}

  /** The cuts of the next search. */
  public ReadOnlyObjectProperty<Cuts> cutsProperty() {
    return cuts.getReadOnlyProperty();
  }

  /** Whether there is a step back. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Whether there is a step forward. */
  public ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  /**
   * Changes a cut.
   *
   * @param typed its value as the user writes it
   * @return why it cannot be changed so, or empty
   */
  Optional<String> change(Setting setting, String typed) {
    try {
      set(cuts.get().with(setting.place(), setting.json(typed)));
      return Optional.empty();
    } catch (ProblemException refused) {
      return Optional.of(refused.problem().hint());
    }
  }

  /** Changes the cut at a place in the JSON of the settings. */
  public Optional<String> change(String place, String typed) {
    return change(
        Setting.ALL.stream()
            .filter(setting -> setting.place().equals(place))
            .findFirst()
            .orElseThrow(),
        typed);
  }

  /** Uses another part of the events. */
  void use(Split.Part part) {
    set(new Cuts(cuts.get().selection().with(part), cuts.get().rule()));
  }

  /** Back to the published values. */
  public void reset() {
    set(Cuts.STANDARD);
  }

  private void set(Cuts next) {
    if (!next.equals(cuts.get())) {
      before.push(cuts.get());
      if (before.size() > MOST_STEPS) {
        before.removeLast();
      }
      after.clear();
      show(next);
    }
  }

  /** One step back. */
  public void undo() {
    if (!before.isEmpty()) {
      after.push(cuts.get());
      show(before.pop());
    }
  }

  /** One step forward. */
  public void redo() {
    if (!after.isEmpty()) {
      before.push(cuts.get());
      show(after.pop());
    }
  }

  private void show(Cuts now) {
    cuts.set(now);
    undoable.set(!before.isEmpty());
    redoable.set(!after.isEmpty());
  }
}
