package org.dipscope.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppearanceTest {
  private static final Pattern TOKEN = Pattern.compile("(-ds-[a-z0-9-]+):\\s*(#[0-9a-f]{6})");
  private static final Pattern USE = Pattern.compile("-ds-[a-z0-9-]+");
  private static final double READABLE = 4.5;

  private static String read(String sheet) throws IOException {
    try (InputStream stream = URI.create(sheet).toURL().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Integer> tokens(Theme theme) throws IOException {
    Map<String, Integer> tokens = new HashMap<>();
    Matcher matcher = TOKEN.matcher(read(Appearance.styleSheets(theme).get(1)));
    while (matcher.find()) {
      tokens.put(matcher.group(1), Integer.parseInt(matcher.group(2).substring(1), 16));
    }
    return tokens;
  }

  private static int token(Map<String, Integer> tokens, String name) {
    return Objects.requireNonNull(tokens.get("-ds-" + name), name);
  }

  private static double luminance(int rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double channel = (rgb >> (16 - 8 * i) & 255) / 255.0;
      double linear =
          channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
      sum += weights[i] * linear;
    }
    return sum;
  }

  private static double contrast(int a, int b) {
    double first = luminance(a) + 0.05;
    double second = luminance(b) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void windowsAndFiguresShareTheirColours(Theme theme) throws IOException {
    Map<String, Integer> tokens = tokens(theme);
    for (int series = 1; series <= Theme.SERIES_COUNT; series++) {
      assertThat(token(tokens, "series-" + series))
          .as("series %d", series)
          .isEqualTo(theme.argb(Colour.series(series)) & 0xffffff);
    }
    assertThat(token(tokens, "background")).isEqualTo(theme.argb(Colour.BACKGROUND) & 0xffffff);
    assertThat(token(tokens, "text")).isEqualTo(theme.argb(Colour.FOREGROUND) & 0xffffff);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textIsReadableOnEverySurface(Theme theme) throws IOException {
    Map<String, Integer> tokens = tokens(theme);
    List<String> surfaces =
        List.of("window", "surface", "control", "control-hover", "accent-soft", "danger-soft");
    for (String surface : surfaces) {
      int paper = token(tokens, surface);
      assertThat(contrast(token(tokens, "text"), paper)).as(surface).isGreaterThan(READABLE);
    }
    for (String ink : List.of("text-muted", "danger", "warning")) {
      int paper = token(tokens, "window");
      assertThat(contrast(token(tokens, ink), paper)).as(ink).isGreaterThan(READABLE);
    }
    assertThat(contrast(token(tokens, "on-accent"), token(tokens, "accent")))
        .isGreaterThan(READABLE);
  }

  @Test
  void bothThemesDefineEveryTokenThatIsUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    Matcher matcher = USE.matcher(read(Appearance.styleSheets(Theme.LIGHT).getFirst()));
    while (matcher.find()) {
      used.add(matcher.group());
    }
    for (Theme theme : Theme.values()) {
      String sheet = read(Appearance.styleSheets(theme).get(1));
      assertThat(used)
          .as(theme.name().toLowerCase(Locale.ROOT))
          .isNotEmpty()
          .allMatch(token -> sheet.contains(token + ":"));
    }
  }
}
