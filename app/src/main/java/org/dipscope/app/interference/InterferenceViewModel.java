package org.dipscope.app.interference;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dipscope.app.workspace.ChoiceOfDocument;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.LiveResults;
import org.dipscope.app.workspace.NumberOfDocument;
import org.dipscope.app.workspace.WorkspaceModel;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.ScenarioEdit;

/** The controls of the Interference screen; each writes one property. */
public final class InterferenceViewModel {
  private final WorkspaceModel workspace;
  private final LiveResults results;
  private final ScalarModel first;
  private final ScalarModel second;
  private final ObjectProperty<Boolean> hasSecond;
  private final ObjectProperty<WidthScheme> scheme;
  private final DoubleProperty signalStrength;
  private final DoubleProperty kBorn;
  private final DoubleProperty kSignal;
  private final ObjectProperty<Boolean> kInterferenceFollows;
  private final DoubleProperty kInterference;
  private final ObjectProperty<String> pdfSet;
  private final DoubleProperty pdfMember;
  private final ObjectProperty<String> scale;
  private final DoubleProperty energyTeV;
  private final DoubleProperty topMassGeV;
  private final ObjectProperty<EfficiencyModel> efficiency;
  private final DoubleProperty resolutionPercent;
  private final DoubleProperty luminosityInvFb;
  private final ReadOnlyObjectWrapper<List<KeyNumber>> keyNumbers =
      new ReadOnlyObjectWrapper<>(this, "keyNumbers", List.of());

  /** The controls of a document. */
  public InterferenceViewModel(WorkspaceModel workspace, LiveResults results) {
    this.workspace = workspace;
    this.results = results;
    first = new ScalarModel(workspace, "", Scenario::scalar, Scenario::withScalar);
    second =
        new ScalarModel(
            workspace, "Second ", Scenario::second, (s, other) -> s.edit().second(other).done());
    hasSecond = choice("Second scalar", s -> s.second() != null, InterferenceViewModel::withSecond);
    scheme = choice("Width scheme", s -> s.scalar().scheme(), InterferenceViewModel::withScheme);
    signalStrength = number("Strength", Scenario::signalStrength, ScenarioEdit::signalStrength);
    kBorn = number("K of the background", Scenario::kBorn, ScenarioEdit::kBorn);
    kSignal = number("K of the signal", Scenario::kSignal, ScenarioEdit::kSignal);
    kInterferenceFollows =
        choice(
            "K of the interference",
            s -> s.kInterference() == null,
            (s, follows) -> s.edit().kInterference(follows ? null : s.interferenceFactor()).done());
    kInterference =
        number("K of the interference", Scenario::interferenceFactor, ScenarioEdit::kInterference);
    pdfSet = choice("PDF set", Scenario::pdfSet, (s, set) -> s.edit().pdf(set, 0).done());
    pdfMember =
        number(
            "PDF member",
            Scenario::pdfMember,
            (edit, member) -> edit.pdfMember((int) Math.rint(member)));
    scale = choice("Scale", Scenario::scale, (s, now) -> s.edit().scale(now).done());
    energyTeV = number("Energy", Scenario::energyTeV, ScenarioEdit::energyTeV);
    topMassGeV = number("Top mass", Scenario::topMassGeV, ScenarioEdit::topMassGeV);
    efficiency =
        choice("Efficiency", Scenario::efficiency, (s, now) -> s.edit().efficiency(now).done());
    resolutionPercent =
        number("Resolution", s -> 100 * s.resolution(), (edit, p) -> edit.resolution(0.01 * p));
    luminosityInvFb =
        number("Luminosity", Scenario::luminosityInvFb, ScenarioEdit::luminosityInvFb);
    results.spectrumProperty().subscribe(now -> refreshKeyNumbers());
    results.surfaceProperty().subscribe(now -> refreshKeyNumbers());
  }

  private static Scenario withSecond(Scenario scenario, boolean wanted) {
    CpParity other = scenario.scalar().cp() == CpParity.ODD ? CpParity.EVEN : CpParity.ODD;
    Scalar partner =
        new Scalar(
            other,
            scenario.scalar().massGeV(),
            Scalar.DEFAULT.width(),
            Scalar.DEFAULT.coupling(),
            scenario.scalar().scheme());
    return scenario.edit().second(wanted ? partner : null).done();
  }

  private static Scenario withScheme(Scenario scenario, WidthScheme scheme) {
    Scalar partner = scenario.second();
    return scenario
        .edit()
        .scalar(scenario.scalar().withScheme(scheme))
        .second(partner == null ? null : partner.withScheme(scheme))
        .done();
  }

  private DoubleProperty number(
      String name,
      ToDoubleFunction<Scenario> get,
      BiFunction<ScenarioEdit, Double, ScenarioEdit> set) {
    return new NumberOfDocument(
        workspace,
        name,
        get.applyAsDouble(workspace.scenario()),
        document -> get.applyAsDouble(Edits.scenario(document)),
        (document, value) -> {
          ScenarioEdit edit = set.apply(Edits.scenario(document).edit(), value);
          return Edits.withScenario(document, edit.done());
        });
  }

  private <T> ObjectProperty<T> choice(
      String name, Function<Scenario, T> get, BiFunction<Scenario, T, Scenario> set) {
    return new ChoiceOfDocument<>(
        workspace,
        name,
        document -> get.apply(Edits.scenario(document)),
        (document, value) ->
            Edits.withScenario(document, set.apply(Edits.scenario(document), value)));
  }

  private void refreshKeyNumbers() {
    keyNumbers.set(KeyNumber.of(results.spectrumProperty().get(), results.surfaceProperty().get()));
  }

  /** The scalar under study. */
  public ScalarModel first() {
    return first;
  }

  /** The other scalar; its controls do nothing while it is off. */
  public ScalarModel second() {
    return second;
  }

  /** Whether there is another scalar. */
  public ObjectProperty<Boolean> hasSecondProperty() {
    return hasSecond;
  }

  /** How widths enter the propagators. */
  public ObjectProperty<WidthScheme> schemeProperty() {
    return scheme;
  }

  /** μ. */
  public DoubleProperty signalStrengthProperty() {
    return signalStrength;
  }

  /** K_B. */
  public DoubleProperty kBornProperty() {
    return kBorn;
  }

  /** K_S. */
  public DoubleProperty kSignalProperty() {
    return kSignal;
  }

  /** Whether K_I = √(K_B K_S). */
  public ObjectProperty<Boolean> kInterferenceFollowsProperty() {
    return kInterferenceFollows;
  }

  /** K_I. */
  public DoubleProperty kInterferenceProperty() {
    return kInterference;
  }

  /** The PDF set. */
  public ObjectProperty<String> pdfSetProperty() {
    return pdfSet;
  }

  /** Its member. */
  public DoubleProperty pdfMemberProperty() {
    return pdfMember;
  }

  /** The factorisation and renormalisation scale. */
  public ObjectProperty<String> scaleProperty() {
    return scale;
  }

  /** √S in TeV. */
  public DoubleProperty energyProperty() {
    return energyTeV;
  }

  /** m_t in GeV. */
  public DoubleProperty topMassProperty() {
    return topMassGeV;
  }

  /** The selection. */
  public ObjectProperty<EfficiencyModel> efficiencyProperty() {
    return efficiency;
  }

  /** σ(m)/m in per cent. */
  public DoubleProperty resolutionPercentProperty() {
    return resolutionPercent;
  }

  /** Integrated luminosity in fb⁻¹. */
  public DoubleProperty luminosityProperty() {
    return luminosityInvFb;
  }

  /** What follows from the sliders, as words. */
  public ReadOnlyObjectProperty<List<KeyNumber>> keyNumbersProperty() {
    return keyNumbers.getReadOnlyProperty();
  }

  /** Puts every control back to its standard value; energy and luminosity are those of the data. */
  public void reset() {
    Scenario standard =
        workspace
            .shown()
            .map(entry -> Edits.conditions(Scenario.DEFAULT, entry))
            .orElse(Scenario.DEFAULT);
    workspace.edit(
        "Reset",
        document ->
            Edits.withAxes(
                Edits.withScenario(document, standard),
                document.likelihood().fitting(standard.scalar())));
  }

  /** Ends a gesture: a slider was released. */
  public void seal() {
    workspace.seal();
    results.settle();
  }
}
