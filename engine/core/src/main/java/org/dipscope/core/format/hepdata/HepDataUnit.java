package org.dipscope.core.format.hepdata;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of HEPData, which stand in capitals, in the spelling of plots: GEV**-1 becomes 1/GeV. */
final class HepDataUnit {
  private static final Map<String, String> USUAL =
      Map.of(
          "EV", "eV", "KEV", "keV", "MEV", "MeV", "GEV", "GeV", "TEV", "TeV", "PB", "pb", "FB",
          "fb", "NB", "nb", "MB", "mb", "MUB", "mub");

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Pattern INVERSE = Pattern.compile("([A-Za-z]+)\\*\\*-1");

  private HepDataUnit() {}

  static String usual(String unit) {
    Matcher inverse = INVERSE.matcher(unit.strip());
    if (inverse.matches()) {
      return "1/" + spelled(inverse.group(1));
    }
    return spelled(unit.strip());
  }

  private static String spelled(String unit) {
    return WORD.matcher(unit)
        .replaceAll(
            word -> Matcher.quoteReplacement(USUAL.getOrDefault(word.group(), word.group())));
  }
}
