package org.dipscope.core.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo of an immutable document by keeping its earlier roots. Edits have names for the
 * menu; consecutive edits with the same merge key, such as the moves of one slider drag, count as
 * one. Not thread-safe: it belongs to the thread of its owner.
 *
 * @param <T> the immutable document
 */
public final class History<T> {
  /** Steps that are kept; unchanged parts are shared, so a step costs little. */
  private static final int DEEPEST = 1000;

  private record Step<T>(String name, T before) {}

  private final Deque<Step<T>> past = new ArrayDeque<>();
  private final Deque<Step<T>> future = new ArrayDeque<>();
  private T current;
  private @Nullable Object openMerge;

  /** A history that starts with a document and nothing to undo. */
  public History(T start) {
    this.current = start;
  }

  /** The document as it is now. */
  public T current() {
    return current;
  }

  /**
   * Changes the document. An edit that changes nothing leaves no trace.
   *
   * @param name what the menu calls it, such as {@code Mass}
   * @param edit from the document now to the changed one; must not change its argument
   */
  public void apply(String name, UnaryOperator<T> edit) {
    apply(name, null, edit);
  }

  /**
   * Changes the document as part of a gesture.
   *
   * @param mergeKey edits in a row with equal keys are undone together; null never merges
   */
  public void apply(String name, @Nullable Object mergeKey, UnaryOperator<T> edit) {
    T changed = edit.apply(current);
    if (changed.equals(current)) {
      return;
    }
    boolean merges = mergeKey != null && mergeKey.equals(openMerge) && !past.isEmpty();
    if (!merges) {
      past.push(new Step<>(name, current));
      if (past.size() > DEEPEST) {
        past.removeLast();
      }
    }
    future.clear();
    current = changed;
    openMerge = mergeKey;
  }

  /**
   * Changes the document as it is, was and would be again: what cannot be taken back, such as that
   * data were looked at.
   */
  public void amend(UnaryOperator<T> edit) {
    current = edit.apply(current);
    amend(past, edit);
    amend(future, edit);
  }

  private static <T> void amend(Deque<Step<T>> steps, UnaryOperator<T> edit) {
    List<Step<T>> before = List.copyOf(steps);
    steps.clear();
    before.forEach(step -> steps.addLast(new Step<>(step.name(), edit.apply(step.before()))));
  }

  /** Ends a gesture, so that the next edit is a step of its own, whatever its key. */
  public void seal() {
    openMerge = null;
  }

  /** Replaces the document and forgets all steps, as when another file is opened. */
  public void reset(T start) {
    past.clear();
    future.clear();
    current = start;
    openMerge = null;
  }

  /** Takes back the last step; false if there is none. */
  public boolean undo() {
    return move(past, future);
  }

  /** Takes back the last undo; false if there is none. */
  public boolean redo() {
    return move(future, past);
  }

  private boolean move(Deque<Step<T>> from, Deque<Step<T>> to) {
    openMerge = null;
    if (from.isEmpty()) {
      return false;
    }
    Step<T> step = from.pop();
    to.push(new Step<>(step.name(), current));
    current = step.before();
    return true;
  }

  /** The name of the step that {@link #undo()} would take back. */
  public Optional<String> undoName() {
    return Optional.ofNullable(past.peek()).map(Step::name);
  }

  /** The name of the step that {@link #redo()} would bring again. */
  public Optional<String> redoName() {
    return Optional.ofNullable(future.peek()).map(Step::name);
  }

  /** The names of all steps that can be undone, the latest first. */
  public List<String> undoNames() {
    List<String> names = new ArrayList<>();
    past.forEach(step -> names.add(step.name()));
    return names;
  }
}
