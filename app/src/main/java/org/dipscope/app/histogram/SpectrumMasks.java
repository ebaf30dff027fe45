package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.project.MassInterval;

/**
 * The masks of the shown spectrum. They snap to the edges of the bins that are drawn, belong to the
 * spectrum in the project, and every change is a step of undo.
 */
public final class SpectrumMasks {
  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final ReadOnlyObjectWrapper<List<MassInterval>> masks =
      new ReadOnlyObjectWrapper<>(this, "masks", List.of());
  private final ReadOnlyBooleanWrapper dragged = new ReadOnlyBooleanWrapper(this, "dragged");
  private List<MassInterval> before = List.of();

  SpectrumMasks(WorkspaceModel workspace, LiveResults results) {
    this.workspace = workspace;
    this.results = results;
    workspace
        .documentProperty()
        .subscribe(
            now -> masks.set(workspace.shown().map(e -> e.entry().masks()).orElse(List.of())));
  }

  /** The masks, increasing. */
  public ReadOnlyObjectProperty<List<MassInterval>> masksProperty() {
    return masks.getReadOnlyProperty();
  }

  /** Whether a mask is being dragged: the steps on the way are one step of undo. */
  ReadOnlyBooleanProperty draggedProperty() {
    return dragged.getReadOnlyProperty();
  }

  /** Masks the bins between two masses while they are dragged; {@link #add} ends it. */
  void adding(double from, double to) {
    snapped(from, to).ifPresent(mask -> drag(before -> with(before, before.size(), mask)));
  }

  /** Moves the ends of a mask while they are dragged; {@link #change} ends it. */
  void changing(int index, double from, double to) {
    snapped(from, to)
        .filter(mask -> index < masks.get().size() || dragged.get())
        .ifPresent(mask -> drag(before -> with(before, index, mask)));
  }

  private static List<MassInterval> with(List<MassInterval> masks, int index, MassInterval mask) {
    List<MassInterval> changed = new ArrayList<>(masks);
    if (index < changed.size()) {
      changed.set(index, mask);
    } else {
      changed.add(mask);
    }
    return changed;
  }

  private void drag(UnaryOperator<List<MassInterval>> change) {
    if (!dragged.get()) {
      before = masks.get();
      dragged.set(true);
    }
    List<MassInterval> wanted = change.apply(before);
    workspace.adjust(
        "Drag Mask", document -> Edits.withShown(document, entry -> entry.withMasks(wanted)));
  }

  /** The last step of a drag, if there is one. */
  private boolean drop(UnaryOperator<List<MassInterval>> change) {
    if (!dragged.get()) {
      return false;
    }
    drag(change);
    workspace.seal();
    dragged.set(false);
    return true;
  }

  /** Masks the bins between two masses, in either order; within one bin, that bin. */
  public void add(double from, double to) {
    snapped(from, to)
        .filter(mask -> !drop(before -> with(before, before.size(), mask)))
        .ifPresent(mask -> edit("Mask " + words(mask), now -> with(now, now.size(), mask)));
  }

  /** Moves the ends of a mask. */
  public void change(int index, double from, double to) {
    snapped(from, to)
        .filter(mask -> !drop(before -> with(before, index, mask)))
        .filter(mask -> index < masks.get().size())
        .ifPresent(mask -> edit("Change Mask to " + words(mask), now -> with(now, index, mask)));
  }

  /** Takes a mask away. */
  public void remove(int index) {
    if (index < masks.get().size()) {
      edit(
          "Remove Mask " + words(masks.get().get(index)),
          now -> {
            List<MassInterval> fewer = new ArrayList<>(now);
            fewer.remove(index);
            return fewer;
          });
    }
  }

  /** Takes all masks away. */
  public void clear() {
    edit("Remove Masks", now -> List.of());
  }

  private void edit(String name, UnaryOperator<List<MassInterval>> change) {
    workspace.edit(
        name,
        document ->
            Edits.withShown(document, entry -> entry.withMasks(change.apply(entry.masks()))));
  }

  private Optional<MassInterval> snapped(double from, double to) {
    SpectrumResult now = results.spectrumProperty().get();
    return now == null ? Optional.empty() : Optional.of(snap(now.drawn().bins(), from, to));
  }

  /** From the nearest edge to the nearest edge, or the bin of the middle if that is nothing. */
  static MassInterval snap(Binning bins, double from, double to) {
    double low = nearestEdge(bins, Math.min(from, to));
    double high = nearestEdge(bins, Math.max(from, to));
    if (low < high) {
      return new MassInterval(low, high);
    }
    double first = bins.low(0);
    double last = bins.high(bins.count() - 1);
    int bin = bins.indexOf(Math.clamp(0.5 * (from + to), first, last));
    return new MassInterval(bins.low(bin), bins.high(bin));
  }

  private static double nearestEdge(Binning bins, double value) {
    double nearest = bins.low(0);
    for (double edge : bins.edges()) {
      if (Math.abs(edge - value) < Math.abs(nearest - value)) {
        nearest = edge;
      }
    }
    return nearest;
  }

  private String words(MassInterval mask) {
    String unit = workspace.shown().map(DataEntry::spectrum).map(s -> s.axis().unit()).orElse("");
    String range = SpectrumWords.shortest(mask.low()) + "–" + SpectrumWords.shortest(mask.high());
    return unit.isEmpty() ? range : range + " " + unit;
  }
}
