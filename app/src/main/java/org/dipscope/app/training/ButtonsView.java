package org.dipscope.app.training;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dipscope.app.support.Icon;
import org.dipscope.app.training.RunningViewModel.Phase;

/** Where the network goes, and train, pause, stop and resume. */
final class ButtonsView extends VBox implements AutoCloseable {
  private final TrainingViewModel model;
  private final TrainingActions actions;
  private final Keeper keeper = new Keeper();

  ButtonsView(TrainingViewModel model, TrainingActions actions) {
    super(7);
    this.model = model;
    this.actions = actions;
    getStyleClass().add("training-buttons");
    getChildren()
        .addAll(
            complaint(model.setup().complaintProperty()),
            folder(),
            complaint(model.folderComplaintProperty()),
            new HBox(6, train(), pause(), stop(), resume()));
  }

  private HBox folder() {
    Label name = new Label("folder");
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    TextField field = new TextField();
    field.setId("training-folder");
    field.setPromptText("a new one among your data");
    field.setTooltip(
        new Tooltip("Left empty, a training gets a folder of its own in " + model.networks()));
    HBox.setHgrow(field, Priority.ALWAYS);
    keeper.bindBoth(field.textProperty(), model.folderProperty());
    Button choose = Icon.OPEN.on(new Button(), "Choose a folder");
    choose.setOnAction(
        event ->
            actions
                .chooseFolder("Folder of the Network", model.networks())
                .ifPresent(folder -> model.folderProperty().set(folder.toString())));
    HBox row = new HBox(6, name, field, choose);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button train() {
    Button train = button("training-train", "Train", model::train);
    train.getStyleClass().add("primary");
    keeper.bind(train.disableProperty(), model.trainableBinding().not());
    return train;
  }

  private Button pause() {
    Button pause =
        button("training-pause", "Pause", () -> model.running().setPaused(phase() != Phase.PAUSED));
    pause.setPrefWidth(68);
    keeper.keep(
        model
            .running()
            .phaseProperty()
            .subscribe(
                now -> {
                  pause.setText(now == Phase.PAUSED ? "Go on" : "Pause");
                  pause.setDisable(now != Phase.RUNNING && now != Phase.PAUSED);
                }));
    return pause;
  }

  private Button stop() {
    Button stop = button("training-stop", "Stop and keep", model.running()::stop);
    keeper.keep(
        model
            .running()
            .phaseProperty()
            .subscribe(now -> stop.setDisable(now == Phase.IDLE || now == Phase.ENDING)));
    return stop;
  }

  private Button resume() {
    Button resume = button("training-resume", "Resume", this::goOn);
    resume.setTooltip(
        new Tooltip("Goes on from the checkpoint of the last curve, or of a folder you choose"));
    keeper.bind(
        resume.disableProperty(), Bindings.notEqual(Phase.IDLE, model.running().phaseProperty()));
    return resume;
  }

  private void goOn() {
    model
        .resumable()
        .or(() -> actions.chooseFolder("Training to Go On With", model.networks()))
        .ifPresent(model::resume);
  }

  private Phase phase() {
    return model.running().phaseProperty().get();
  }

  private static Button button(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Label complaint(ReadOnlyStringProperty text) {
    Label label = new Label();
    label.getStyleClass().add("slider-field-message");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    keeper.bind(label.textProperty(), text);
    keeper.bind(label.managedProperty(), text.isNotEmpty());
    return label;
  }

  @Override
  public void close() {
    keeper.close();
  }
}
