package org.dipscope.app.triage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionSettings;

/** Every cut as a field, from objects to histograms. */
final class PipelineView extends ScrollPane implements AutoCloseable {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final TriageViewModel model;
  private final Map<Setting, TextField> fields = new HashMap<>();
  private final Map<Setting, CheckBox> switches = new HashMap<>();
  private final Subscription follow;

  PipelineView(TriageViewModel model) {
    this.model = model;
    setId("pipeline");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    Map<String, GridPane> groups = new LinkedHashMap<>();
    for (Setting setting : Setting.ALL) {
      GridPane grid = groups.computeIfAbsent(setting.group(), name -> newGrid());
      grid.addRow(grid.getRowCount(), line(setting));
    }
    VBox all = new VBox(4);
    all.getStyleClass().add("facts");
    groups.forEach(
        (name, grid) -> {
          Label title = new Label(name);
          title.getStyleClass().add("heading");
          all.getChildren().addAll(title, grid);
        });
    setContent(all);
    follow = model.settingsProperty().subscribe(this::show);
  }

  private static GridPane newGrid() {
    GridPane grid = new GridPane();
    grid.setHgap(6);
    grid.setVgap(2);
    ColumnConstraints label = new ColumnConstraints();
    label.setHgrow(Priority.ALWAYS);
    ColumnConstraints field = new ColumnConstraints(76);
    ColumnConstraints unit = new ColumnConstraints(30);
    grid.getColumnConstraints().setAll(List.of(label, field, unit));
    return grid;
  }

  private Node[] line(Setting setting) {
    Label label = new Label(plain(setting.label()));
    label.setMinWidth(0);
    Label unit = new Label(setting.unit());
    unit.getStyleClass().add("muted");
    if (setting.isSwitch()) {
      CheckBox box = new CheckBox();
      box.setId("cut-" + setting.place().replace('.', '-'));
      box.setAccessibleText(setting.group() + ": " + plain(setting.label()));
      box.setOnAction(event -> model.change(setting.place(), Boolean.toString(box.isSelected())));
      switches.put(setting, box);
      return new Node[] {label, box, unit};
    }
    TextField field = new TextField();
    field.setId("cut-" + setting.place().replace('.', '-'));
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setAccessibleText(setting.group() + ": " + plain(setting.label()));
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setPrefColumnCount(5);
    field.setOnAction(event -> commit(setting, field));
    field
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                commit(setting, field);
              }
            });
    fields.put(setting, field);
    return new Node[] {label, field, unit};
  }

  private static String plain(String text) {
    return text.replace("p_T", "pT").replace("E_T^miss", "MET").replace("H_T", "HT");
  }

  private void commit(Setting setting, TextField field) {
    Optional<String> refused = model.change(setting.place(), field.getText());
    field.pseudoClassStateChanged(INVALID, refused.isPresent());
    field.setTooltip(refused.map(Tooltip::new).orElse(null));
  }

  private void show(SelectionSettings settings) {
    fields.forEach(
        (setting, field) -> {
          String text = number(SelectionJson.get(settings, setting.place()));
          if (!field.getText().equals(text)) {
            field.setText(text);
          }
          field.pseudoClassStateChanged(INVALID, false);
        });
    switches.forEach(
        (setting, box) ->
            box.setSelected(SelectionJson.get(settings, setting.place()).equals("true")));
  }

  private static String number(String json) {
    return json.endsWith(".0") ? json.substring(0, json.length() - 2) : json;
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
