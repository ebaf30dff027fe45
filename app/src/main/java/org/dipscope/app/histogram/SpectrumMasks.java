package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

  /** Masks the bins between two masses, in either order; within one bin, that bin. */
  public void add(double from, double to) {
    snapped(from, to)
        .ifPresent(
            mask ->
                edit(
                    "Mask " + words(mask),
                    now -> {
                      List<MassInterval> more = new ArrayList<>(now);
                      more.add(mask);
                      return more;
                    }));
  }

  /** Moves the ends of a mask. */
  public void change(int index, double from, double to) {
    snapped(from, to)
        .filter(mask -> index < masks.get().size())
        .ifPresent(
            mask ->
                edit(
                    "Change Mask to " + words(mask),
                    now -> {
                      List<MassInterval> changed = new ArrayList<>(now);
                      changed.set(index, mask);
                      return changed;
                    }));
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
