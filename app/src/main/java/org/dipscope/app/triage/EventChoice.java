package org.dipscope.app.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.dipscope.app.workspace.OpenFiles;
import org.dipscope.core.format.TableSummary;
import org.jspecify.annotations.Nullable;

/** The tables of the open files that hold objects, and which of them is searched. */
public final class EventChoice implements AutoCloseable {
  private final ReadOnlyObjectWrapper<List<EventFile>> all =
      new ReadOnlyObjectWrapper<>(this, "all", List.of());
  private final ObjectProperty<@Nullable EventFile> chosen =
      new SimpleObjectProperty<>(this, "chosen");
  private final Subscription follow;

  EventChoice(OpenFiles files) {
    follow = files.filesProperty().subscribe(now -> list(files));
  }

  /** Tables with lists of objects; the names of their columns tell. */
  private void list(OpenFiles files) {
    List<EventFile> found = new ArrayList<>();
    files
        .filesProperty()
        .get()
        .forEach(
            file ->
                file.contents().tables().stream()
                    .filter(EventChoice::hasObjects)
                    .forEach(table -> found.add(new EventFile(file.path(), table.name()))));
    all.set(List.copyOf(found));
    if (chosen.get() == null || !found.contains(chosen.get())) {
      chosen.set(found.isEmpty() ? null : found.getLast());
    }
  }

  private static boolean hasObjects(TableSummary table) {
    return table.columns().stream()
        .map(column -> column.name().toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.matches("(b?jets?|electrons?|ele?|mu|muons?|photons?|ph)[_.]pt"));
  }

  /** The tables that can be searched. */
  public ReadOnlyObjectProperty<List<EventFile>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** The table that is searched. */
  public ObjectProperty<@Nullable EventFile> chosenProperty() {
    return chosen;
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
