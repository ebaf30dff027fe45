package org.dipscope.app.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dipscope.app.shell.ChoiceField;
import org.dipscope.app.shell.Segments;
import org.dipscope.app.support.Icon;
import org.dipscope.neural.significance.NetworkKind;
import org.dipscope.neural.training.ComputeDevice;

/** What to train, field by field. */
final class FormView extends VBox implements AutoCloseable {
  private static final double NAME_WIDTH = 94;
  private static final double SECOND_NAME_WIDTH = 72;

  private final TrainingViewModel model;
  private final TrainingForm form;
  private final TrainingActions actions;
  private final Keeper keeper = new Keeper();
  private final VBox ownFiles = new VBox(2);
  private final ListChangeListener<Path> onOwn = change -> showOwn();

  FormView(TrainingViewModel model, TrainingActions actions) {
    super(6);
    this.model = model;
    this.actions = actions;
    form = model.setup().form();
    getStyleClass().add("training-form");
    getChildren()
        .addAll(
            heading("Network"),
            network(),
            numbers(),
            heading("Backgrounds, weights"),
            backgrounds(),
            ownFiles,
            addOwn(),
            heading("Signals, weights"),
            signals());
    form.own().addListener(onOwn);
    showOwn();
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("heading");
    return label;
  }

  private VBox network() {
    ChoiceField<NetworkKind> kind =
        new ChoiceField<>(
            "architecture",
            form.networkProperty(),
            List.of(NetworkKind.DIPSCOPE, NetworkKind.BUMPNET, NetworkKind.ZNET3),
            FormView::words);
    kind.box().setId("training-network");
    HBox.setHgrow(kind.box(), Priority.ALWAYS);
    keeper.keep(kind::close);
    Segments<TrainingForm.Widths> widths =
        new Segments<>(
            form.widthsProperty(),
            List.of(TrainingForm.Widths.values()).stream()
                .map(w -> Segments.of(w, w.words()))
                .toList());
    keeper.keep(widths::close);
    HBox row = new HBox(8, name("signal widths"), widths);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(6, kind, row);
  }

  private static String words(NetworkKind kind) {
    return switch (kind) {
      case DIPSCOPE -> "dipscope, with uncertainty";
      case BUMPNET -> "bumpnet, as published";
      case ZNET3 -> "znet3, with a background head";
    };
  }

  private GridPane numbers() {
    GridPane grid = grid();
    TextField channels = field("channels", form.number("channels"));
    keeper.keep(
        form.networkProperty()
            .subscribe(kind -> channels.setDisable(kind != NetworkKind.DIPSCOPE)));
    grid.addRow(0, name("channels"), channels, name("seed"), field("seed", form.number("seed")));
    grid.addRow(
        1,
        name("batches"),
        field("batches", form.number("batches")),
        name("batch size"),
        field("batch-size", form.number("batchSize")));
    ChoiceField<ComputeDevice.Choice> device =
        new ChoiceField<>(
            "",
            model.deviceProperty(),
            List.of(ComputeDevice.Choice.values()),
            choice ->
                choice == ComputeDevice.Choice.AUTO
                    ? "auto"
                    : choice.name().toUpperCase(Locale.ROOT));
    device.box().setTooltip(new Tooltip("auto: a GPU where there is one, else the processor"));
    keeper.keep(device::close);
    grid.addRow(
        2,
        name("learning rate"),
        field("learning-rate", form.number("learningRate")),
        name("device"),
        device);
    return grid;
  }

  private GridPane backgrounds() {
    GridPane grid = grid();
    grid.addRow(
        0,
        name("functions"),
        field("functions", form.background("functions")),
        name("dijets"),
        field("dijet", form.background("dijet")));
    grid.addRow(
        1,
        name("log-polynomials"),
        field("log-polynomial", form.background("log-polynomial")),
        name("lepton pairs"),
        field("dilepton", form.background("dilepton")));
    grid.addRow(2, name("own files"), field("own", form.background("own")));
    return grid;
  }

  private GridPane signals() {
    GridPane grid = grid();
    grid.addRow(
        0,
        name("bumps"),
        field("bumps", form.signal("bumps")),
        name("dips"),
        field("dips", form.signal("dips")));
    grid.addRow(
        1,
        name("bump with dip"),
        field("interferences", form.signal("interferences")),
        name("nothing"),
        field("nothing", form.signal("nothing")));
    grid.addRow(2, name("strongest [σ]"), field("strongest", form.signal("strongest")));
    return grid;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(7);
    grid.setVgap(5);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    names.setPrefWidth(NAME_WIDTH);
    ColumnConstraints more = new ColumnConstraints();
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.setPrefWidth(SECOND_NAME_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(56);
    grid.getColumnConstraints().setAll(names, values, more, values);
    return grid;
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private TextField field(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId("training-" + id);
    field.setPrefColumnCount(4);
    field.setAccessibleText(id.replace('-', ' '));
    keeper.bindBoth(field.textProperty(), text);
    return field;
  }

  private MenuButton addOwn() {
    MenuButton button = new MenuButton("Add a file with spectra");
    button.setGraphic(Icon.ADD.node());
    button.setId("training-add-own");
    button.getStyleClass().add("small-menu");
    button.getItems().add(new MenuItem("Another file…")); // a menu without items does not open
    button.setOnShowing(
        event -> {
          button.getItems().clear();
          for (Path file : model.spectrumFiles()) {
            MenuItem item = new MenuItem(String.valueOf(file.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(chosen -> form.addOwn(file));
            button.getItems().add(item);
          }
          MenuItem other = new MenuItem("Another file…");
          other.setOnAction(
              chosen -> actions.chooseFile("Spectra to Learn From").ifPresent(form::addOwn));
          button.getItems().add(other);
        });
    return button;
  }

  private void showOwn() {
    ownFiles.getChildren().clear();
    for (Path file : form.own()) {
      Label label = new Label(String.valueOf(file.getFileName()));
      label.setTooltip(new Tooltip(file.toString()));
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      Button remove = Icon.CLOSE.on(new Button(), "Remove this file");
      remove.setOnAction(event -> form.removeOwn(file));
      HBox row = new HBox(4, label, remove);
      row.setAlignment(Pos.CENTER_LEFT);
      ownFiles.getChildren().add(row);
    }
    ownFiles.setManaged(!form.own().isEmpty());
  }

  @Override
  public void close() {
    form.own().removeListener(onOwn);
    keeper.close();
  }
}
