package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and in which order a panel lists its marks. A legend has no frame.
 *
 * @param place where it goes
 * @param columns the number of columns; 1 if absent or below 1
 * @param order labels in the order wanted; labels not listed follow in mark order
 */
public record Legend(Place place, int columns, List<String> order) {
  /** A legend that looks for a place without data. */
  public static final Legend AUTO = new Legend(Place.AUTO, 1, List.of());

  /** No legend. */
  public static final Legend NONE = new Legend(Place.NONE, 1, List.of());

  /** Fills in defaults. */
  public Legend(@Nullable Place place, int columns, @Nullable List<String> order) {
    this.place = place == null ? Place.AUTO : place;
    this.columns = Math.clamp(columns, 1, 8);
    this.order = Require.list(order, "order");
  }

  /** Returns this legend in the order of the given labels. */
  public Legend inOrder(String... labels) {
    return new Legend(place, columns, List.of(labels));
  }

  /** Where a legend goes. */
  public enum Place {
    /**
     * The corner with the least data; a linear or logarithmic y axis that follows the data makes
     * room for it.
     */
    AUTO,
    /** Upper right corner. */
    TOP_RIGHT,
    /** Upper left corner. */
    TOP_LEFT,
    /** Lower right corner. */
    BOTTOM_RIGHT,
    /** Lower left corner. */
    BOTTOM_LEFT,
    /** In rows above the frame. */
    ABOVE,
    /** Not shown. */
    NONE
  }
}
