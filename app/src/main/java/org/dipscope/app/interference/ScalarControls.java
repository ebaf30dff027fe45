package org.dipscope.app.interference;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.SliderField;
import org.dipscope.app.support.SliderScale;

/** The controls of one scalar: CP, mass, width, couplings. */
final class ScalarControls implements AutoCloseable {
  private final ScalarModel model;
  private final Runnable onRest;
  private Subscription subscriptions = Subscription.EMPTY;
  private final Segments<StateKind> kind;
  private final SliderField mass;
  private final Node width;
  private final Node couplings;

  ScalarControls(ScalarModel model, String id, Runnable onRest) {
    this.model = model;
    this.onRest = onRest;
    kind =
        new Segments<>(
            model.kindProperty(),
            Segments.of(StateKind.A, "A"),
            Segments.of(StateKind.H, "H"),
            Segments.of(StateKind.MIXED, "mixed"));
    keep(kind::close);
    mass = slider("mass", "GeV", Sliders.MASS, model.massProperty(), id + "mass");
    width = width(id);
    couplings = couplings(id);
  }

  Node kind() {
    return kind;
  }

  SliderField mass() {
    return mass;
  }

  Node width() {
    return width;
  }

  Node couplings() {
    return couplings;
  }

  private Node width(String id) {
    ChoiceField<WidthMode> mode =
        new ChoiceField<>(
            "",
            model.widthModeProperty(),
            List.of(WidthMode.values()),
            m -> m == WidthMode.RELATIVE ? "Γ/M" : "Γ " + m);
    keep(mode::close);
    mode.setMinWidth(ChoiceField.USE_PREF_SIZE);
    mode.box().setMinWidth(112);
    SliderField free = slider("Γ", "GeV", Sliders.WIDTH, model.widthProperty(), id + "width");
    SliderField relative =
        slider(
            "Γ/M", "%", Sliders.WIDTH_PERCENT, model.widthPercentProperty(), id + "relative-width");
    free.showName(false);
    relative.showName(false);
    subscriptions =
        subscriptions.and(
            model
                .widthModeProperty()
                .subscribe(
                    now -> {
                      show(relative, now == WidthMode.RELATIVE);
                      show(free, now != WidthMode.RELATIVE);
                      free.lockedProperty().set(now == WidthMode.PHYSICAL);
                    }));
    return row(mode, free, relative);
  }

  private Node couplings(String id) {
    ChoiceField<CouplingMode> mode =
        new ChoiceField<>(
            "",
            model.couplingModeProperty(),
            List.of(CouplingMode.values()),
            CouplingMode::toString);
    keep(mode::close);
    SliderField tanBeta =
        slider("tan β", "", Sliders.TAN_BETA, model.tanBetaProperty(), id + "tan-beta");
    SliderField top = slider("ξₜ", "", Sliders.COUPLING, model.topProperty(), id + "top");
    SliderField bottom =
        slider("ξ_b", "", Sliders.OTHER_COUPLING, model.bottomProperty(), id + "bottom");
    SliderField tau = slider("ξ_τ", "", Sliders.OTHER_COUPLING, model.tauProperty(), id + "tau");
    tanBeta.showName(false);
    bottom.showSlider(false);
    tau.showSlider(false);
    SliderField even = slider("cₑ", "", Sliders.CP_COUPLING, model.evenProperty(), id + "even");
    SliderField odd = slider("cₒ", "", Sliders.CP_COUPLING, model.oddProperty(), id + "odd");
    Runnable arrange =
        () -> {
          boolean mixed = model.kindProperty().get() == StateKind.MIXED;
          boolean free = !mixed && model.couplingModeProperty().get() == CouplingMode.FREE;
          show(mode, !mixed);
          show(tanBeta, !mixed && !free);
          for (SliderField field : List.of(top, bottom, tau)) {
            show(field, free);
          }
          show(even, mixed);
          show(odd, mixed);
        };
    subscriptions =
        subscriptions
            .and(model.kindProperty().subscribe(arrange))
            .and(model.couplingModeProperty().subscribe(arrange));
    arrange.run();
    return row(mode, tanBeta, top, bottom, tau, even, odd);
  }

  private SliderField slider(
      String name, String unit, SliderScale scale, DoubleProperty value, String id) {
    SliderField field = new SliderField(name, unit, scale, value);
    field.setId(id);
    subscriptions =
        subscriptions.and(
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

  static HBox row(Node... nodes) {
    HBox row = new HBox(7, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    for (Node node : nodes) {
      if (node instanceof SliderField || node instanceof StackPane) {
        HBox.setHgrow(node, Priority.ALWAYS);
      }
    }
    return row;
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }
}
