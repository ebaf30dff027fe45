package org.dipscope.core.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The document: everything that is saved. Immutable; an edit makes a new one that shares what did
 * not change.
 *
 * @param title what the user calls the project
 * @param spectra data
 * @param models sliders
 * @param view what the screen shows
 * @param nuisances systematic uncertainties
 * @param likelihood axes of the likelihood surface
 * @param pinned models kept for comparison
 * @param seeds seeds of random numbers, by purpose
 * @param results results kept with the project
 * @param files event and histogram files open in the browser: absolute in memory, relative in a
 *     project file beside or above them
 * @param versions versions of the programs that wrote it, by name
 * @param unrecognised fields of the file that this version does not know, kept for those that do
 */
public record Workspace(
    String title,
    List<SpectrumEntry> spectra,
    List<ModelEntry> models,
    ViewSettings view,
    NuisanceSettings nuisances,
    LikelihoodSettings likelihood,
    List<PinnedComparison> pinned,
    Map<String, Long> seeds,
    List<StoredResult> results,
    List<Path> files,
    Map<String, String> versions,
    Unrecognised unrecognised) {

  /** The version of the file format that this program writes. */
  public static final int SCHEMA_VERSION = 1;

  /** A project without data, with one model. */
  public static final Workspace EMPTY =
      new Workspace(
          "Untitled",
          List.of(),
          List.of(ModelEntry.DEFAULT),
          ViewSettings.DEFAULT,
          NuisanceSettings.DEFAULT,
          LikelihoodSettings.DEFAULT,
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          Map.of(),
          Unrecognised.NOTHING);

  /** Copies lists and maps, keeping their order. */
  public Workspace {
    spectra = List.copyOf(spectra);
    models = List.copyOf(models);
    pinned = List.copyOf(pinned);
    seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
    results = List.copyOf(results);
    files = List.copyOf(files);
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** The model with this id. */
  public Optional<ModelEntry> model(String id) {
    return models.stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /** The spectrum with this id. */
  public Optional<SpectrumEntry> spectrum(String id) {
    return spectra.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** The selected model, or the first, or the default. */
  public ModelEntry selectedModel() {
    return model(view.modelId()).or(() -> models.stream().findFirst()).orElse(ModelEntry.DEFAULT);
  }

  /** The selected spectrum, or the first if there is any. */
  public Optional<SpectrumEntry> selectedSpectrum() {
    return spectrum(view.spectrumId()).or(() -> spectra.stream().findFirst());
  }

  /** The spectra drawn over another one, in the order of the project. */
  public List<SpectrumEntry> overlays(String shownId) {
    return spectra.stream()
        .filter(entry -> view.overlays().contains(entry.id()) && !entry.id().equals(shownId))
        .toList();
  }

  /** An id that no part of the project has yet, such as {@code spectrum-3}. */
  public String freshId(String prefix) {
    Set<String> used = new HashSet<>();
    spectra.forEach(entry -> used.add(entry.id()));
    models.forEach(model -> used.add(model.id()));
    pinned.forEach(pin -> used.add(pin.id()));
    results.forEach(result -> used.add(result.id()));
    int number = 1;
    while (used.contains(prefix + "-" + number)) {
      number++;
    }
    return prefix + "-" + number;
  }

  /** Starts a changed copy. */
  public WorkspaceEdit edit() {
    return new WorkspaceEdit(this);
  }
}
