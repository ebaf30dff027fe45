package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dipscope.app.support.SliderField;
import org.dipscope.core.fit.FitParameter;

/** A slider per parameter; of many parameters those whose name contains what is typed. */
final class SliderList extends VBox implements AutoCloseable {
  private static final int MOST_SHOWN = 40;
  private static final int MOST_WITHOUT_SEARCH = 8;
  private static final double NAME_WIDTH = 116;

  private final ParameterPoint point;
  private final Consumer<String> onName;
  private final TextField search = new TextField();
  private final VBox rows = new VBox(4);
  private final Label more = new Label();
  private final List<SliderField> fields = new ArrayList<>();

  /** Sliders that write a point; a click on a name is told. */
  SliderList(ParameterPoint point, Consumer<String> onName) {
    super(6);
    this.point = point;
    this.onName = onName;
    setId("parameter-sliders");
    search.setPromptText("Find a parameter");
    search.setId("find-parameter");
    search.textProperty().addListener((source, before, now) -> refresh());
    more.getStyleClass().add("muted");
    more.setWrapText(true);
    VBox inside = new VBox(6, rows, more);
    ScrollPane scroll = new ScrollPane(inside);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(search, scroll);
  }

  /** Shows the parameters of another model. */
  void refresh() {
    closeFields();
    rows.getChildren().clear();
    List<FitParameter> all = point.parameters();
    boolean isSearchable = all.size() > MOST_WITHOUT_SEARCH;
    search.setVisible(isSearchable);
    search.setManaged(isSearchable);
    String wanted = isSearchable ? search.getText().strip().toLowerCase(Locale.ROOT) : "";
    int found = 0;
    for (int k = 0; k < all.size(); k++) {
      if (all.get(k).name().toLowerCase(Locale.ROOT).contains(wanted)) {
        if (found < MOST_SHOWN) {
          rows.getChildren().add(row(all.get(k), k));
        }
        found++;
      }
    }
    more.setText(
        found > MOST_SHOWN
            ? "and " + (found - MOST_SHOWN) + " more: type a part of the name"
            : found == 0 && !all.isEmpty() ? "No parameter has that in its name." : "");
  }

  private HBox row(FitParameter p, int k) {
    Button name = new Button(p.name());
    name.getStyleClass().add("flat");
    name.setMnemonicParsing(false);
    name.setId("vary-" + p.name());
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // names differ at their ends
    name.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(NAME_WIDTH);
    name.setPrefWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    name.setTooltip(new Tooltip(words(p)));
    name.setOnAction(event -> onName.accept(p.name()));
    SliderField field = new SliderField(p.name(), "", ParameterPoint.scale(p), point.value(k));
    field.showName(false);
    field.setId("slider-" + p.name());
    fields.add(field);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(2, name, field);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String words(FitParameter p) {
    String kind =
        p.fixed()
            ? "fixed in fits"
            : p.prior() == null
                ? "free"
                : "constrained to "
                    + Digits.of(p.prior().centre())
                    + " ± "
                    + Digits.of(p.prior().width())
                    + "; click to see its variation";
    return p.name() + "\n" + kind + ", " + Digits.of(p.low()) + " to " + Digits.of(p.high());
  }

  private void closeFields() {
    fields.forEach(SliderField::close);
    fields.clear();
  }

  @Override
  public void close() {
    closeFields();
    rows.getChildren().clear();
  }
}
