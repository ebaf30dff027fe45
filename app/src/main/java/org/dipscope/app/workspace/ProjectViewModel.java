package org.dipscope.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.core.likelihood.SurfaceMinimum;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/** The tree of the project. */
public final class ProjectViewModel {
  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final ReadOnlyObjectWrapper<List<Group>> groups =
      new ReadOnlyObjectWrapper<>(this, "groups", List.of());

  /** A heading with its rows. */
  public record Group(String name, List<Row> rows) {
    /** Copies the rows. */
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** A row of the tree. */
  public sealed interface Row {
    /** What the user reads. */
    String text();
  }

  /** The name of a group. */
  public record Heading(String text) implements Row {}

  /** What to do while a group is empty. */
  public record Hint(String text) implements Row {}

  /** A spectrum. */
  public record DataRow(String id, String text) implements Row {}

  /** A hypothesis kept for comparison. */
  public record PinRow(String id, String text) implements Row {}

  /** A minimum of the surface. */
  public record MinimumRow(LikelihoodSettings axes, SurfaceMinimum minimum, String text)
      implements Row {}

  /** Follows a document and its results. */
  public ProjectViewModel(WorkspaceModel workspace, LiveResults results) {
    this.workspace = workspace;
    this.results = results;
    workspace.documentProperty().subscribe(now -> refresh());
    results.surfaceProperty().subscribe(now -> refresh());
  }

  /** The groups from top to bottom. */
  public ReadOnlyObjectProperty<List<Group>> groupsProperty() {
    return groups.getReadOnlyProperty();
  }

  private void refresh() {
    Workspace document = workspace.document();
    List<Row> data = new ArrayList<>();
    for (SpectrumEntry entry : document.spectra()) {
      String name = workspace.entry(entry).map(e -> e.spectrum().name()).orElse(entry.id());
      data.add(new DataRow(entry.id(), name));
    }
    if (data.isEmpty()) {
      data.add(new Hint("Open or drop a file"));
    }
    List<Row> pins = new ArrayList<>();
    document.pinned().forEach(pin -> pins.add(new PinRow(pin.id(), pin.label())));
    if (pins.isEmpty()) {
      pins.add(new Hint("Pin keeps a curve"));
    }
    groups.set(
        List.of(
            new Group("Data", data),
            new Group("Models", pins),
            new Group("Results", minima(results.surfaceProperty().get()))));
  }

  private static List<Row> minima(@Nullable SurfaceResult result) {
    List<Row> rows = new ArrayList<>();
    if (result != null) {
      for (SurfaceMinimum minimum : result.surface().minima()) {
        if (rows.isEmpty() || !minimum.isOnBorder()) {
          rows.add(new MinimumRow(result.axes(), minimum, words(result.axes(), minimum)));
        }
      }
    }
    if (rows.isEmpty()) {
      rows.add(new Hint("Minima of the surface"));
    }
    return rows;
  }

  private static String words(LikelihoodSettings axes, SurfaceMinimum minimum) {
    String depth =
        minimum.delta() == 0
            ? "best fit"
            : String.format(Locale.ROOT, "minimum, +%.2f", minimum.delta());
    return depth
        + "\n"
        + value(axes.horizontal().parameter(), minimum.x())
        + ", "
        + value(axes.vertical().parameter(), minimum.y());
  }

  private static String value(ScanParameter parameter, double value) {
    String digits = Math.abs(value) >= 100 ? "%.0f" : "%.3g";
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
    String name = parameter == ScanParameter.MASS ? "" : parameter.label() + " ";
    return name + String.format(Locale.ROOT, digits, value) + unit;
  }

  boolean isShown(Row row) {
    return row instanceof DataRow data
        && workspace.shown().map(e -> e.id().equals(data.id())).orElse(false);
  }

  /** Shows a spectrum, or sets the sliders to a model or a minimum. */
  public void select(Row row) {
    switch (row) {
      case DataRow data -> {
        if (!isShown(data)) {
          workspace.edit("Show " + data.text(), document -> select(document, data));
        }
      }
      case PinRow pin -> workspace.edit("Show " + pin.text(), document -> recall(document, pin));
      case MinimumRow at ->
          workspace.edit(
              "Go to minimum",
              document ->
                  Edits.with(
                      document,
                      s ->
                          s.with(at.axes().horizontal().parameter(), at.minimum().x())
                              .with(at.axes().vertical().parameter(), at.minimum().y())));
      case Heading heading -> {}
      case Hint hint -> {}
    }
  }

  private Workspace select(Workspace document, DataRow row) {
    return document
        .spectrum(row.id())
        .flatMap(workspace::entry)
        .map(entry -> Edits.select(document, entry))
        .orElse(document);
  }

  private static Workspace recall(Workspace document, PinRow row) {
    return document.pinned().stream()
        .filter(pin -> pin.id().equals(row.id()))
        .findFirst()
        .map(pin -> Edits.with(document, s -> s.withScalar(pin.scenario().scalar())))
        .orElse(document);
  }

  /** Takes a spectrum or a model out of the project. */
  public void remove(Row row) {
    switch (row) {
      case DataRow data ->
          workspace.edit(
              "Remove " + data.text(),
              document -> document.edit().withoutSpectrum(data.id()).done());
      case PinRow pin ->
          workspace.edit(
              "Remove " + pin.text(),
              document ->
                  Edits.withPins(
                      document,
                      document.pinned().stream().filter(p -> !p.id().equals(pin.id())).toList()));
      case MinimumRow minimum -> {}
      case Heading heading -> {}
      case Hint hint -> {}
    }
  }
}
