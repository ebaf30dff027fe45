package org.dipscope.app.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import org.dipscope.core.figure.text.Typeface;
import org.jspecify.annotations.Nullable;

/** The type of figures on the screen: the font files that exported figures carry. */
public final class FigureFonts {
  private static final String REGULAR = "LiberationSans-Regular.ttf";
  private static final String BOLD = "LiberationSans-Bold.ttf";
  private static final double SIZES_PER_PIXEL = 8;
  private static final Map<Long, Font> FONTS = new ConcurrentHashMap<>();

  private FigureFonts() {}

  /** Makes the font known to style sheets, where it is called {@code Liberation Sans}. */
  public static void install() {
    font(false, 12);
    font(true, 12);
  }

  static Font font(boolean bold, double pixels) {
    long eighths = Math.max(1, Math.round(pixels * SIZES_PER_PIXEL));
    return FONTS.computeIfAbsent(
        bold ? -eighths : eighths,
        key -> load(bold ? BOLD : REGULAR, Math.abs(key) / SIZES_PER_PIXEL));
  }

  private static Font load(String file, double pixels) {
    try (InputStream stream = Typeface.class.getResourceAsStream(file)) {
      @Nullable Font font = stream == null ? null : Font.loadFont(stream, pixels);
      return font == null ? Font.font(pixels) : font;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
