package org.dipscope.app.workspace;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dipscope.core.analysis.FitSettings;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.project.LikelihoodSettings;
import org.dipscope.core.project.NuisanceSettings;
import org.dipscope.core.project.PinnedComparison;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.ScenarioEdit;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.Workspace;

/** What the screens read from and change in the document, in their words. */
public final class Edits {
  private Edits() {}

  /** The sliders. */
  public static Scenario scenario(Workspace workspace) {
    return workspace.selectedModel().scenario();
  }

  /** Another position of the sliders. */
  public static Workspace withScenario(Workspace workspace, Scenario now) {
    return workspace.edit().model(workspace.selectedModel().with(now)).done();
  }

  /** A changed position of the sliders. */
  public static Workspace with(Workspace workspace, UnaryOperator<Scenario> change) {
    return withScenario(workspace, change.apply(scenario(workspace)));
  }

  /** The systematic uncertainties of the fit. */
  public static FitSettings fit(Workspace workspace) {
    NuisanceSettings nuisances = workspace.nuisances();
    return new FitSettings(nuisances.withSystematics(), nuisances.nuisanceSet());
  }

  /** Other systematic uncertainties. */
  public static Workspace withNuisances(Workspace workspace, NuisanceSettings now) {
    return workspace.edit().nuisances(now).done();
  }

  /** Another surface. */
  public static Workspace withAxes(Workspace workspace, LikelihoodSettings now) {
    return workspace.edit().likelihood(now).done();
  }

  /** Another view of the spectrum. */
  public static Workspace withView(Workspace workspace, UnaryOperator<ViewSettings> change) {
    return workspace.edit().view(change.apply(workspace.view())).done();
  }

  /** Other masks on the shown spectrum, or another comparison. */
  public static Workspace withShown(Workspace workspace, UnaryOperator<SpectrumEntry> change) {
    return workspace
        .selectedSpectrum()
        .map(entry -> workspace.edit().spectrum(change.apply(entry)).done())
        .orElse(workspace);
  }

  /** Other comparisons. */
  public static Workspace withPins(Workspace workspace, List<PinnedComparison> now) {
    return workspace.edit().pinned(now).done();
  }

  /** Shows a spectrum; its energy and luminosity go to the sliders. */
  public static Workspace select(Workspace workspace, DataEntry entry) {
    Workspace selected = workspace.edit().view(workspace.view().withSpectrum(entry.id())).done();
    return with(selected, scenario -> conditions(scenario, entry));
  }

  /**
   * The sliders with the energy and the luminosity of a spectrum. Top pairs at parton level have
   * neither resolution nor efficiency; coming back from them, both return. A spectrum that is not
   * compared with top pairs leaves the sliders alone.
   */
  public static Scenario conditions(Scenario scenario, DataEntry entry) {
    if (!entry.absence(scenario.topMassGeV()).isEmpty()) {
      return scenario;
    }
    Double energy = entry.energyTeV();
    Double luminosity = entry.luminosityInvFb();
    ScenarioEdit edit =
        scenario
            .edit()
            .energyTeV(energy == null ? Scenario.DEFAULT.energyTeV() : energy)
            .luminosityInvFb(luminosity == null ? scenario.luminosityInvFb() : luminosity);
    boolean asProduced =
        scenario.resolution() == 0 && scenario.efficiency() == EfficiencyModel.NONE;
    if (entry.isAtPartonLevel()) {
      edit.resolution(0).efficiency(EfficiencyModel.NONE);
    } else if (asProduced) {
      edit.resolution(Scenario.DEFAULT.resolution()).efficiency(Scenario.DEFAULT.efficiency());
    }
    return edit.done();
  }

  /** Adds a spectrum and shows it. */
  public static Workspace add(Workspace workspace, SpectrumEntry added, DataEntry entry) {
    return select(workspace.edit().spectrum(added).done(), entry);
  }
}
