package org.dipscope.app.histogram;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.figure.PlotPane;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.app.support.SliderField;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.project.StripDefinition;
import org.jspecify.annotations.Nullable;

/** What stands below the strip: its definition, the injected signal, and the candidates. */
final class StripControls extends VBox implements AutoCloseable {
  private static final double LARGEST_MASS = 1e6;
  private static final double LARGEST_Z = 12;
  private static final double CONTEXT = 4;

  private final StripViewModel model;
  private final Inspector inspector;
  private final PlotPane plot;
  private final FlowPane found = new FlowPane();
  private final Label message = new Label();
  private final Label outcome = new Label();
  private final Label looked = new Label();
  private Subscription subscriptions = Subscription.EMPTY;

  StripControls(StripViewModel model, Inspector inspector, PlotPane plot) {
    this.model = model;
    this.inspector = inspector;
    this.plot = plot;
    setId("strip-controls");
    getStyleClass().add("strip-controls");
    FlowPane choices = new FlowPane();
    choices.getStyleClass().add("strip-row");
    found.getStyleClass().add("strip-row");
    message.getStyleClass().add("muted");
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    outcome.setId("strip-outcome");
    looked.getStyleClass().add("muted");
    tip(
        looked,
        "How many spectra, bins and definitions were looked at since the start, and how probable it"
            + " is that background alone gives the smallest of so many global p");
    HBox injected = injected();
    ToggleButton inject = inject();
    Segments<Boolean> widths = widths();
    Button details = details();
    choices.getChildren().addAll(definitions(), widths, inject, details, looked, injected);
    getChildren().addAll(choices, message, found);
    keep(model.messageProperty().subscribe(message::setText));
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    message.managedProperty().bind(message.visibleProperty());
    keep(model.resultProperty().subscribe(this::show));
    keep(
        model
            .definitionProperty()
            .subscribe(
                now -> {
                  present(widths, now != StripDefinition.OFF);
                  present(inject, now != StripDefinition.OFF);
                  present(details, now != StripDefinition.OFF);
                  if (now == StripDefinition.OFF) {
                    model.injection().clear();
                  }
                }));
    keep(model.injection().activeProperty().subscribe(now -> present(injected, now)));
    keep(model.possibleProperty().subscribe(now -> present(choices, now)));
  }

  private ChoiceField<StripDefinition> definitions() {
    ChoiceField<StripDefinition> field =
        new ChoiceField<>(
            "Significance",
            model.definitionProperty(),
            List.of(StripDefinition.values()),
            StripDefinition::words);
    field.box().setId("strip-definition");
    tip(field.box(), "A strip of signed z per bin below the spectrum, and what its z means");
    keep(field::close);
    return field;
  }

  private Segments<Boolean> widths() {
    Segments<Boolean> segments =
        new Segments<>(
            model.manyWidthsProperty(), Segments.of(false, "1 bin"), Segments.of(true, "1–4 bins"));
    tip(segments, "Widths σ of the signals that are looked for; windows of the BumpHunter");
    keep(segments::close);
    return segments;
  }

  private ToggleButton inject() {
    ToggleButton button = new ToggleButton("Inject");
    button.setId("inject");
    button.setMinWidth(USE_PREF_SIZE);
    tip(
        button,
        "Add a signal to the shown counts, never to the data: click for its mass, drag for mass"
            + " and width");
    button.selectedProperty().bindBidirectional(model.injection().activeProperty());
    keep(() -> button.selectedProperty().unbindBidirectional(model.injection().activeProperty()));
    return button;
  }

  private Button details() {
    Button button = new Button("Details");
    button.setId("inspect");
    button.setMinWidth(USE_PREF_SIZE);
    tip(
        button,
        "Look closer at a bump or dip, in a window of its own: its width, whether it survives other"
            + " bins, and what would be found of an injected signal");
    button.setOnAction(event -> inspect());
    return button;
  }

  private void inspect() {
    inspector.open(getScene() == null ? null : getScene().getWindow());
  }

  private void inspect(StripCandidate candidate) {
    inspect();
    inspector.choose(candidate.mass());
  }

  private HBox injected() {
    Injection injection = model.injection();
    SliderField z =
        new SliderField(
            "z", "σ", SliderScale.linear(-LARGEST_Z, LARGEST_Z, 5, 0.5), injection.zProperty());
    SliderField mass =
        new SliderField(
            "mass",
            "",
            SliderScale.linear(-LARGEST_MASS, LARGEST_MASS, 0, 10),
            injection.massProperty());
    SliderField sigma =
        new SliderField(
            "σ", "", SliderScale.log(1e-6, LARGEST_MASS, 1, 0.05), injection.sigmaProperty());
    mass.showSlider(false);
    sigma.showSlider(false);
    Button clear = Icon.CLOSE.on(new Button(), "Take the injected signal away");
    clear.setId("clear-injection");
    clear.setOnAction(event -> injection.clear());
    for (SliderField field : List.of(z, mass, sigma)) {
      keep(field::close);
    }
    HBox row = new HBox(z, mass, sigma, outcome, clear);
    row.getStyleClass().add("strip-injected");
    outcome.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  private void show(@Nullable StripResult now) {
    found.getChildren().clear();
    for (StripCandidate candidate : model.candidatesProperty().get()) {
      Hyperlink link = new Hyperlink(StripWords.of(candidate, model.unit()));
      link.setOnAction(event -> go(candidate));
      link.setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2) {
              inspect(candidate);
            }
          });
      MenuItem closer = new MenuItem("Significance in Detail");
      closer.setOnAction(event -> inspect(candidate));
      link.setContextMenu(new ContextMenu(closer));
      tip(
          link,
          "Show this place; a double click looks closer. Mass with its 68 % interval; global p by "
              + candidate.method()
              + ", for this spectrum alone");
      found.getChildren().add(link);
    }
    String warnings = model.warnings();
    if (!warnings.isEmpty()) {
      Label label = new Label(warnings);
      label.getStyleClass().add("muted");
      found.getChildren().add(label);
    }
    looked.setText(now == null ? "" : model.looked());
    present(found, !found.getChildren().isEmpty());
    outcome.setText(model.found());
  }

  private void go(StripCandidate candidate) {
    double half = CONTEXT * (candidate.high() - candidate.low()) / 2;
    plot.zoomTo(candidate.mass() - half, candidate.mass() + half);
  }

  private static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void tip(Node node, String words) {
    Tooltip tip = new Tooltip(words);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    Tooltip.install(node, tip);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    message.visibleProperty().unbind();
    message.managedProperty().unbind();
  }
}
