package org.dipscope.app.triage;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** One setting as a field or a switch, with a sentence below if it cannot be taken. */
final class CutField {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final Setting setting;
  private final CutsModel model;
  private final TextField field = new TextField();
  private final CheckBox box = new CheckBox();
  private final Label refusal;

  /**
   * @param refusal says why a value is not taken; may be shared by several fields
   */
  CutField(Setting setting, CutsModel model, Label refusal) {
    this.setting = setting;
    this.model = model;
    this.refusal = refusal;
    Control control = control();
    control.setId("cut-" + setting.place().replace('.', '-'));
    control.setAccessibleText(setting.group() + ": " + setting.label());
    box.setOnAction(event -> model.change(setting, Boolean.toString(box.isSelected())));
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setPrefColumnCount(4);
    if (setting.kind() == Setting.Kind.NUMBERS) {
      field.setPromptText("none");
    }
    field.setOnAction(event -> commit());
    field
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                commit();
              }
            });
  }

  /** The node that is edited. */
  Control control() {
    return setting.kind() == Setting.Kind.SWITCH ? box : field;
  }

  private void commit() {
    Optional<String> refused = model.change(setting, field.getText());
    field.pseudoClassStateChanged(INVALID, refused.isPresent());
    say(refused.orElse(""));
  }

  private void say(String words) {
    refusal.setText(words);
    refusal.setVisible(!words.isEmpty());
    refusal.setManaged(!words.isEmpty());
  }

  /** Shows the value, and whether it differs from the published one. */
  void show(Cuts cuts) {
    String json = cuts.get(setting.place());
    String text = setting.shown(json);
    String published = setting.shown(Cuts.STANDARD.get(setting.place()));
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
    field.pseudoClassStateChanged(INVALID, false);
    say("");
    box.setSelected(json.equals("true"));
    boolean changed = !text.equals(published);
    control().pseudoClassStateChanged(CHANGED, changed);
    control()
        .setTooltip(
            changed
                ? new Tooltip("published: " + (published.isEmpty() ? "none" : published))
                : null);
  }
}
