package org.dipscope.core.likelihood;

import java.util.List;

/**
 * The lines on which &minus;2&Delta; ln L has one value. Deterministic in order and direction.
 *
 * @param level the value of &minus;2&Delta; ln L
 * @param lines in no particular order; empty if the level is not reached
 */
public record Contour(double level, List<Polyline> lines) {

  /** 68.3 % in two dimensions (by Wilks' theorem, which interference can break). */
  public static final double LEVEL_68 = 2.30;

  /** 95 % in two dimensions. */
  public static final double LEVEL_95 = 5.99;

  /** 99.7 % in two dimensions. */
  public static final double LEVEL_997 = 11.83;

  /** Copies the list. */
  public Contour {
    lines = List.copyOf(lines);
  }
}
