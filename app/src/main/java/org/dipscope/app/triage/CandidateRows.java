package org.dipscope.app.triage;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the table and which of them is chosen: the choice is one of a histogram and stays
 * with it, whatever arrives and however its line changes.
 */
public final class CandidateRows {
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Row> readOnly = FXCollections.unmodifiableObservableList(rows);
  private final ObjectProperty<@Nullable Row> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper(this, "changing");

  CandidateRows() {}

  /** All lines; they arrive while a search runs. */
  public ObservableList<Row> all() {
    return readOnly;
  }

  /** The chosen line. */
  public ObjectProperty<@Nullable Row> selectedProperty() {
    return selected;
  }

  /**
   * Whether lines are being added or replaced: what a table then says of its selection is not the
   * choice of the user.
   */
  public ReadOnlyBooleanProperty changingProperty() {
    return changing.getReadOnlyProperty();
  }

  void clear() {
    change(rows::clear);
  }

  void add(List<Row> more) {
    if (!more.isEmpty()) {
      change(() -> rows.addAll(more));
    }
  }

  void set(List<Row> all) {
    change(() -> rows.setAll(all));
  }

  void replace(UnaryOperator<Row> one) {
    change(() -> rows.replaceAll(one));
  }

  private void change(Runnable act) {
    Row before = selected.get();
    changing.set(true);
    try {
      act.run();
      selected.set(before == null ? null : sameHistogram(before));
    } finally {
      changing.set(false);
    }
  }

  private @Nullable Row sameHistogram(Row before) {
    String id = before.candidate().id();
    for (Row row : rows) {
      if (row.candidate().id().equals(id)) {
        return row;
      }
    }
    return null;
  }

  /** Independent places in all histograms. */
  double looks() {
    return rows.stream().mapToDouble(row -> row.candidate().looks()).sum();
  }
}
