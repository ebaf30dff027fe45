package org.dipscope.app.likelihood;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.project.NuisanceSettings;
import org.dipscope.core.project.NuisanceSettings.Source;

/** The widths of the systematic uncertainties in a small window over the view. */
final class NuisancePopup {
  private static final SliderScale PER_CENT = SliderScale.log(1e-3, 100, 5, 0.1);

  private final Popup popup = new Popup();

  NuisancePopup(SurfaceSettings settings) {
    GridPane grid = new GridPane();
    grid.setHgap(10);
    grid.setVgap(6);
    int row = 0;
    for (Map.Entry<String, Source> source :
        settings.nuisancesProperty().get().sources().entrySet()) {
      grid.addRow(row, active(settings, source), field(settings, source), new Label("%"));
      row++;
    }
    Label title = new Label("Prior widths");
    title.getStyleClass().add("view-title");
    VBox box = new VBox(8, title, grid);
    box.getStyleClass().add("popover");
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  private static CheckBox active(SurfaceSettings settings, Map.Entry<String, Source> source) {
    CheckBox box = new CheckBox(source.getKey());
    box.setSelected(source.getValue().active());
    box.setOnAction(
        event ->
            change(settings, source.getKey(), old -> new Source(box.isSelected(), old.width())));
    return box;
  }

  private static TextField field(SurfaceSettings settings, Map.Entry<String, Source> source) {
    String name = source.getKey();
    TextField field = new TextField(SliderScale.text(100 * source.getValue().width()));
    field.setPrefColumnCount(5);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.setId("width-of-" + name.replace(' ', '-'));
    field.setAccessibleText("Width of " + name + " in per cent");
    onCommit(
        field,
        typed -> {
          if (PER_CENT.read(typed, name, "%") instanceof SliderScale.Entry.Valid(double percent)) {
            change(settings, name, old -> new Source(old.active(), 0.01 * percent));
          } else {
            field.setText(SliderScale.text(100 * source.getValue().width()));
          }
        });
    return field;
  }

  private static void change(SurfaceSettings settings, String name, UnaryOperator<Source> change) {
    NuisanceSettings now = settings.nuisancesProperty().get();
    Source old = now.sources().get(name);
    if (old != null) {
      settings.nuisancesProperty().set(now.with(name, change.apply(old)));
    }
  }

  private static void onCommit(TextField field, Consumer<String> action) {
    field.setOnAction(event -> action.accept(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                action.accept(field.getText());
              }
            });
  }

  void showBelow(Node anchor) {
    Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
    popup.show(anchor, bounds.getMinX() - 120, bounds.getMaxY() + 4);
  }
}
