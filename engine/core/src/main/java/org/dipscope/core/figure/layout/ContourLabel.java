package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.canvas.Box;

/**
 * Finds where on a contour its text goes: inside the frame, where the line is most level, on its
 * lower side.
 */
final class ContourLabel {
  private static final double LOWER_SIDE_BONUS = 0.25;

  private ContourLabel() {}

  /** Returns x and y in points, or nothing if no part of the contour has room. */
  static double[] place(PanelFrame frame, Contours contours, double width) {
    Box box = frame.box();
    Box room =
        new Box(
            box.left() + width / 2 + frame.em(),
            box.top() + frame.em(),
            box.right() - width / 2 - frame.em(),
            box.bottom() - frame.em());
    double[] best = {};
    double bestCost = Double.POSITIVE_INFINITY;
    for (Polyline line : contours.lines()) {
      int reach = Math.max(1, line.x().size() / 40);
      for (int i = reach; i + reach < line.x().size(); i++) {
        double x = frame.xPt(line.x().get(i));
        double y = frame.yPt(line.y().get(i));
        double dx = frame.xPt(line.x().get(i + reach)) - frame.xPt(line.x().get(i - reach));
        double dy = frame.yPt(line.y().get(i + reach)) - frame.yPt(line.y().get(i - reach));
        double steepness = Math.abs(dy) / (Math.hypot(dx, dy) + 1e-9);
        double cost = steepness - LOWER_SIDE_BONUS * (y - box.top()) / box.height();
        if (room.contains(x, y) && cost < bestCost) {
          bestCost = cost;
          best = new double[] {x, y};
        }
      }
    }
    return best;
  }
}
