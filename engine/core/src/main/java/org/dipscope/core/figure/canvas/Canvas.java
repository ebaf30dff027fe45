package org.dipscope.core.figure.canvas;

/**
 * A drawing surface. Coordinates are points (1/72 inch) from the upper left corner, y downwards;
 * colours are 0xAARRGGBB without premultiplication. Implementations may assume finite coordinates.
 */
public interface Canvas {
  /** Fills the inside of a path by the nonzero winding rule. */
  void fill(Path path, int argb);

  /** Draws along a path. */
  void stroke(Path path, Pen pen);

  /** Writes one label. */
  void text(PlacedText text);

  /** Paints a grid of cells without seams. */
  void cells(CellGrid cells);

  /** Restricts what follows to a box, inside any box already set, until {@link #endClip}. */
  void beginClip(Box box);

  /** Ends the innermost {@link #beginClip}. */
  void endClip();
}
