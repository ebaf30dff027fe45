package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area bounded by polygons, for example the unphysical part of a parameter plane. Polygons may
 * reach beyond the axes; infinite coordinates mean the panel's edge.
 *
 * @param label legend text
 * @param polygons the outlines, closed without repeating the first point
 * @param fill hatched, translucent or solid
 * @param colour its colour
 */
public record Region(String label, List<Polyline> polygons, Fill fill, Colour colour)
    implements Mark {
  /** Fills in defaults. */
  public Region(
      @Nullable String label,
      @Nullable List<Polyline> polygons,
      @Nullable Fill fill,
      @Nullable Colour colour) {
    this.label = Require.textOrEmpty(label);
    this.polygons = Require.list(polygons, "polygons");
    this.fill = fill == null ? Fill.HATCHED : fill;
    this.colour = colour == null ? Colour.MUTED : colour;
  }
}
