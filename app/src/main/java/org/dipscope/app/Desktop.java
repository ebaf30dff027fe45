package org.dipscope.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.dipscope.app.data.ItemActions;
import org.dipscope.app.histogram.FigureExport;
import org.dipscope.app.inference.InferenceActions;
import org.dipscope.app.training.TrainingActions;
import org.dipscope.core.figure.FigureSpec;
import org.jspecify.annotations.Nullable;

/** The desktop around the window, as far as it is there: in a test nothing is connected. */
final class Desktop implements ItemActions, InferenceActions, TrainingActions, FigureExport {
  private Consumer<String> documents = uri -> {};
  private Runnable export = () -> {};
  private Runnable open = () -> {};
  private BiConsumer<String, FigureSpec> figures = (name, figure) -> {};
  private BiConsumer<String, String> tables = (name, csv) -> {};
  private Runnable exportNetworks = () -> {};
  private @Nullable Window window;

  /** Shows documents and folders. */
  void connectDocuments(Consumer<String> show) {
    documents = show;
  }

  /** Writes the figure of the data screen. */
  void connectExport(Runnable write) {
    export = write;
  }

  /** Asks which files to open. */
  void connectOpen(Runnable ask) {
    open = ask;
  }

  /** Ask where to write figures and tables, and write them. */
  void connectExports(BiConsumer<String, FigureSpec> figure, BiConsumer<String, String> table) {
    figures = figure;
    tables = table;
  }

  /** Asks for files and folders over a window, and writes the figure of the networks. */
  void connectTraining(Window over, Runnable write) {
    window = over;
    exportNetworks = write;
  }

  @Override
  public Optional<Path> chooseFolder(String title, Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (Files.isDirectory(start)) {
      chooser.setInitialDirectory(start.toFile());
    }
    return window == null ? Optional.empty() : path(chooser.showDialog(window));
  }

  @Override
  public Optional<Path> chooseFile(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return window == null ? Optional.empty() : path(chooser.showOpenDialog(window));
  }

  @Override
  public Optional<Path> chooseTarget(String title, String suggestedName) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(suggestedName);
    String ending = suggestedName.substring(suggestedName.lastIndexOf('.') + 1);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    return window == null ? Optional.empty() : path(chooser.showSaveDialog(window));
  }

  private static Optional<Path> path(@Nullable File chosen) {
    return Optional.ofNullable(chosen).map(File::toPath);
  }

  @Override
  public void exportFigure() {
    exportNetworks.run();
  }

  @Override
  public void reveal(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    documents.accept(folder.toUri().toString());
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void export() {
    export.run();
  }

  @Override
  public void openFiles() {
    open.run();
  }

  @Override
  public void exportFigure(String name, FigureSpec figure) {
    figures.accept(name, figure);
  }

  @Override
  public void exportTable(String name, String csv) {
    tables.accept(name, csv);
  }
}
