package org.dipscope.core.figure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour by its role in the theme ({@code foreground}, {@code background}, {@code muted}, {@code
 * grid}, {@code series1} to {@code series10}) or by its value ({@code #rrggbb}, {@code #rrggbbaa}).
 * Roles follow the light or dark theme.
 *
 * @param code the role or value, lower case
 */
public record Colour(@JsonValue String code) {
  private static final Pattern ALLOWED =
      Pattern.compile(
          "foreground|background|muted|grid|series([1-9]|10)|#[0-9a-f]{6}([0-9a-f]{2})?");

  /** Text, frames and data points. */
  public static final Colour FOREGROUND = new Colour("foreground");

  /** The paper. */
  public static final Colour BACKGROUND = new Colour("background");

  /** Secondary lines and notes. */
  public static final Colour MUTED = new Colour("muted");

  /** Grid lines. */
  public static final Colour GRID = new Colour("grid");

  /**
   * Checks the code.
   *
   * @throws IllegalArgumentException if the code is neither a role nor a value
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Colour {
    code = Require.present(code, "colour").toLowerCase(Locale.ROOT);
    if (!ALLOWED.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a colour; use #rrggbb, #rrggbbaa, foreground, background, muted, grid or series1 to series10"
              .formatted(code));
    }
  }

  /**
   * Returns series colour {@code number} of the palette, counted from 1 and repeating after ten.
   */
  public static Colour series(int number) {
    return new Colour("series" + (Math.floorMod(number - 1, Theme.SERIES_COUNT) + 1));
  }

  /** Returns the colour with the given red, green and blue, each 0 to 255. */
  public static Colour rgb(int red, int green, int blue) {
    return new Colour(
        String.format(Locale.ROOT, "#%02x%02x%02x", red & 255, green & 255, blue & 255));
  }
}
