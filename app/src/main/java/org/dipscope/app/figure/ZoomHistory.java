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
  private final Deque<View> future = new ArrayDeque<>();
  private boolean gesture;
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

  boolean hasPast() {
    return !past.isEmpty();
  }

  boolean hasFuture() {
    return !future.isEmpty();
  }

  /** Zooms into a part of a panel; an empty range leaves that axis as it is. */
  void zoom(Place place, Optional<Range> x, Optional<Range> y) {
    gesture = false;
    go(zoomed(place, x, y), true);
  }

  /** Zooms step by step, as with a wheel: steps in a row are one for the way back. */
  void step(Place place, Optional<Range> x, Optional<Range> y) {
    go(zoomed(place, x, y), !gesture);
    gesture = true;
  }

  /** Shows all of an axis that was zoomed step by step. */
  void stepOut(Place place) {
    Map<Integer, Range> newX = new HashMap<>(now.x);
    Map<Place, Range> newY = new HashMap<>(now.y);
    newX.remove(place.column);
    newY.remove(place);
    go(new View(Map.copyOf(newX), Map.copyOf(newY)), !gesture);
    gesture = true;
  }

  private View zoomed(Place place, Optional<Range> x, Optional<Range> y) {
    Map<Integer, Range> newX = new HashMap<>(now.x);
    Map<Place, Range> newY = new HashMap<>(now.y);
    x.filter(ZoomHistory::isUsable).ifPresent(range -> newX.put(place.column, range));
    y.filter(ZoomHistory::isUsable).ifPresent(range -> newY.put(place, range));
    return new View(Map.copyOf(newX), Map.copyOf(newY));
  }

  private void go(View next, boolean remember) {
    if (next.equals(now)) {
      return;
    }
    future.clear();
    if (remember) {
      past.push(now);
    }
    if (past.size() > KEPT) {
      past.removeLast();
    }
    now = next;
  }

  /** One zoom back; from the first view nothing happens. */
  void back() {
    gesture = false;
    if (!past.isEmpty()) {
      future.push(now);
      now = past.pop();
    }
  }

  /** Takes the last way back again. */
  void forward() {
    gesture = false;
    if (!future.isEmpty()) {
      past.push(now);
      now = future.pop();
    }
  }

  /** Shows the whole figure again; there is a way back. */
  void leave() {
    gesture = false;
    go(View.WHOLE, true);
  }

  /** Shows the whole figure and forgets every view, as for other data. */
  void reset() {
    gesture = false;
    past.clear();
    future.clear();
    now = View.WHOLE;
  }

  /** Lets every vertical axis follow the figure again, as when its quantity changes. */
  void releaseVertical() {
    gesture = false;
    now = new View(now.x, Map.of());
    past.clear();
    future.clear();
    if (isZoomed()) {
      past.push(View.WHOLE);
    }
  }

  private static boolean isUsable(Range range) {
    double scale = Math.max(Math.abs(range.low), Math.abs(range.high));
    return Double.isFinite(scale) && range.high - range.low > 1e-9 * scale;
  }
}
