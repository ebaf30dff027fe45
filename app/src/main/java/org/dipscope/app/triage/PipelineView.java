package org.dipscope.app.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.support.Icon;

/** Every cut as a field, from objects to candidates, with the way back to the published ones. */
final class PipelineView extends BorderPane implements AutoCloseable {
  private static final double FIELD_WIDTH = 76;
  private static final double TERM_WIDTH = 60;

  private final CutsModel model;
  private final List<CutField> fields = new ArrayList<>();
  private final Subscription follow;

  PipelineView(CutsModel model) {
    this.model = model;
    setId("pipeline");
    Map<String, List<Setting>> groups = new LinkedHashMap<>();
    for (Setting setting : Setting.ALL) {
      groups.computeIfAbsent(setting.group(), name -> new ArrayList<>()).add(setting);
    }
    VBox all = new VBox(4);
    all.getStyleClass().add("facts");
    groups.forEach(
        (name, settings) -> {
          Label title = new Label(name);
          title.getStyleClass().add("heading");
          all.getChildren()
              .addAll(
                  title, name.equals(Setting.RESOLUTION) ? resolution(settings) : list(settings));
        });
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setTop(header());
    setCenter(scroll);
    follow = model.cutsProperty().subscribe(now -> fields.forEach(field -> field.show(now)));
  }

  private HBox header() {
    Label title = new Label();
    title.getStyleClass().add("muted");
    title.setMinWidth(0);
    title
        .textProperty()
        .bind(
            model
                .cutsProperty()
                .map(now -> now.equals(Cuts.STANDARD) ? "published values" : "changed values"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header =
        new HBox(
            title,
            gap,
            button(
                Icon.UNDO,
                "cuts-undo",
                "Take the last change of a cut back",
                model::undo,
                model.undoableProperty()),
            button(Icon.REDO, "cuts-redo", "Make it again", model::redo, model.redoableProperty()),
            button(
                Icon.RESET,
                "cuts-reset",
                "Back to the published values",
                model::reset,
                model.cutsProperty().map(now -> !now.equals(Cuts.STANDARD))));
    header.getStyleClass().add("view-header");
    return header;
  }

  private static Button button(
      Icon icon, String id, String words, Runnable act, ObservableValue<Boolean> possible) {
    Button button = icon.on(new Button(), words);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> act.run());
    button.disableProperty().bind(possible.map(now -> !now));
    return button;
  }

  private static GridPane grid(double... widths) {
    GridPane grid = new GridPane();
    grid.setHgap(6);
    grid.setVgap(2);
    ColumnConstraints label = new ColumnConstraints();
    label.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(label);
    for (double width : widths) {
      grid.getColumnConstraints().add(new ColumnConstraints(width));
    }
    return grid;
  }

  private GridPane list(List<Setting> settings) {
    GridPane grid = grid(FIELD_WIDTH, 30);
    int row = 0;
    for (Setting setting : settings) {
      Label refusal = refusal();
      Label unit = new Label(setting.unit());
      unit.getStyleClass().add("muted");
      grid.addRow(row++, name(setting), field(setting, refusal).control(), unit);
      grid.add(refusal, 0, row++, 3, 1);
    }
    return grid;
  }

  /** One row per species, three terms of its resolution. */
  private GridPane resolution(List<Setting> settings) {
    GridPane grid = grid(TERM_WIDTH, TERM_WIDTH, TERM_WIDTH);
    grid.addRow(0, new Label(""), muted("a"), muted("b [√GeV]"), muted("c [GeV]"));
    int row = 1;
    for (int i = 0; i < settings.size(); i += 3) {
      Label refusal = refusal();
      grid.addRow(
          row++,
          name(settings.get(i)),
          field(settings.get(i), refusal).control(),
          field(settings.get(i + 1), refusal).control(),
          field(settings.get(i + 2), refusal).control());
      grid.add(refusal, 0, row++, 4, 1);
    }
    return grid;
  }

  private CutField field(Setting setting, Label refusal) {
    CutField field = new CutField(setting, model, refusal);
    fields.add(field);
    return field;
  }

  private static Label name(Setting setting) {
    Label label = new Label(setting.label());
    label.setMinWidth(0);
    return label;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label refusal() {
    Label label = new Label();
    label.getStyleClass().add("problem");
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  @Override
  public void close() {
    follow.unsubscribe();
  }
}
