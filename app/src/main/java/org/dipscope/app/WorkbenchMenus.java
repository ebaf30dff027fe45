package org.dipscope.app;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.dipscope.app.support.Job;

/** The menus with their keys, and files dropped on the window. */
final class WorkbenchMenus {
  private static final List<ExtensionFilter> FILTERS =
      List.of(
          new ExtensionFilter("All files", "*.*", "*"),
          new ExtensionFilter(
              "Projects, models, pyhf, HEPData and histograms in JSON", "*.json", "*.jsonl"),
          new ExtensionFilter("ROOT", "*.root"),
          new ExtensionFilter("YODA", "*.yoda", "*.yoda1", "*.yoda.gz"),
          new ExtensionFilter("HEPData", "*.yaml", "*.yml"),
          new ExtensionFilter("Les Houches events", "*.lhe", "*.lhef", "*.lhe.gz"),
          new ExtensionFilter("HepMC events", "*.hepmc", "*.hepmc2", "*.hepmc3", "*.hepmc.gz"),
          new ExtensionFilter("NumPy", "*.npy", "*.npz"),
          new ExtensionFilter("Parquet", "*.parquet"),
          new ExtensionFilter("HDF5", "*.h5", "*.hdf5", "*.hdf"),
          new ExtensionFilter("Text tables, Dark Machines", "*.csv", "*.tsv", "*.txt", "*.dat"));

  private final Composition parts;
  private final Stage stage;
  private final Exports exports;
  private final HelpWindows help;

  WorkbenchMenus(Composition parts, Stage stage) {
    this.parts = parts;
    this.stage = stage;
    exports = new Exports(parts, stage);
    help = new HelpWindows(parts.appearance(), stage);
  }

  void install() {
    parts.frame().menus().getMenus().setAll(file(), edit(), view(), jobs(), help());
    parts.scene().setOnDragOver(WorkbenchMenus::accept);
    parts.scene().setOnDragDropped(this::drop);
    parts.desktop().connectExport(exports::data);
    parts.desktop().connectOpen(this::open);
    parts.desktop().connectExports(exports::figure, exports::table);
    parts.desktop().connectTraining(stage, exports::training);
  }

  private Menu file() {
    return new Menu(
        "File",
        null,
        item("Open…", "Shortcut+O", this::open),
        recent(),
        new SeparatorMenuItem(),
        item("Save Project", "Shortcut+S", this::save),
        item("Save Project As…", "Shortcut+Shift+S", this::saveAs),
        new SeparatorMenuItem(),
        exports.menu(),
        item("Export Numbers…", "Shortcut+E", exports::numbers),
        new SeparatorMenuItem(),
        item("Quit", "Shortcut+Q", stage::close));
  }

  private Menu recent() {
    Menu menu = new Menu("Open Recent");
    Runnable fill =
        () ->
            menu.getItems()
                .setAll(
                    parts.recent().files().stream()
                        .map(f -> item(f.toString(), "", () -> parts.opener().open(List.of(f))))
                        .toList());
    parts.recent().files().addListener((ListChangeListener<Path>) change -> fill.run());
    menu.disableProperty().bind(Bindings.isEmpty(menu.getItems()));
    fill.run();
    return menu;
  }

  private Menu edit() {
    return new Menu(
        "Edit",
        null,
        historyItem(
            "Undo", "Shortcut+Z", parts.workspace().undoNameProperty(), parts.workspace()::undo),
        historyItem(
            "Redo",
            "Shortcut+Shift+Z",
            parts.workspace().redoNameProperty(),
            parts.workspace()::redo),
        new SeparatorMenuItem(),
        item("Pin Curve", "Shortcut+P", () -> parts.spectrum().model().pin()),
        item("Reset Controls", "Shortcut+R", () -> parts.interference().model().reset()));
  }

  private Menu view() {
    CheckMenuItem logContents = new CheckMenuItem("Logarithmic Contents");
    logContents.setAccelerator(KeyCombination.valueOf("Shortcut+L"));
    var property = parts.spectrum().model().logContentsProperty();
    property.subscribe(logContents::setSelected);
    logContents.setOnAction(event -> property.set(logContents.isSelected()));
    CheckMenuItem project = new CheckMenuItem("Project");
    project.setSelected(true);
    project.setOnAction(event -> parts.frame().showProject(project.isSelected()));
    Menu view =
        new Menu(
            "View",
            null,
            item("Light or Dark", "Shortcut+D", parts.appearance()::toggle),
            logContents,
            project,
            item(
                "Reset Layout",
                "",
                () -> {
                  project.setSelected(true);
                  parts.frame().resetLayout();
                }));
    view.getItems().add(0, new SeparatorMenuItem());
    view.getItems().addAll(0, screens());
    return view;
  }

  private List<MenuItem> screens() {
    List<MenuItem> items = new ArrayList<>();
    for (String name : parts.frame().screenNames()) {
      items.add(
          item(
              name,
              "Shortcut+" + (items.size() + 1),
              () -> parts.frame().screenProperty().set(name)));
    }
    return items;
  }

  private Menu jobs() {
    MenuItem cancel =
        item("Cancel All Jobs", "", () -> List.copyOf(parts.jobs().active()).forEach(Job::cancel));
    cancel.disableProperty().bind(Bindings.isEmpty(parts.jobs().active()));
    return new Menu("Jobs", null, cancel);
  }

  private Menu help() {
    return new Menu(
        "Help", null, item("Keys", "F1", help::keys), item("About Dipscope", "", help::about));
  }

  private void open() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open Files or a Project");
    chooser.getExtensionFilters().setAll(FILTERS);
    List<File> chosen = chooser.showOpenMultipleDialog(stage);
    if (chosen != null) {
      parts.opener().open(chosen.stream().map(File::toPath).toList());
    }
  }

  private void save() {
    if (parts.place().needsPlace()) {
      saveAs();
    } else {
      parts.place().save();
    }
  }

  private void saveAs() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save Project As");
    chooser.setInitialFileName("project.json");
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      parts.place().saveAs(file.toPath());
      parts.recent().add(file.toPath());
    }
  }

  private static void accept(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    parts.opener().open(files);
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }

  private static MenuItem historyItem(
      String verb, String keys, ReadOnlyStringProperty name, Runnable action) {
    MenuItem item = item(verb, keys, action);
    item.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> name.get().isEmpty() ? verb : verb + " " + name.get(), name));
    item.disableProperty().bind(name.isEmpty());
    return item;
  }

  private static MenuItem item(String text, String keys, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setOnAction(event -> action.run());
    return item;
  }
}
