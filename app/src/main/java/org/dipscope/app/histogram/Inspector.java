package org.dipscope.app.histogram;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.dipscope.app.shell.Appearance;
import org.dipscope.app.support.LiveComputation;
import org.dipscope.app.workspace.LiveResults;
import org.jspecify.annotations.Nullable;

/** The window "Significance in detail": one at a time, beside the main window, closed with it. */
public final class Inspector implements AutoCloseable {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 720;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 480;

  private final StripViewModel strip;
  private final LiveResults results;
  private final LiveComputation live;
  private final Appearance appearance;
  private final FigureExport export;
  private @Nullable Opened opened;

  private record Opened(
      Stage window, InspectorViewModel model, InspectorView view, Subscription dressed) {}

  Inspector(
      StripViewModel strip,
      LiveResults results,
      LiveComputation live,
      Appearance appearance,
      FigureExport export) {
    this.strip = strip;
    this.results = results;
    this.live = live;
    this.appearance = appearance;
    this.export = export;
  }

  /** Opens the window, or brings it to the front. */
  public void open(@Nullable Window owner) {
    Opened now = opened;
    if (now != null) {
      now.window().toFront();
      return;
    }
    InspectorViewModel model = new InspectorViewModel(strip, results, live);
    InspectorView view = new InspectorView(model, appearance, export);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
          }
        });
    Stage window = new Stage();
    window.initOwner(owner);
    window.setTitle("Significance in detail – Dipscope");
    window.setMinWidth(LEAST_WIDTH);
    window.setMinHeight(LEAST_HEIGHT);
    window.setScene(scene);
    window.setOnHidden(event -> close());
    opened = new Opened(window, model, view, appearance.dress(scene));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    window.setWidth(Math.min(WIDTH, screen.getWidth()));
    window.setHeight(Math.min(HEIGHT, screen.getHeight()));
    window.show();
  }

  /** What it shows, if it is open. */
  public Optional<InspectorViewModel> model() {
    return Optional.ofNullable(opened).map(Opened::model);
  }

  /** Its window, if it is open. */
  public Optional<Stage> window() {
    return Optional.ofNullable(opened).map(Opened::window);
  }

  /** Shows a mass, if it is open. */
  void choose(double mass) {
    model().ifPresent(model -> model.choose(mass));
  }

  @Override
  public void close() {
    Opened now = opened;
    opened = null;
    if (now != null) {
      now.dressed().unsubscribe();
      now.view().close();
      now.model().close();
      now.window().setOnHidden(null);
      now.window().close();
    }
  }
}
