package org.dipscope.app.interference;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.util.Subscription;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.support.SliderField;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.physics.parton.InstalledSet;
import org.dipscope.core.physics.parton.PartonDistributions;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.physics.spectrum.EfficiencyModel;

/** The controls of what does not belong to a scalar: detector, theory, rates. */
final class ConditionControls implements AutoCloseable {
  private static final List<Double> ENERGIES_TEV = List.of(7.0, 8.0, 13.0, 13.6, 14.0, 100.0);
  private static final List<String> SCALES = List.of("mt", "mt/2", "2mt", "mtt", "mtt/2");

  private final InterferenceViewModel model;
  private final Runnable onRest;
  private final ChoiceField<String> pdf;
  private Subscription subscriptions = Subscription.EMPTY;

  ConditionControls(InterferenceViewModel model, Runnable onRest) {
    this.model = model;
    this.onRest = onRest;
    pdf =
        new ChoiceField<>(
            "PDF", model.pdfSetProperty(), List.of(PartonDistributions.BUILTIN), name -> name);
    keep(pdf::close);
  }

  /** Resolution, luminosity, and what was collided and selected. */
  List<Node> detector() {
    SliderField resolution =
        slider("resolution", "%", Sliders.RESOLUTION, model.resolutionPercentProperty());
    SliderField luminosity =
        slider("luminosity", "fb⁻¹", Sliders.LUMINOSITY, model.luminosityProperty());
    ChoiceField<Double> energy =
        new ChoiceField<>(
            "√s", model.energyProperty().asObject(), ENERGIES_TEV, ConditionControls::energyWords);
    ChoiceField<EfficiencyModel> efficiency =
        new ChoiceField<>(
            "efficiency",
            model.efficiencyProperty(),
            List.of(EfficiencyModel.values()),
            value -> value == EfficiencyModel.NONE ? "none" : "published");
    keep(energy::close);
    keep(efficiency::close);
    return List.of(resolution, luminosity, ScalarControls.row(energy, efficiency));
  }

  /** Parton distributions, scale, top mass and width scheme. */
  List<Node> theory() {
    SliderField member = slider("member", "", Sliders.MEMBER, model.pdfMemberProperty());
    member.showSlider(false);
    ChoiceField<String> scale =
        new ChoiceField<>("μ", model.scaleProperty(), SCALES, ConditionControls::scaleWords);
    keep(scale::close);
    SliderField topMass = slider("mₜ", "GeV", Sliders.TOP_MASS, model.topMassProperty());
    ChoiceField<WidthScheme> scheme =
        new ChoiceField<>(
            "propagator width",
            model.schemeProperty(),
            List.of(WidthScheme.values()),
            value -> value.name().toLowerCase(java.util.Locale.ROOT));
    keep(scheme::close);
    return List.of(ScalarControls.row(pdf, member), ScalarControls.row(scale, topMass), scheme);
  }

  /** Signal strength and K factors. */
  List<Node> rates() {
    SliderField strength =
        slider("strength μ", "", Sliders.STRENGTH, model.signalStrengthProperty());
    SliderField background = slider("K_B", "", Sliders.K_FACTOR, model.kBornProperty());
    SliderField signal = slider("K_S", "", Sliders.K_FACTOR, model.kSignalProperty());
    SliderField interference = slider("K_I", "", Sliders.K_FACTOR, model.kInterferenceProperty());
    for (SliderField field : List.of(background, signal, interference)) {
      field.showSlider(false);
    }
    CheckBox follows = new CheckBox("K_I = √(K_B K_S)");
    follows.setMinWidth(CheckBox.USE_PREF_SIZE);
    follows.setOnAction(event -> model.kInterferenceFollowsProperty().set(follows.isSelected()));
    keep(
        model
            .kInterferenceFollowsProperty()
            .subscribe(
                now -> {
                  follows.setSelected(now);
                  interference.lockedProperty().set(now);
                }));
    return List.of(
        strength,
        ScalarControls.row(background, signal),
        ScalarControls.row(interference, follows));
  }

  /** Shows these sets of parton distributions. */
  void showSets(List<InstalledSet> sets) {
    pdf.setValues(
        sets.stream().filter(set -> set.problem() == null).map(InstalledSet::name).toList());
  }

  private static String energyWords(Double teV) {
    return (teV == Math.rint(teV) ? Integer.toString((int) Math.rint(teV)) : teV.toString())
        + " TeV";
  }

  private static String scaleWords(String scale) {
    return scale.replace("mtt", "m(tt̄)").replace("mt", "mₜ");
  }

  private SliderField slider(String name, String unit, SliderScale scale, DoubleProperty value) {
    SliderField field = new SliderField(name, unit, scale, value);
    field.setId(value.getName().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    keep(
        field
            .adjustingProperty()
            .subscribe(
                adjusting -> {
                  if (!adjusting) {
                    onRest.run();
                  }
                }));
    keep(field::close);
    return field;
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
