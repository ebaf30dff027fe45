package org.dipscope.app.inference;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.jspecify.annotations.Nullable;

/** The intervals screen: which model, and its pages; without a model, what to do. */
final class InferenceView extends StackPane implements AutoCloseable {
  private final ModelsViewModel models;
  private final InferenceActions actions;
  private final List<Page> pages;
  private Subscription subscriptions = Subscription.EMPTY;

  InferenceView(PageParts parts, List<Page> pages, ObjectProperty<String> page) {
    models = parts.models();
    actions = parts.actions();
    this.pages = List.copyOf(pages);
    setId("inference");
    getStyleClass().add("view");
    StackPane body = new StackPane();
    pages.forEach(one -> body.getChildren().add(one.content()));
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox filled = new VBox(header(page), body);
    VBox invitation = invitation();
    getChildren().addAll(filled, invitation);
    keep(page.subscribe(this::showPage));
    keep(
        models
            .chosenProperty()
            .subscribe(
                now -> {
                  show(filled, now != null);
                  show(invitation, now == null);
                }));
  }

  private HBox header(ObjectProperty<String> page) {
    Segments<String> row =
        new Segments<>(
            page, pages.stream().map(one -> Segments.of(one.name(), one.name())).toList());
    row.setId("inference-pages");
    keep(row::close);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button open = new Button("Open…");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> actions.openFiles());
    Button close = Icon.CLOSE.on(new Button(), "Close this model");
    close.setOnAction(event -> models.closeChosen());
    HBox header =
        new HBox(row, gap, measurementChoice(), poiChoice(), modelChoice(), close, open, presets());
    header.getStyleClass().addAll("view-header", "inference-header");
    header.setFillHeight(false);
    return header;
  }

  private ChoiceField<String> modelChoice() {
    ChoiceField<String> field =
        new ChoiceField<>("Model", models.nameProperty(), List.of(), n -> n);
    field.setId("model-choice");
    field.box().setMaxWidth(260);
    keep(field::close);
    Runnable refresh =
        () -> field.setValues(models.modelsProperty().get().stream().map(OpenModel::name).toList());
    keep(models.modelsProperty().subscribe(now -> refresh.run()));
    keep(models.chosenProperty().subscribe(now -> refresh.run())); // a closed one is gone by now
    return field;
  }

  private ChoiceField<String> measurementChoice() {
    ChoiceField<String> field =
        new ChoiceField<>("Measurement", models.measurementProperty(), List.of(), n -> n);
    field.setId("measurement-choice");
    keep(field::close);
    keep(
        models
            .chosenProperty()
            .subscribe(
                now -> {
                  List<String> names = now == null ? List.of() : now.measurementNames();
                  field.setValues(names);
                  show(field, names.size() > 1);
                }));
    return field;
  }

  private ChoiceField<String> poiChoice() {
    ChoiceField<String> field =
        new ChoiceField<>("Parameter", models.poiProperty(), List.of(), n -> n);
    field.setId("poi-choice");
    keep(field::close);
    keep(models.chosenProperty().subscribe(now -> field.setValues(parameters(now))));
    return field;
  }

  private static List<String> parameters(@Nullable OpenModel model) {
    return model == null ? List.of() : model.interesting();
  }

  private MenuButton presets() {
    MenuButton menu = new MenuButton("Presets");
    menu.setId("model-presets");
    menu.setMinWidth(USE_PREF_SIZE);
    for (ModelPreset preset : ModelPreset.values()) {
      MenuItem item = new MenuItem(preset.title());
      item.setOnAction(event -> models.open(preset));
      menu.getItems().add(item);
    }
    return menu;
  }

  private VBox invitation() {
    Label words =
        new Label(
            """
            Drop a binned model here, or open one with Ctrl+O:
            a HistFactory workspace in the JSON of pyhf, or an interference model.

            See its templates move, fit it, and ask what the data say about a parameter.
            Or begin with one of these:\
            """);
    words.getStyleClass().addAll("muted", "invitation");
    FlowPane presets = new FlowPane(8, 8);
    presets.setAlignment(Pos.CENTER);
    presets.setMaxWidth(560);
    for (ModelPreset preset : ModelPreset.values()) {
      Button button = new Button(preset.title());
      button.setId("preset-" + preset.name().toLowerCase(java.util.Locale.ROOT));
      button.setOnAction(event -> models.open(preset));
      presets.getChildren().add(button);
    }
    Button open = new Button("Open…");
    open.getStyleClass().add("primary");
    open.setOnAction(event -> actions.openFiles());
    VBox box = new VBox(16, words, presets, open);
    box.setAlignment(Pos.CENTER);
    box.setId("inference-invitation");
    return box;
  }

  private void showPage(String name) {
    pages.forEach(one -> show(one.content(), one.name().equals(name)));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
