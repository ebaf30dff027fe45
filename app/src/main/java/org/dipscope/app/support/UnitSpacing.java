package org.dipscope.app.support;

import java.util.regex.Pattern;

/** Keeps a number and its unit on one line where words are wrapped. */
public final class UnitSpacing {
  private static final Pattern BEFORE_UNIT =
      Pattern.compile("(?<=\\d) (?=(?:[kMGT]?eV|[afpnµ]?b)(?!\\p{L})|%)");

  private UnitSpacing() {}

  /** The same words with a no-break space between each number and the energy or area after it. */
  public static String kept(String words) {
    return BEFORE_UNIT.matcher(words).replaceAll("\u00a0");
  }
}
