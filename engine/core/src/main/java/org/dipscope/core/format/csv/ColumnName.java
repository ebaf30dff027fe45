package org.dipscope.core.format.csv;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column header taken apart, such as {@code m_tt low [GeV]} or {@code m_low_GeV}.
 *
 * @param label the header without its unit
 * @param unit the unit in the usual spelling, or empty
 */
record ColumnName(String label, String unit) {
  private static final Pattern BRACKETS = Pattern.compile("\\s*\\[([^\\[\\]]*)\\]");
  private static final Pattern PARENTHESES = Pattern.compile("\\s*\\(([^()]*)\\)\\s*$");
  private static final Pattern SUFFIX = Pattern.compile("^(.+?)[ _](?:in[ _])?([A-Za-z]+)$");
  private static final Pattern SLASH = Pattern.compile("^(.+?)\\s*/\\s*([A-Za-z]+)$");
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("ev", "eV"),
          Map.entry("kev", "keV"),
          Map.entry("mev", "MeV"),
          Map.entry("gev", "GeV"),
          Map.entry("tev", "TeV"),
          Map.entry("pb", "pb"),
          Map.entry("fb", "fb"),
          Map.entry("nb", "nb"),
          Map.entry("mb", "mb"),
          Map.entry("rad", "rad"),
          Map.entry("deg", "deg"),
          Map.entry("mm", "mm"),
          Map.entry("cm", "cm"),
          Map.entry("%", "%"),
          Map.entry("percent", "%"),
          Map.entry("pct", "%"));

  static ColumnName of(String header) {
    Matcher brackets = BRACKETS.matcher(header);
    if (brackets.find()) {
      return new ColumnName(
          (header.substring(0, brackets.start()) + header.substring(brackets.end())).strip(),
          usual(brackets.group(1).strip()));
    }
    Matcher parentheses = PARENTHESES.matcher(header);
    if (parentheses.find() && isKnown(parentheses.group(1))) {
      return new ColumnName(
          header.substring(0, parentheses.start()).strip(), usual(parentheses.group(1).strip()));
    }
    for (Pattern pattern : new Pattern[] {SUFFIX, SLASH}) {
      Matcher matcher = pattern.matcher(header);
      if (matcher.matches() && isKnown(matcher.group(2))) {
        return new ColumnName(matcher.group(1).strip(), usual(matcher.group(2)));
      }
    }
    return new ColumnName(header.strip(), "");
  }

  private static boolean isKnown(String unit) {
    String[] parts = unit.strip().split("/", -1);
    if (parts.length > 2) {
      return false;
    }
    for (String part : parts) {
      String base = part.strip().toLowerCase(Locale.ROOT).replaceAll("(\\^|\\*\\*)?-?[12]$", "");
      if (!UNITS.containsKey(base) && !part.strip().equals("1")) {
        return false;
      }
    }
    return true;
  }

  /** HEPData's capitals and powers in the spelling of plots: GEV**-1 becomes 1/GeV. */
  static String usual(String unit) {
    if (unit.endsWith("**-1") && isKnown(unit.substring(0, unit.length() - 4))) {
      return "1/" + usual(unit.substring(0, unit.length() - 4));
    }
    if (!isKnown(unit)) {
      return unit;
    }
    StringBuilder spelled = new StringBuilder();
    Matcher words = Pattern.compile("[A-Za-z]+|[^A-Za-z]+").matcher(unit);
    while (words.find()) {
      String word = words.group();
      spelled.append(UNITS.getOrDefault(word.toLowerCase(Locale.ROOT), word));
    }
    return spelled.toString();
  }
}
