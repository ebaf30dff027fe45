package org.dipscope.app.figure;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import org.dipscope.core.histogram.Values;

/**
 * The keys of a figure that has the focus: arrows step the readout from bin to bin, Alt with arrows
 * and Backspace walk through the views, Escape shows all, X switches the crosshair, Delete removes
 * the mark that was touched last.
 */
final class PlotKeys {
  private final PlotPane pane;
  private final PointerLayer pointer;
  private final IntervalLayer intervals;
  private Values stops = Values.EMPTY;

  PlotKeys(PlotPane pane, PointerLayer pointer, IntervalLayer intervals) {
    this.pane = pane;
    this.pointer = pointer;
    this.intervals = intervals;
  }

  void setStops(Values now) {
    stops = now;
  }

  void press(KeyEvent event) {
    if (event.isShortcutDown() || !handle(event)) {
      return;
    }
    event.consume();
  }

  private boolean handle(KeyEvent event) {
    boolean alt = event.isAltDown();
    switch (event.getCode()) {
      case LEFT, RIGHT -> {
        boolean right = event.getCode() == javafx.scene.input.KeyCode.RIGHT;
        if (!alt) {
          return step(right);
        }
        if (right) {
          pane.zoomForward();
        } else {
          pane.zoomBack();
        }
      }
      case BACK_SPACE -> pane.zoomBack();
      case ESCAPE -> {
        if (!pane.zoomedProperty().get()) {
          return false;
        }
        pane.showWhole();
      }
      case X -> pane.crosshairProperty().set(!pane.crosshairProperty().get());
      case DELETE -> {
        return intervals.removeChosen();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The next stop that is shown, from where the readout is. */
  private boolean step(boolean right) {
    if (pane.panels().isEmpty() || stops.isEmpty()) {
      return false;
    }
    Optional<Readout> now = pane.readoutProperty().get();
    int row = now.filter(at -> at.column() == 0).map(Readout::row).orElse(0);
    PanelView panel = pane.panels().get(Math.min(row, pane.panels().size() - 1));
    double from =
        now.map(Readout::x).orElse(right ? panel.frame().x().low() : panel.frame().x().high());
    double target = next(stops, from, right);
    if (!panel.frame().x().shows(target)) {
      return true;
    }
    Rectangle2D bounds = panel.bounds();
    double x = bounds.getMinX() + panel.frame().x().position(target) * bounds.getWidth();
    double y =
        now.map(at -> bounds.getMaxY() - panel.frame().y().position(at.y()) * bounds.getHeight())
            .filter(at -> at >= bounds.getMinY() && at <= bounds.getMaxY())
            .orElse(0.5 * (bounds.getMinY() + bounds.getMaxY()));
    pointer.pointAt(panel, new Point2D(x, y));
    return true;
  }

  /** The nearest stop to one side of a value, more than rounding away; NaN if there is none. */
  static double next(Values stops, double from, boolean right) {
    double best = Double.NaN;
    double rounding = 1e-3 * (stops.get(stops.size() - 1) - stops.get(0)) / stops.size();
    for (int i = 0; i < stops.size(); i++) {
      double stop = stops.get(i);
      boolean beyond = right ? stop > from + rounding : stop < from - rounding;
      if (beyond && !(Math.abs(best - from) <= Math.abs(stop - from))) {
        best = stop;
      }
    }
    return best;
  }
}
