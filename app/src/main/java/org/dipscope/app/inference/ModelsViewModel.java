package org.dipscope.app.inference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.app.support.JobList;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.ModelFiles;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * The binned models that are open, which one is looked at through which measurement and for which
 * parameter, and where its sliders are. Belongs to the view thread.
 */
public final class ModelsViewModel {
  private final JobList jobs;
  private final ReadOnlyObjectWrapper<List<OpenModel>> models =
      new ReadOnlyObjectWrapper<>(this, "models", List.of());
  private final ReadOnlyObjectWrapper<@Nullable OpenModel> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen");
  private final ObjectProperty<String> name = new SimpleObjectProperty<>(this, "model", "");
  private final ObjectProperty<String> measurement =
      new SimpleObjectProperty<>(this, "measurement", "");
  private final ObjectProperty<String> poi =
      new SimpleObjectProperty<>(this, "parameter of interest", "");
  private final ObjectProperty<Values> point =
      new SimpleObjectProperty<>(this, "point", Values.EMPTY);
  private boolean following;

  /** No models at first; they are read as jobs. */
  public ModelsViewModel(JobList jobs) {
    this.jobs = jobs;
    name.addListener((source, before, now) -> byUser(() -> show(find(now))));
    measurement.addListener((source, before, now) -> byUser(() -> lookThrough(now)));
    poi.addListener((source, before, now) -> byUser(() -> replace(m -> m.withPoi(now))));
  }

  /** The open models, the oldest first. */
  public ReadOnlyObjectProperty<List<OpenModel>> modelsProperty() {
    return models.getReadOnlyProperty();
  }

  /** The model that is looked at; null while none is open. */
  public ReadOnlyObjectProperty<@Nullable OpenModel> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The name of the model that is looked at; set it to look at another. */
  public ObjectProperty<String> nameProperty() {
    return name;
  }

  /** The name of its measurement; set it to look through another. */
  public ObjectProperty<String> measurementProperty() {
    return measurement;
  }

  /** The name of its parameter of interest; set it to choose another. */
  public ObjectProperty<String> poiProperty() {
    return poi;
  }

  /**
   * The values of all parameters where the sliders are: one per parameter of the chosen model. They
   * return to the initial values with another model or measurement, not with another parameter of
   * interest.
   */
  public ObjectProperty<Values> pointProperty() {
    return point;
  }

  /** The values at which fits start. */
  static Values initialPoint(OpenModel model) {
    return Values.of(
        model.model().parameters().stream().mapToDouble(ModelsViewModel::initial).toArray());
  }

  private static double initial(FitParameter p) {
    return p.fixed() ? p.initial() : Math.clamp(p.initial(), p.low(), p.high());
  }

  /**
   * Reads a workspace or an interference model; the same file again takes the place of what was
   * read before.
   *
   * @param onOpened is told when it is looked at
   */
  public void open(Path file, Runnable onOpened) {
    Path path = file.toAbsolutePath().normalize();
    jobs.start(
        "Open model " + path.getFileName(),
        progress -> {
          progress.report(Double.NaN, "");
          return OpenModel.of(
              String.valueOf(path.getFileName()),
              path,
              ModelFiles.read(path, null, null, progress.token()));
        },
        read -> {
          arrive(read);
          onOpened.run();
        });
  }

  /** Opens a small model that comes with the program, or looks at it again. */
  public void open(ModelPreset preset) {
    arrive(OpenModel.of(preset.title(), null, preset.workspace()));
  }

  /** Closes the model that is looked at. */
  public void closeChosen() {
    OpenModel gone = chosen.get();
    List<OpenModel> left = new ArrayList<>(models.get());
    left.remove(gone);
    models.set(List.copyOf(left));
    show(left.isEmpty() ? null : left.getLast());
  }

  private void arrive(OpenModel read) {
    List<OpenModel> now = new ArrayList<>(models.get());
    for (int i = 0; i < now.size(); i++) {
      OpenModel old = now.get(i);
      boolean isSame =
          read.file() == null
              ? old.file() == null && old.name().equals(read.name())
              : read.file().equals(old.file());
      if (isSame) {
        OpenModel again = read.named(old.name());
        now.set(i, again);
        models.set(List.copyOf(now));
        show(again);
        return;
      }
    }
    OpenModel fresh = read.named(unique(read));
    now.add(fresh);
    models.set(List.copyOf(now));
    show(fresh);
  }

  /** The name, with the folder or a number where another model has it already. */
  private String unique(OpenModel read) {
    Set<String> taken = new HashSet<>();
    models.get().forEach(model -> taken.add(model.name()));
    String unique = read.name();
    for (int i = 2; taken.contains(unique); i++) {
      unique = read.name() + " (" + i + ")";
    }
    return unique;
  }

  private @Nullable OpenModel find(String wanted) {
    return models.get().stream().filter(m -> m.name().equals(wanted)).findFirst().orElse(null);
  }

  private void lookThrough(String wanted) {
    OpenModel now = chosen.get();
    if (now == null) {
      return;
    }
    jobs.start(
        "Measurement " + wanted,
        progress -> {
          progress.report(Double.NaN, "");
          return now.through(wanted);
        },
        built -> {
          if (now.equals(chosen.get())) {
            replace(m -> built);
          }
        });
  }

  private void replace(UnaryOperator<OpenModel> change) {
    OpenModel now = chosen.get();
    if (now != null) {
      OpenModel changed = change.apply(now);
      models.set(models.get().stream().map(m -> m.equals(now) ? changed : m).toList());
      show(changed);
    }
  }

  private void show(@Nullable OpenModel now) {
    OpenModel before = chosen.get();
    boolean isOther =
        before == null
            || now == null
            || !before.workspace().equals(now.workspace())
            || !before.measurement().equals(now.measurement());
    following = true;
    name.set(now == null ? "" : now.name());
    measurement.set(now == null ? "" : now.measurement());
    poi.set(now == null ? "" : now.poi());
    following = false;
    if (isOther) {
      point.set(now == null ? Values.EMPTY : initialPoint(now));
    }
    chosen.set(now);
  }

  private void byUser(Runnable action) {
    if (!following) {
      action.run();
    }
  }
}
