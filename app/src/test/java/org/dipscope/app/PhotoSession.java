package org.dipscope.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.dipscope.app.interference.InterferenceViewModel;
import org.dipscope.app.interference.StateKind;
import org.dipscope.app.interference.WidthMode;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.DefaultProject;
import org.dipscope.app.workspace.Edits;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.project.ScanParameter;

/**
 * Takes pictures of the real window on the default project: into a folder, or one for the README
 * into a file that ends in .png.
 */
public final class PhotoSession extends Application {
  private static final int PULSES_AT_REST = 12;

  private final Deque<Shot> shots = new ArrayDeque<>();

  private record Shot(Path file, double width, double height, Theme theme, Step step) {}

  /** What is done before a picture. */
  @FunctionalInterface
  private interface Step {
    void prepare(Composition parts);
  }

  /** Made by JavaFX. */
  public PhotoSession() {}

  @Override
  public void start(Stage stage) throws IOException {
    Path target = Path.of(getParameters().getRaw().getFirst());
    plan(target);
    Composition parts = new Composition(DefaultProject.open(), 2, Files.createTempDirectory("ds"));
    new WorkbenchMenus(parts, stage).install();
    stage.setScene(parts.scene());
    stage.setWidth(shots.getFirst().width());
    stage.setHeight(shots.getFirst().height());
    stage.show();
    parts.finishStart(List.of());
    new Photographer(stage, parts).start();
  }

  private void plan(Path target) throws IOException {
    if (target.toString().endsWith(".png")) {
      shots.add(new Shot(target, 1400, 900, Theme.LIGHT, PhotoSession::nearBestFit));
      return;
    }
    Files.createDirectories(target);
    // From large to small: the headless screen cannot let a window grow.
    add(target, "large", 2560, 1440, Theme.LIGHT, parts -> {});
    add(target, "light", 1400, 900, Theme.LIGHT, parts -> {});
    add(target, "dark", 1400, 900, Theme.DARK, PhotoSession::pseudoData);
    add(target, "mixed", 1400, 900, Theme.LIGHT, PhotoSession::mixed);
    add(target, "width-plane", 1400, 900, Theme.LIGHT, PhotoSession::widthPlane);
    add(target, "small", 1200, 700, Theme.LIGHT, parts -> {});
    add(target, "pinned", 1200, 700, Theme.DARK, PhotoSession::pinAndMove);
  }

  private void add(Path folder, String name, double width, double height, Theme theme, Step step) {
    shots.add(new Shot(folder.resolve(name + ".png"), width, height, theme, step));
  }

  /** The pseudo-data of the project, if it has any. */
  private static void pseudoData(Composition parts) {
    parts
        .workspace()
        .edit(
            "Show",
            w ->
                w.spectra().stream()
                    .flatMap(entry -> parts.workspace().entry(entry).stream())
                    .filter(DataEntry::isCounted)
                    .findFirst()
                    .map(entry -> Edits.select(w, entry))
                    .orElse(w));
  }

  private static void nearBestFit(Composition parts) {
    pseudoData(parts);
    parts.spectrum().model().pin();
    parts.interference().model().first().massProperty().set(530);
    parts.interference().model().first().tanBetaProperty().set(1.1);
  }

  private static void pinAndMove(Composition parts) {
    parts.interference().model().reset();
    parts.likelihood().model().xParameterProperty().set(ScanParameter.MASS);
    parts.spectrum().model().pin();
    parts.interference().model().first().massProperty().set(700);
    parts.interference().model().first().tanBetaProperty().set(0.7);
  }

  private static void mixed(Composition parts) {
    parts.interference().model().first().kindProperty().set(StateKind.MIXED);
  }

  private static void widthPlane(Composition parts) {
    InterferenceViewModel model = parts.interference().model();
    model.reset();
    model.first().widthModeProperty().set(WidthMode.FREE);
    model.first().widthProperty().set(15);
    parts.likelihood().model().xParameterProperty().set(ScanParameter.WIDTH);
  }

  private final class Photographer extends AnimationTimer {
    private final Stage stage;
    private final Composition parts;
    private boolean prepared;
    private int quiet;

    Photographer(Stage stage, Composition parts) {
      this.stage = stage;
      this.parts = parts;
    }

    @Override
    public void handle(long now) {
      Shot shot = shots.peek();
      if (shot == null) {
        stop();
        parts.close();
        stage.close();
        return;
      }
      if (!prepared) {
        prepare(shot);
      }
      boolean ready =
          parts.results().isSettled()
              && parts.results().spectrumProperty().get() != null
              && parts.results().surfaceProperty().get() != null;
      quiet = ready ? quiet + 1 : 0;
      if (quiet >= PULSES_AT_REST) {
        save(parts.scene().snapshot(null), shot.file());
        shots.remove();
        prepared = false;
      }
    }

    private void prepare(Shot shot) {
      prepared = true;
      quiet = 0;
      stage.setWidth(shot.width());
      stage.setHeight(shot.height());
      parts.appearance().themeProperty().set(shot.theme());
      shot.step().prepare(parts);
    }
  }

  private static void save(WritableImage image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(file);
  }
}
