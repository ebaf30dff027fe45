package org.dipscope.core.figure;

/**
 * The light and dark palettes. The ten series colours are the colour-blind-safe set of M. Petroff,
 * arXiv:2107.02270, table 1; on dark paper the three darkest are lightened so that lines keep a
 * contrast of at least 3:1.
 */
public enum Theme {
  /** Dark ink on white paper, for print. */
  LIGHT(
      0xffffffff,
      0xff1b1b1b,
      0xff6b6f76,
      0xffdcdfe3,
      "3f90da ffa90e bd1f01 94a4a2 832db6 a96b59 e76300 b9ac70 717581 92dadd"),
  /** Light ink on dark paper, for the screen. */
  DARK(
      0xff14171c,
      0xffe9ebee,
      0xff9aa2ad,
      0xff343a43,
      "3f90da ffa90e e8502f 94a4a2 b56be3 a96b59 e76300 b9ac70 8d919d 92dadd");

  /** The number of series colours. */
  public static final int SERIES_COUNT = 10;

  private final int background;
  private final int foreground;
  private final int muted;
  private final int grid;
  private final String series;

  Theme(int background, int foreground, int muted, int grid, String series) {
    this.background = background;
    this.foreground = foreground;
    this.muted = muted;
    this.grid = grid;
    this.series = series;
  }

  /** Returns the colour as 0xAARRGGBB in this theme. */
  public int argb(Colour colour) {
    String code = colour.code();
    if (code.startsWith("#")) {
      long value = Long.parseLong(code.substring(1), 16);
      return code.length() == 7
          ? (int) (0xff000000L | value)
          : (int) ((value & 0xff) << 24 | value >>> 8);
    }
    return switch (code) {
      case "foreground" -> foreground;
      case "background" -> background;
      case "muted" -> muted;
      case "grid" -> grid;
      default -> seriesArgb(Integer.parseInt(code.substring("series".length())));
    };
  }

  private int seriesArgb(int number) {
    int start = 7 * (number - 1);
    return 0xff000000 | Integer.parseInt(series.substring(start, start + 6), 16);
  }
}
