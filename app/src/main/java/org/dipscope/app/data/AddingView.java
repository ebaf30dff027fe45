package org.dipscope.app.data;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;

/** Asks what a histogram cannot say before it becomes a spectrum of the project. */
final class AddingView extends VBox implements AutoCloseable {
  private final Adding model;
  private final TextField energy;
  private Subscription subscriptions = Subscription.EMPTY;

  AddingView(Adding model) {
    super(6);
    this.model = model;
    setId("adding");
    getStyleClass().add("adding");
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    energy = field("adding-energy", model.energyProperty(), 4);
    Segments<Boolean> kind =
        new Segments<>(
            model.countedProperty(),
            Segments.of(true, "counts"),
            Segments.of(false, "measured density"));
    keep(kind::close);
    ChoiceField<String> unit = new ChoiceField<>("", model.unitProperty(), Adding.UNITS, u -> u);
    keep(unit::close);
    HBox luminosity =
        row("luminosity", field("adding-luminosity", model.luminosityProperty(), 5), "fb⁻¹");
    CheckBox normalised = new CheckBox("normalised to 1");
    normalised.selectedProperty().bindBidirectional(model.normalisedProperty());
    keep(() -> normalised.selectedProperty().unbindBidirectional(model.normalisedProperty()));
    HBox density = row("unit", field("adding-unit", model.valueUnitProperty(), 6), "");
    density.getChildren().add(normalised);
    keep(model.countedProperty().subscribe(counted -> show(luminosity, counted)));
    keep(model.countedProperty().subscribe(counted -> show(density, !counted)));
    FlowPane fields =
        new FlowPane(
            16,
            6,
            row("name", field("adding-name", model.nameProperty(), 16), ""),
            row("contents are", kind, ""),
            luminosity,
            density,
            row("√s", energy, "TeV"),
            row("axis in", unit, ""));
    getChildren().addAll(fields, buttons());
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    keep(model.openProperty().subscribe(this::onOpen));
  }

  private HBox buttons() {
    Button show = new Button("Add and show");
    show.setId("add-and-show");
    show.getStyleClass().add("primary");
    show.setOnAction(event -> model.accept(true));
    Button add = new Button("Add");
    add.setId("add");
    add.setOnAction(event -> model.accept(false));
    Button cancel = new Button("Cancel");
    cancel.setOnAction(event -> model.cancel());
    Label complaint = new Label();
    complaint.getStyleClass().add("slider-field-message");
    complaint.setWrapText(true);
    complaint.textProperty().bind(model.complaintProperty());
    keep(() -> complaint.textProperty().unbind());
    HBox buttons = new HBox(8, show, add, cancel, complaint);
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private TextField field(String id, StringProperty text, int columns) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(columns);
    field.textProperty().bindBidirectional(text);
    keep(() -> field.textProperty().unbindBidirectional(text));
    return field;
  }

  private static HBox row(String name, Node field, String unit) {
    Label before = new Label(name);
    before.getStyleClass().add("muted");
    HBox row = new HBox(6, before, field);
    if (!unit.isEmpty()) {
      Label after = new Label(unit);
      after.getStyleClass().add("muted");
      row.getChildren().add(after);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void onOpen(boolean open) {
    if (open) {
      energy.requestFocus();
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      model.accept(true);
      event.consume();
    }
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    visibleProperty().unbind();
    managedProperty().unbind();
  }
}
