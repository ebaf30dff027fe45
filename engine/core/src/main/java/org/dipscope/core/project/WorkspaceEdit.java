package org.dipscope.core.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects changes to a {@link Workspace}; {@link #done()} gives the changed copy. */
public final class WorkspaceEdit {
  private String title;
  private List<SpectrumEntry> spectra;
  private List<ModelEntry> models;
  private ViewSettings view;
  private NuisanceSettings nuisances;
  private LikelihoodSettings likelihood;
  private List<PinnedComparison> pinned;
  private final Map<String, Long> seeds;
  private List<StoredResult> results;
  private List<Path> files;
  private final Map<String, String> versions;
  private Unrecognised unrecognised;

  WorkspaceEdit(Workspace from) {
    title = from.title();
    spectra = from.spectra();
    models = from.models();
    view = from.view();
    nuisances = from.nuisances();
    likelihood = from.likelihood();
    pinned = from.pinned();
    seeds = new LinkedHashMap<>(from.seeds());
    results = from.results();
    files = from.files();
    versions = new LinkedHashMap<>(from.versions());
    unrecognised = from.unrecognised();
  }

  /** Sets the title. */
  public WorkspaceEdit title(String value) {
    title = value;
    return this;
  }

  /** Replaces all spectra. */
  public WorkspaceEdit spectra(List<SpectrumEntry> value) {
    spectra = value;
    return this;
  }

  /** Adds a spectrum, or replaces the one with its id. */
  public WorkspaceEdit spectrum(SpectrumEntry entry) {
    List<SpectrumEntry> changed = new ArrayList<>(spectra);
    changed.replaceAll(old -> old.id().equals(entry.id()) ? entry : old);
    if (spectra.stream().noneMatch(old -> old.id().equals(entry.id()))) {
      changed.add(entry);
    }
    spectra = changed;
    return this;
  }

  /** Removes the spectrum with this id, if there is one. */
  public WorkspaceEdit withoutSpectrum(String id) {
    spectra = spectra.stream().filter(entry -> !entry.id().equals(id)).toList();
    return this;
  }

  /** Replaces all models. */
  public WorkspaceEdit models(List<ModelEntry> value) {
    models = value;
    return this;
  }

  /** Adds a model, or replaces the one with its id. */
  public WorkspaceEdit model(ModelEntry model) {
    List<ModelEntry> changed = new ArrayList<>(models);
    changed.replaceAll(old -> old.id().equals(model.id()) ? model : old);
    if (models.stream().noneMatch(old -> old.id().equals(model.id()))) {
      changed.add(model);
    }
    models = changed;
    return this;
  }

  /** Sets what the screen shows. */
  public WorkspaceEdit view(ViewSettings value) {
    view = value;
    return this;
  }

  /** Sets the systematic uncertainties. */
  public WorkspaceEdit nuisances(NuisanceSettings value) {
    nuisances = value;
    return this;
  }

  /** Sets the axes of the likelihood surface. */
  public WorkspaceEdit likelihood(LikelihoodSettings value) {
    likelihood = value;
    return this;
  }

  /** Replaces all pinned models. */
  public WorkspaceEdit pinned(List<PinnedComparison> value) {
    pinned = value;
    return this;
  }

  /** Records a seed. */
  public WorkspaceEdit seed(String purpose, long value) {
    seeds.put(purpose, value);
    return this;
  }

  /** Replaces all results. */
  public WorkspaceEdit results(List<StoredResult> value) {
    results = value;
    return this;
  }

  /** Replaces the list of files that are open in the browser. */
  public WorkspaceEdit files(List<Path> value) {
    files = value;
    return this;
  }

  /** Records the version of a program. */
  public WorkspaceEdit version(String program, String value) {
    versions.put(program, value);
    return this;
  }

  WorkspaceEdit unrecognised(Unrecognised value) {
    unrecognised = value;
    return this;
  }

  /** The changed copy. */
  public Workspace done() {
    return new Workspace(
        title,
        spectra,
        models,
        view,
        nuisances,
        likelihood,
        pinned,
        seeds,
        results,
        files,
        versions,
        unrecognised);
  }
}
