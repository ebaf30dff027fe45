package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one contour level, drawn as given: tracing them is the task of whoever knows the
 * surface.
 *
 * @param label legend text
 * @param text written on the longest line, for example "68 %"; empty for none
 * @param level the height of the contour, for the data table
 * @param lines the polylines
 * @param stroke how they are drawn
 */
public record Contours(String label, String text, double level, List<Polyline> lines, Stroke stroke)
    implements Mark {
  /** Fills in defaults. */
  public Contours(
      @Nullable String label,
      @Nullable String text,
      double level,
      @Nullable List<Polyline> lines,
      @Nullable Stroke stroke) {
    this.label = Require.textOrEmpty(label);
    this.text = Require.textOrEmpty(text);
    this.level = level;
    this.lines = Require.list(lines, "lines");
    this.stroke = stroke == null ? Stroke.DEFAULT : stroke;
  }
}
