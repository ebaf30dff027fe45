package org.dipscope.app.figure;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.dipscope.app.figure.ZoomHistory.Range;

/**
 * What follows the pointer over a figure: crosshair, readout and zoom box. These are nodes above
 * the charts, so moving the pointer redraws no chart.
 */
final class PointerLayer extends Pane {
  private static final double CLICK_PIXELS = 5;
  private static final double ONE_AXIS_PIXELS = 14;
  private static final double LABEL_GAP = 12;
  private static final double LABEL_PIXELS = 12;

  private final Line vertical = new Line();
  private final Line horizontal = new Line();
  private final Rectangle box = new Rectangle();
  private final RichLabel label = new RichLabel(LABEL_PIXELS);
  private final ReadOnlyObjectWrapper<Optional<Readout>> readout =
      new ReadOnlyObjectWrapper<>(this, "readout", Optional.empty());

  private Function<Point2D, Optional<PanelView>> finder = point -> Optional.empty();
  private Function<Readout, String> words = place -> "";
  private Consumer<Readout> onPick = place -> {};
  private Consumer<Zoom> onZoom = zoom -> {};
  private Consumer<Zoom> onWheel = zoom -> {};
  private Consumer<Zoom> onMarked = zoom -> {};
  private Consumer<Zoom> onMarking = zoom -> {};
  private Runnable onBack = () -> {};
  private boolean crosshair = true;
  private boolean marking;
  private boolean marks;
  private boolean marksBegun;
  private Optional<Point2D> pressed = Optional.empty();

  /**
   * A part of a panel that was dragged over; an axis along which the pointer hardly moved is
   * absent.
   */
  record Zoom(PanelView panel, Optional<Range> x, Optional<Range> y) {}

  PointerLayer() {
    getStyleClass().add("plot-pointer");
    vertical.getStyleClass().add("plot-crosshair");
    horizontal.getStyleClass().add("plot-crosshair");
    box.getStyleClass().add("plot-zoom-box");
    label.getStyleClass().add("plot-readout");
    getChildren().addAll(vertical, horizontal, box, label);
    getChildren().forEach(node -> node.setManaged(false));
    getChildren().forEach(node -> node.setMouseTransparent(true));
    hide();
    setPickOnBounds(true);
    setOnMouseMoved(this::follow);
    setOnMouseExited(event -> hide());
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnScroll(this::scroll);
  }

  ReadOnlyObjectProperty<Optional<Readout>> readoutProperty() {
    return readout.getReadOnlyProperty();
  }

  void setFinder(Function<Point2D, Optional<PanelView>> finder) {
    this.finder = finder;
  }

  void setWords(Function<Readout, String> words) {
    this.words = words;
  }

  void setOnPick(Consumer<Readout> onPick) {
    this.onPick = onPick;
  }

  void setOnZoomed(Consumer<Zoom> onZoom) {
    this.onZoom = onZoom;
  }

  void setOnWheel(Consumer<Zoom> onWheel) {
    this.onWheel = onWheel;
  }

  void setOnMarked(Consumer<Zoom> onMarked) {
    this.onMarked = onMarked;
  }

  /** Is told of an interval while it is dragged out. */
  void setOnMarking(Consumer<Zoom> onMarking) {
    this.onMarking = onMarking;
  }

  /** Whether dragging marks an interval even without Shift. */
  void setMarking(boolean now) {
    marking = now;
    setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT);
  }

  void setCrosshair(boolean now) {
    crosshair = now;
    if (!now) {
      hide();
    }
  }

  void setOnBack(Runnable onBack) {
    this.onBack = onBack;
  }

  void forget() {
    setFinder(point -> Optional.empty());
    setWords(place -> "");
    setOnPick(place -> {});
    setOnZoomed(zoom -> {});
    setOnWheel(zoom -> {});
    setOnMarked(zoom -> {});
    setOnMarking(zoom -> {});
    setOnBack(() -> {});
    hide();
  }

  private void follow(MouseEvent event) {
    Point2D at = new Point2D(event.getX(), event.getY());
    Optional<PanelView> panel = finder.apply(at);
    if (panel.isEmpty()) {
      hide();
      return;
    }
    pointAt(panel.get(), at);
  }

  /** Puts crosshair and readout at a place, as the pointer or a key does. */
  void pointAt(PanelView panel, Point2D at) {
    Readout now = panel.readout(at);
    readout.set(Optional.of(now));
    if (crosshair) {
      showCrosshair(panel, at);
      showLabel(words.apply(now), at);
    }
  }

  private void scroll(ScrollEvent event) {
    Point2D at = new Point2D(event.getX(), event.getY());
    double turn = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
    if (turn != 0) {
      finder.apply(at).ifPresent(panel -> onWheel.accept(WheelZoom.at(panel, at, turn)));
      event.consume();
    }
  }

  private void showCrosshair(PanelView panel, Point2D at) {
    Rectangle2D column = panel.columnBounds();
    Rectangle2D frame = panel.bounds();
    double x = Math.floor(at.getX()) + 0.5;
    double y = Math.floor(at.getY()) + 0.5;
    place(vertical, x, column.getMinY(), x, column.getMaxY());
    place(horizontal, frame.getMinX(), y, frame.getMaxX(), y);
    vertical.setVisible(true);
    horizontal.setVisible(true);
  }

  private void showLabel(String text, Point2D at) {
    label.setVisible(!text.isEmpty());
    label.setText(text);
    label.autosize();
    boolean right = at.getX() + LABEL_GAP + label.getWidth() > getWidth();
    boolean high = at.getY() - LABEL_GAP - label.getHeight() < 0;
    label.relocate(
        Math.rint(at.getX() + (right ? -LABEL_GAP - label.getWidth() : LABEL_GAP)),
        Math.rint(at.getY() + (high ? LABEL_GAP : -LABEL_GAP - label.getHeight())));
  }

  void hide() {
    readout.set(Optional.empty());
    vertical.setVisible(false);
    horizontal.setVisible(false);
    label.setVisible(false);
    box.setVisible(false);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY) {
      onBack.run();
    } else if (event.getButton() == MouseButton.PRIMARY) {
      Point2D at = new Point2D(event.getX(), event.getY());
      pressed = finder.apply(at).map(panel -> at);
      marks = marking || event.isShiftDown();
      marksBegun = false;
    }
  }

  private void drag(MouseEvent event) {
    follow(event);
    Point2D at = new Point2D(event.getX(), event.getY());
    pressed.ifPresent(
        start ->
            finder
                .apply(start)
                .ifPresent(
                    panel -> {
                      showBox(panel, start, at);
                      mark(panel, start, at);
                    }));
  }

  /** Tells what is marked so far, from the first move that is no click any more. */
  private void mark(PanelView panel, Point2D start, Point2D at) {
    marksBegun |= marks && start.distance(at) >= CLICK_PIXELS;
    if (marksBegun) {
      onMarking.accept(new Zoom(panel, Optional.of(range(panel, start, at)), Optional.empty()));
    }
  }

  private static Range range(PanelView panel, Point2D start, Point2D at) {
    Rectangle2D dragged = dragged(panel, start, at);
    Readout from = panel.readout(new Point2D(dragged.getMinX(), dragged.getMinY()));
    Readout to = panel.readout(new Point2D(dragged.getMaxX(), dragged.getMaxY()));
    return Range.between(from.x(), to.x());
  }

  private void showBox(PanelView panel, Point2D start, Point2D at) {
    Rectangle2D dragged = dragged(panel, start, at);
    boolean alongX = dragged.getWidth() >= ONE_AXIS_PIXELS;
    boolean alongY = !marks && dragged.getHeight() >= ONE_AXIS_PIXELS;
    Rectangle2D frame = marks ? panel.columnBounds() : panel.bounds();
    box.setX(alongX ? dragged.getMinX() : frame.getMinX());
    box.setWidth(alongX ? dragged.getWidth() : frame.getWidth());
    box.setY(alongY ? dragged.getMinY() : frame.getMinY());
    box.setHeight(alongY ? dragged.getHeight() : frame.getHeight());
    box.setVisible(alongX || alongY || (marks && dragged.getWidth() >= CLICK_PIXELS));
    if (marks) {
      box.setX(dragged.getMinX());
      box.setWidth(dragged.getWidth());
    }
  }

  private void release(MouseEvent event) {
    Optional<Point2D> start = pressed;
    pressed = Optional.empty();
    box.setVisible(false);
    if (event.getButton() != MouseButton.PRIMARY || start.isEmpty()) {
      return;
    }
    Point2D at = new Point2D(event.getX(), event.getY());
    boolean twice = event.getClickCount() == 2 && start.get().distance(at) < CLICK_PIXELS;
    if (twice) {
      onBack.run();
      return;
    }
    finder.apply(start.get()).ifPresent(panel -> finish(panel, start.get(), at));
  }

  private void finish(PanelView panel, Point2D start, Point2D at) {
    if (marksBegun) {
      onMarked.accept(new Zoom(panel, Optional.of(range(panel, start, at)), Optional.empty()));
      return;
    }
    if (start.distance(at) < CLICK_PIXELS) {
      onPick.accept(panel.readout(start));
      return;
    }
    Rectangle2D dragged = dragged(panel, start, at);
    Readout from = panel.readout(new Point2D(dragged.getMinX(), dragged.getMinY()));
    Readout to = panel.readout(new Point2D(dragged.getMaxX(), dragged.getMaxY()));
    if (marks) {
      onMarked.accept(new Zoom(panel, Optional.of(range(panel, start, at)), Optional.empty()));
      return;
    }
    boolean alongX = dragged.getWidth() >= ONE_AXIS_PIXELS;
    boolean alongY = dragged.getHeight() >= ONE_AXIS_PIXELS;
    onZoom.accept(
        new Zoom(
            panel,
            alongX ? Optional.of(Range.between(from.x(), to.x())) : Optional.empty(),
            alongY ? Optional.of(Range.between(from.y(), to.y())) : Optional.empty()));
  }

  private static Rectangle2D dragged(PanelView panel, Point2D start, Point2D at) {
    Rectangle2D frame = panel.bounds();
    double x = Math.clamp(at.getX(), frame.getMinX(), frame.getMaxX());
    double y = Math.clamp(at.getY(), frame.getMinY(), frame.getMaxY());
    return new Rectangle2D(
        Math.min(x, start.getX()),
        Math.min(y, start.getY()),
        Math.abs(x - start.getX()),
        Math.abs(y - start.getY()));
  }

  private static void place(Line line, double x0, double y0, double x1, double y1) {
    line.setStartX(x0);
    line.setStartY(y0);
    line.setEndX(x1);
    line.setEndY(y1);
  }
}
