package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.dipscope.app.support.Icon;

/**
 * Handles on the marked intervals of the first column: edges that can be dragged and a cross that
 * removes one. The shades themselves belong to the figure, so that they are exported with it.
 */
final class IntervalLayer extends Pane {
  private static final double GRIP_PIXELS = 8;
  private static final double CROSS_GAP = 3;

  private final Rectangle veil = new Rectangle();
  private final List<Handles> handles = new ArrayList<>();
  private List<Interval> intervals = List.of();
  private Optional<PanelView> panel = Optional.empty();
  private IntervalEdits edits = IntervalEdits.NONE;
  private int chosen = -1;

  IntervalLayer() {
    setPickOnBounds(false);
    veil.getStyleClass().add("plot-zoom-box");
    veil.setManaged(false);
    veil.setMouseTransparent(true);
    veil.setVisible(false);
    getChildren().add(veil);
  }

  void setEdits(IntervalEdits now) {
    edits = now;
  }

  /** Shows handles on these intervals. */
  void show(List<Interval> now) {
    if (!intervals.equals(now)) {
      intervals = List.copyOf(now);
      chosen = -1;
      getChildren().setAll(veil);
      handles.clear();
      for (int index = 0; index < intervals.size(); index++) {
        handles.add(new Handles(index));
      }
    }
    place();
  }

  /** Follows the panels after they were laid out. */
  void follow(List<PanelView> panels) {
    panel = panels.stream().findFirst();
    place();
  }

  /** Removes the interval that was touched last; false if there is none. */
  boolean removeChosen() {
    if (chosen < 0 || chosen >= intervals.size()) {
      return false;
    }
    edits.remove(chosen);
    return true;
  }

  private void place() {
    handles.forEach(Handles::place);
  }

  private static double pixel(PanelView in, double value) {
    Rectangle2D bounds = in.bounds();
    return bounds.getMinX() + in.frame().x().position(value) * bounds.getWidth();
  }

  private final class Handles {
    private final int index;
    private final Rectangle left = grip();
    private final Rectangle right = grip();
    private final Button cross = Icon.CLOSE.on(new Button(), "Remove this mask (Delete)");

    Handles(int index) {
      this.index = index;
      cross.getStyleClass().add("interval-cross");
      cross.setManaged(false);
      cross.setOnAction(event -> edits.remove(index));
      cross.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
      hold(left, true);
      hold(right, false);
      getChildren().addAll(left, right, cross);
    }

    private static Rectangle grip() {
      Rectangle grip = new Rectangle();
      grip.getStyleClass().add("interval-grip");
      grip.setManaged(false);
      grip.setCursor(Cursor.H_RESIZE);
      return grip;
    }

    private void onKey(KeyEvent event) {
      if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
        edits.remove(index);
        event.consume();
      }
    }

    private void hold(Rectangle grip, boolean isLeft) {
      grip.setOnMousePressed(
          event -> {
            chosen = index;
            cross.requestFocus();
            event.consume();
          });
      grip.setOnMouseDragged(event -> drag(event, isLeft));
      grip.setOnMouseReleased(event -> drop(event, isLeft));
    }

    private double value(PanelView in, MouseEvent event) {
      Rectangle2D bounds = in.bounds();
      double x = Math.clamp(event.getX(), bounds.getMinX(), bounds.getMaxX());
      return in.frame().x().value((x - bounds.getMinX()) / bounds.getWidth());
    }

    private void drag(MouseEvent event, boolean isLeft) {
      panel.ifPresent(
          in -> {
            Interval now = intervals.get(index);
            double still = pixel(in, isLeft ? now.high() : now.low());
            double moved = pixel(in, value(in, event));
            Rectangle2D column = in.columnBounds();
            double from = Math.max(column.getMinX(), Math.min(still, moved));
            double to = Math.min(column.getMaxX(), Math.max(still, moved));
            veil.setX(from);
            veil.setWidth(Math.max(0, to - from));
            veil.setY(column.getMinY());
            veil.setHeight(column.getHeight());
            veil.setVisible(true);
            edits.changing(index, isLeft ? now.high() : now.low(), value(in, event));
          });
      event.consume();
    }

    private void drop(MouseEvent event, boolean isLeft) {
      event.consume();
      if (!veil.isVisible()) {
        return;
      }
      veil.setVisible(false);
      panel.ifPresent(
          in -> {
            Interval now = intervals.get(index);
            edits.change(index, isLeft ? now.high() : now.low(), value(in, event));
          });
    }

    private void place() {
      Interval interval = intervals.get(index);
      Optional<PanelView> in =
          panel
              .filter(p -> interval.high() > p.frame().x().low())
              .filter(p -> interval.low() < p.frame().x().high());
      for (Node node : List.of(left, right, cross)) {
        node.setVisible(in.isPresent());
      }
      in.ifPresent(this::place);
    }

    private void place(PanelView in) {
      Interval interval = intervals.get(index);
      Rectangle2D column = in.columnBounds();
      place(left, pixel(in, interval.low()), column);
      place(right, pixel(in, interval.high()), column);
      cross.autosize();
      double end = Math.min(pixel(in, interval.high()), column.getMaxX());
      double start = Math.max(pixel(in, interval.low()), column.getMinX());
      double inside = end - CROSS_GAP - cross.getWidth();
      double x = inside >= start ? inside : 0.5 * (start + end - cross.getWidth());
      cross.relocate(
          Math.rint(x), Math.rint(in.bounds().getMaxY() - cross.getHeight() - CROSS_GAP));
    }

    private void place(Rectangle grip, double x, Rectangle2D column) {
      grip.setX(x - GRIP_PIXELS / 2);
      grip.setWidth(GRIP_PIXELS);
      grip.setY(column.getMinY());
      grip.setHeight(column.getHeight());
      boolean outside = x < column.getMinX() - 1 || x > column.getMaxX() + 1;
      grip.setVisible(!outside);
    }
  }
}
