package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.dipscope.app.data.BinningChoice.Kind;
import org.dipscope.app.shell.ChoiceField;

/** The choice of the bins of an axis with the fields that it needs. */
final class BinsRow extends HBox implements AutoCloseable {
  private final ChoiceField<Kind> kind;
  private final HBox fields = new HBox(6);
  private final List<Runnable> unbind = new ArrayList<>();
  private final Subscription follow;

  BinsRow(String id, BinningChoice model) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    kind = new ChoiceField<>("", model.kindProperty(), List.of(Kind.values()), Kind::label);
    kind.box().setId(id);
    kind.setMinWidth(Region.USE_PREF_SIZE);
    fields.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(fields, Priority.ALWAYS);
    getChildren().addAll(kind, fields);
    follow =
        model.kindProperty().subscribe(now -> fields.getChildren().setAll(nodes(id, model, now)));
  }

  private List<Node> nodes(String id, BinningChoice model, Kind now) {
    release();
    return switch (now) {
      case AUTOMATIC -> List.of();
      case UNIFORM, LOGARITHMIC ->
          List.of(
              field(id + "-count", model.countProperty(), 4),
              word("bins from"),
              field(id + "-low", model.lowProperty(), 6),
              word("to"),
              field(id + "-high", model.highProperty(), 6));
      case EDGES -> {
        TextField edges = field(id + "-edges", model.edgesProperty(), 20);
        edges.setPromptText("0, 50, 100, 200");
        HBox.setHgrow(edges, Priority.ALWAYS);
        yield List.of(edges);
      }
      case RESOLUTION ->
          List.of(
              field(id + "-widths", model.widthsProperty(), 3),
              word("σ wide, σ ="),
              field(id + "-resolution", model.resolutionProperty(), 3),
              word("% from"),
              field(id + "-low", model.lowProperty(), 5),
              word("to"),
              field(id + "-high", model.highProperty(), 5));
    };
  }

  private TextField field(String id, StringProperty text, int columns) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(columns);
    field.textProperty().bindBidirectional(text);
    unbind.add(() -> field.textProperty().unbindBidirectional(text));
    return field;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    return label;
  }

  private void release() {
    unbind.forEach(Runnable::run);
    unbind.clear();
  }

  @Override
  public void close() {
    follow.unsubscribe();
    release();
    kind.close();
  }
}
