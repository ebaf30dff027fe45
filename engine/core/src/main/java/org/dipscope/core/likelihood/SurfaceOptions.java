package org.dipscope.core.likelihood;

import java.util.List;

/**
 * How much work a surface is worth.
 *
 * @param levels values of &minus;2&Delta; ln L to draw contours at, positive
 * @param quality where the values between grid points come from
 */
public record SurfaceOptions(List<Double> levels, Quality quality) {
  private static final List<Double> USUAL =
      List.of(Contour.LEVEL_68, Contour.LEVEL_95, Contour.LEVEL_997);

  /** How minima and contours between the grid points are found. */
  public enum Quality {
    /**
     * From the grid values alone: for previews while a slider moves. Contours smaller than a cell
     * are missed.
     */
    PREVIEW,

    /** From &lambda; itself, with templates interpolated between grid points; no new spectra. */
    INTERPOLATED,

    /** From &lambda; itself, with spectra computed where they are needed. */
    EXACT
  }

  /** Copies and checks the levels. */
  public SurfaceOptions {
    levels = List.copyOf(levels);
    for (double level : levels) {
      if (!(level > 0 && level <= Checks.LARGEST)) {
        throw Checks.bad("The contour level is " + level + ".", "Give a positive number.");
      }
    }
  }

  /** The usual levels 2.30, 5.99 and 11.83 at a quality. */
  public static SurfaceOptions of(Quality quality) {
    return new SurfaceOptions(USUAL, quality);
  }
}
