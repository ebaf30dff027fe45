package org.dipscope.core.figure.canvas;

import java.util.List;

/**
 * One line of text at a place.
 *
 * @param x the anchor's horizontal position
 * @param y the baseline's vertical position
 * @param anchor which part of the text the anchor is
 * @param upwards whether the text runs from bottom to top instead of from left to right
 * @param argb its colour
 * @param haloArgb the colour of an outline behind the text, or 0 for none
 * @param width the width of the whole line in points
 * @param runs the pieces from left to right
 */
public record PlacedText(
    double x,
    double y,
    Anchor anchor,
    boolean upwards,
    int argb,
    int haloArgb,
    double width,
    List<Run> runs) {
  /** The width of the halo's stroke in points. */
  public static final double HALO_WIDTH = 2.4;

  /** Returns the distance from the anchor to the start of the line, along the text. */
  public double startOffset() {
    return switch (anchor) {
      case START -> 0;
      case MIDDLE -> -width / 2;
      case END -> -width;
    };
  }

  /** Which part of a line its position refers to. */
  public enum Anchor {
    /** The start. */
    START,
    /** The middle. */
    MIDDLE,
    /** The end. */
    END
  }

  /**
   * A piece of text in one size.
   *
   * @param text its characters
   * @param offset distance from the start of the line to its start
   * @param rise height of its baseline above the line's baseline
   * @param size font size in points
   * @param bold whether it is bold
   * @param advance distance from its start to its end
   */
  public record Run(
      String text, double offset, double rise, double size, boolean bold, double advance) {}
}
