package org.dipscope.app.workspace;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.History;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.Workspace;

/**
 * The document with undo. Views change it by named edits only; whoever shows something listens to
 * it. Belongs to the view thread and needs no toolkit.
 */
public final class WorkspaceModel {
  private final History<Workspace> history;
  private final ReadOnlyObjectWrapper<Workspace> document;
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(this, "unsaved");
  private final Map<SpectrumEntry.FileReference, Spectrum> loaded = new HashMap<>();
  private final IdentityHashMap<SpectrumEntry, DataEntry> entries = new IdentityHashMap<>();
  private Workspace saved;

  /** Starts with a document and nothing to undo. */
  public WorkspaceModel(Workspace start) {
    history = new History<>(start);
    saved = start;
    document = new ReadOnlyObjectWrapper<>(this, "document", start);
  }

  /** The document now. */
  public ReadOnlyObjectProperty<Workspace> documentProperty() {
    return document.getReadOnlyProperty();
  }

  /** The document now. */
  public Workspace document() {
    return document.get();
  }

  /** The sliders now. */
  public Scenario scenario() {
    return Edits.scenario(document.get());
  }

  /** The spectrum on the screen, if there is any. */
  public Optional<DataEntry> shown() {
    return document.get().selectedSpectrum().flatMap(this::entry);
  }

  /** A spectrum of the project, loaded; nothing if its file could not be read. */
  public Optional<DataEntry> entry(SpectrumEntry entry) {
    DataEntry known = entries.get(entry);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Spectrum> spectrum =
        switch (entry.data()) {
          case SpectrumEntry.Embedded embedded -> Optional.of(embedded.spectrum());
          case SpectrumEntry.FileReference reference -> Optional.ofNullable(loaded.get(reference));
        };
    Optional<DataEntry> made = spectrum.map(numbers -> DataEntry.of(entry, numbers));
    made.ifPresent(value -> entries.put(entry, value));
    return made;
  }

  /** A change that is a step of its own. */
  public void edit(String name, UnaryOperator<Workspace> change) {
    history.apply(name, change);
    publish();
  }

  /** Adds a spectrum and shows it, as a step of its own. */
  public void addSpectrum(String name, Spectrum spectrum) {
    edit(
        name,
        before -> {
          SpectrumEntry entry =
              new SpectrumEntry(
                  before.freshId("spectrum"), new SpectrumEntry.Embedded(spectrum, null));
          return Edits.add(before, entry, DataEntry.of(entry, spectrum));
        });
  }

  /** A change that is part of a gesture: equal names in a row are undone together. */
  public void adjust(String name, UnaryOperator<Workspace> change) {
    history.apply(name, name, change);
    publish();
  }

  /** A change that cannot be undone, such as that data were looked at. */
  public void record(UnaryOperator<Workspace> change) {
    history.amend(change);
    publish();
  }

  /** Ends a gesture: the next change is a step of its own. */
  public void seal() {
    history.seal();
  }

  /** Takes back the last step. */
  public void undo() {
    history.undo();
    publish();
  }

  /** Takes back the last undo. */
  public void redo() {
    history.redo();
    publish();
  }

  /**
   * Shows another document and forgets all steps.
   *
   * @param spectra the numbers of its spectra that lie in files
   */
  public void replace(Workspace other, Map<SpectrumEntry.FileReference, Spectrum> spectra) {
    loaded.putAll(spectra);
    entries.clear();
    saved = other;
    history.reset(other);
    publish();
  }

  /** Remembers what was written to a file. */
  public void markSaved(Workspace written) {
    saved = written;
    publish();
  }

  /** Whether there are changes that no file holds. */
  public ReadOnlyBooleanProperty unsavedProperty() {
    return unsaved.getReadOnlyProperty();
  }

  /** What undo would take back; empty if nothing. */
  public ReadOnlyStringProperty undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  /** What redo would bring again; empty if nothing. */
  public ReadOnlyStringProperty redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }

  private void publish() {
    undoName.set(history.undoName().orElse(""));
    redoName.set(history.redoName().orElse(""));
    unsaved.set(!history.current().equals(saved));
    document.set(history.current());
  }
}
