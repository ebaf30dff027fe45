package org.dipscope.app;

import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.dipscope.app.support.FxPulse;
import org.dipscope.app.workspace.CacheFolder;
import org.dipscope.app.workspace.DataFolder;
import org.dipscope.app.workspace.DefaultProject;
import org.dipscope.app.workspace.RecentFiles;
import org.dipscope.core.project.Workspace;
import org.jspecify.annotations.Nullable;

/** The desktop application. */
public final class Workbench extends Application {
  private static final double WIDTH = 1400;
  private static final double HEIGHT = 900;
  private static final double SHARE = 0.8;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 620;

  private @Nullable Composition composition;

  /** Made by JavaFX. */
  public Workbench() {}

  /** Opens the workbench on these files, or on the default project, and waits for its end. */
  static void open(List<Path> files) {
    launch(Workbench.class, files.stream().map(Path::toString).toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    List<Path> files = getParameters().getRaw().stream().map(Path::of).toList();
    StartLog log = new StartLog();
    log.say("toolkit");
    Workspace document = files.isEmpty() ? DefaultProject.open() : Workspace.EMPTY;
    String home = System.getProperty("user.home", ".");
    Composition made =
        new Composition(
            document,
            Runtime.getRuntime().availableProcessors(),
            RecentFiles.usualFolder(System.getenv(), home),
            CacheFolder.usual(System.getenv(), home).resolve("columns"),
            DataFolder.usual(System.getenv(), home).resolve("networks"),
            new FxPulse());
    composition = made;
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, failure) -> made.viewThread().report("The workbench", failure));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> made.viewThread().report(thread.getName(), failure));
    new WorkbenchMenus(made, stage).install();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(made),
                made.place().fileProperty(),
                made.workspace().unsavedProperty()));
    stage.setScene(made.scene());
    stage.setWidth(Math.min(Math.max(WIDTH, SHARE * screen.getWidth()), screen.getWidth()));
    stage.setHeight(Math.min(Math.max(HEIGHT, SHARE * screen.getHeight()), screen.getHeight()));
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    stage.iconifiedProperty().subscribe(made::setIconified);
    made.desktop().connectDocuments(getHostServices()::showDocument);
    log.say("parts");
    log.watch(made);
    stage.show();
    log.say("window");
    made.interference().focusFirst();
    new AfterFirstFrame(() -> made.finishStart(files)).start();
  }

  /** Runs an action once, when the window has been drawn. */
  private static final class AfterFirstFrame extends AnimationTimer {
    private static final int PULSES = 2;

    private final Runnable action;
    private int pulses;

    AfterFirstFrame(Runnable action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      pulses++;
      if (pulses == PULSES) {
        stop();
        action.run();
      }
    }
  }

  private static String title(Composition parts) {
    Path file = parts.place().fileProperty().get();
    String changed = parts.workspace().unsavedProperty().get() ? "*" : "";
    return file == null ? "Dipscope" : file.getFileName() + changed + " – Dipscope";
  }

  @Override
  public void stop() {
    if (composition != null) {
      composition.close();
    }
  }
}
