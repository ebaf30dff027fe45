package org.dipscope.app.figure;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.dipscope.app.figure.ZoomHistory.Range;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.layout.AxisScale;

/**
 * What a turn of the wheel shows: the value under the pointer stays where it is. Over a spectrum
 * the horizontal axis is zoomed and the vertical one follows; a surface is zoomed along both.
 */
final class WheelZoom {
  private static final double PER_NOTCH = 1.25;
  private static final double NOTCH_PIXELS = 40;

  private WheelZoom() {}

  /**
   * The ranges after a turn; absent along an axis that stays.
   *
   * @param turn pixels of scrolling, positive to zoom in
   */
  static PointerLayer.Zoom at(PanelView panel, Point2D pointer, double turn) {
    double factor = Math.pow(PER_NOTCH, -Math.clamp(turn / NOTCH_PIXELS, -4, 4));
    double x = (pointer.getX() - panel.bounds().getMinX()) / panel.bounds().getWidth();
    double y = (panel.bounds().getMaxY() - pointer.getY()) / panel.bounds().getHeight();
    boolean surface = panel.frame().panel().marks().stream().anyMatch(HeatMap.class::isInstance);
    return new PointerLayer.Zoom(
        panel,
        Optional.of(around(panel.frame().x(), x, factor)),
        surface ? Optional.of(around(panel.frame().y(), y, factor)) : Optional.empty());
  }

  /** The range whose ends are so many times as far from a position as those of the axis. */
  static Range around(AxisScale axis, double position, double factor) {
    return Range.between(
        axis.value(position - factor * position), axis.value(position + factor * (1 - position)));
  }

  /** The part of a range that lies on an axis; absent if that is all of the axis. */
  static Optional<Range> within(Range range, AxisScale whole) {
    double low = Math.max(range.low(), whole.low());
    double high = Math.min(range.high(), whole.high());
    double rounding = 1e-9 * (whole.high() - whole.low());
    boolean all = low <= whole.low() + rounding && high >= whole.high() - rounding;
    return all || !(low < high) ? Optional.empty() : Optional.of(new Range(low, high));
  }
}
