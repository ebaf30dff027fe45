package org.dipscope.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.dipscope.app.data.DataViewModel;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.analysis.NumbersJson;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.export.FigureWriter;
import org.dipscope.core.format.AtomicFile;
import org.jspecify.annotations.Nullable;

/** Writes figures and numbers to files of the user's choice, as jobs. */
final class Exports {
  private static final List<String> FORMATS = List.of("pdf", "svg", "png", "csv", "json");
  private static final double WIDTH_PT = 480;
  private static final double DATA_HEIGHT_PT = 320;
  private static final double TRAINING_WIDTH_PT = 720;
  private static final double TRAINING_HEIGHT_PT = 420;

  private final Composition parts;
  private final Stage stage;

  Exports(Composition parts, Stage stage) {
    this.parts = parts;
    this.stage = stage;
  }

  Menu menu() {
    return new Menu(
        "Export Figure",
        null,
        item("Spectrum…", "spectrum", 560, parts.spectrum().model()::figure),
        item("Likelihood Surface…", "surface", 480, parts.likelihood().model()::surface),
        dataItem(),
        trainingItem(),
        item("Profile and Pulls…", "profile", 240, parts.likelihood().model()::profiles));
  }

  private MenuItem dataItem() {
    MenuItem item = new MenuItem("Data…");
    item.setOnAction(event -> data());
    item.disableProperty().bind(parts.data().model().drawnProperty().not());
    return item;
  }

  /** What the data screen shows. */
  void data() {
    DataViewModel model = parts.data().model();
    model.figure().ifPresent(f -> choose(model.figureName(), f.withSize(WIDTH_PT, DATA_HEIGHT_PT)));
  }

  /** The curves of the trainings. */
  void training() {
    parts
        .training()
        .model()
        .figure()
        .ifPresent(f -> choose("training", f.withSize(TRAINING_WIDTH_PT, TRAINING_HEIGHT_PT)));
  }

  private MenuItem trainingItem() {
    MenuItem item = new MenuItem("Training…");
    item.setOnAction(event -> training());
    return item;
  }

  private MenuItem item(
      String words, String name, double heightPt, Supplier<Optional<FigureSpec>> figure) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(
        event -> figure.get().ifPresent(f -> choose(name, f.withSize(WIDTH_PT, heightPt))));
    return item;
  }

  /** A figure of the intervals screen, in the size of a page. */
  void figure(String name, FigureSpec figure) {
    choose(name, figure.withSize(WIDTH_PT, DATA_HEIGHT_PT));
  }

  /** A table of the intervals screen. */
  void table(String name, String csv) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export Table");
    chooser.setInitialFileName(name + ".csv");
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      writeText(csv, file.toPath());
    }
  }

  void writeText(String text, Path file) {
    parts
        .jobs()
        .start(
            "Export " + file.getFileName(),
            progress -> {
              AtomicFile.write(file, writer -> writer.write(text));
              return file;
            },
            done -> {});
  }

  private void choose(String name, FigureSpec figure) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export Figure");
    chooser.setInitialFileName(name + ".pdf");
    for (String format : FORMATS) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(format.toUpperCase(Locale.ROOT), "*." + format));
    }
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      write(figure, file.toPath());
    }
  }

  void write(FigureSpec figure, Path file) {
    parts
        .jobs()
        .start(
            "Export " + file.getFileName(),
            progress -> {
              FigureWriter.write(figure, file);
              return file;
            },
            done -> {});
  }

  void numbers() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export Numbers");
    chooser.setInitialFileName("dipscope-numbers.json");
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      writeNumbers(file.toPath());
    }
  }

  void writeNumbers(Path file) {
    @Nullable SpectrumResult spectrum = parts.results().spectrumProperty().get();
    @Nullable SurfaceResult surface = parts.results().surfaceProperty().get();
    @Nullable BlindSpotMap blindSpots = parts.likelihood().model().blindSpots().map().orElse(null);
    if (spectrum == null) {
      return;
    }
    parts
        .jobs()
        .start(
            "Export " + file.getFileName(),
            progress -> {
              String text =
                  NumbersJson.write(
                      spectrum.scenario(),
                      spectrum.data(),
                      spectrum.expected() == null ? null : spectrum.expected().prediction(),
                      spectrum.derived(),
                      surface == null ? null : surface.surface(),
                      blindSpots);
              AtomicFile.write(file, writer -> writer.write(text));
              return file;
            },
            done -> {});
  }
}
