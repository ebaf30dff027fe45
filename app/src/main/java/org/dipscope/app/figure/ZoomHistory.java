package org.dipscope.app.figure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What part of a figure is shown, with the way back. Panels of a column share their x range; each
 * panel has its own y range; an axis that was never zoomed follows the figure.
 */
final class ZoomHistory {
  private static final int KEPT = 50;

  private final Deque<View> past = new ArrayDeque<>();
  private View now = View.WHOLE;

  /** A part of an axis. */
  record Range(double low, double high) {
    static Range between(double a, double b) {
      return new Range(Math.min(a, b), Math.max(a, b));
    }
  }

  /** A panel, counted from the upper left: column, then row. */
  record Place(int column, int row) {}

  private record View(Map<Integer, Range> x, Map<Place, Range> y) {
    static final View WHOLE = new View(Map.of(), Map.of());
  }

  boolean isZoomed() {
    return !now.equals(View.WHOLE);
  }

  Optional<Range> x(int column) {
    return Optional.ofNullable(now.x.get(column));
  }

  Optional<Range> y(Place place) {
    return Optional.ofNullable(now.y.get(place));
  }

  /** Zooms into a part of a panel; an empty range leaves that axis as it is. */
  void zoom(Place place, Optional<Range> x, Optional<Range> y) {
    Map<Integer, Range> newX = new HashMap<>(now.x);
    Map<Place, Range> newY = new HashMap<>(now.y);
    x.filter(ZoomHistory::isUsable).ifPresent(range -> newX.put(place.column, range));
    y.filter(ZoomHistory::isUsable).ifPresent(range -> newY.put(place, range));
    View next = new View(Map.copyOf(newX), Map.copyOf(newY));
    if (next.equals(now)) {
      return;
    }
    past.push(now);
    if (past.size() > KEPT) {
      past.removeLast();
    }
    now = next;
  }

  /** One zoom back; from the whole figure nothing happens. */
  void back() {
    now = past.isEmpty() ? View.WHOLE : past.pop();
  }

  /** Shows the whole figure again. */
  void reset() {
    past.clear();
    now = View.WHOLE;
  }

  private static boolean isUsable(Range range) {
    double scale = Math.max(Math.abs(range.low), Math.abs(range.high));
    return Double.isFinite(scale) && range.high - range.low > 1e-9 * scale;
  }
}
