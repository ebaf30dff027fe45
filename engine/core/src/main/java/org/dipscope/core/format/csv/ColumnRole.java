package org.dipscope.core.format.csv;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column of a spectrum means, judged by its name.
 *
 * @param kind its part in the spectrum
 * @param side which side of the value an error column describes
 */
record ColumnRole(Kind kind, Side side) {

  /** Parts a column can play. */
  enum Kind {
    EDGE_LOW,
    EDGE_HIGH,
    EDGE,
    CENTRE,
    WIDTH,
    COUNT,
    VALUE,
    TOTAL_ERROR,
    /** The square of a total error. */
    VARIANCE,
    STATISTICAL_ERROR,
    SYSTEMATIC_ERROR,
    LUMINOSITY_ERROR,
    OTHER;

    boolean isError() {
      return this == TOTAL_ERROR
          || this == VARIANCE
          || this == STATISTICAL_ERROR
          || this == SYSTEMATIC_ERROR
          || this == LUMINOSITY_ERROR;
    }
  }

  /** Sides of an error. */
  enum Side {
    BOTH,
    LOW,
    HIGH
  }

  private static final Set<String> LOW =
      Set.of(
          "low", "lo", "lower", "left", "min", "minimum", "from", "start", "down", "dn", "minus");
  private static final Set<String> HIGH =
      Set.of("high", "hi", "upper", "right", "max", "maximum", "to", "end", "stop", "up", "plus");
  private static final Set<String> COUNT =
      Set.of(
          "count",
          "counts",
          "n",
          "events",
          "nevents",
          "entries",
          "observed",
          "obs",
          "data",
          "yield",
          "yields",
          "content",
          "contents",
          "number");
  private static final Set<String> VALUE =
      Set.of(
          "value",
          "values",
          "val",
          "y",
          "yval",
          "xs",
          "xsec",
          "dsigma",
          "density",
          "rate",
          "weights",
          "sumw",
          "crosssection");
  private static final Set<String> CENTRE =
      Set.of("centre", "center", "mid", "middle", "x", "xval", "m", "mass", "mtt", "bin");
  private static final Set<String> TOTAL =
      Set.of(
          "err",
          "error",
          "errors",
          "unc",
          "uncertainty",
          "total",
          "yerr",
          "ey",
          "dy",
          "dval",
          "dvalue");
  private static final Set<String> VARIANCE = Set.of("sumw2", "w2", "variance", "variances");
  private static final Set<String> STATISTICAL = Set.of("stat", "statistical", "stats");
  private static final Set<String> SYSTEMATIC = Set.of("sys", "syst", "systematic", "systematics");
  private static final Set<String> LUMINOSITY = Set.of("lumi", "luminosity");
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(x|m|mass|bin|edge|err|error|yerr|stat|sys|syst|lumi)"
              + "(low|lo|high|hi|min|max|up|down|dn|minus|plus|width|centre|center|err)");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  static ColumnRole of(String header) {
    String label = ColumnName.of(header).label();
    boolean plus = label.endsWith("+");
    boolean minus = label.endsWith("-");
    Set<String> words = words(label);
    Side side =
        plus || meets(words, HIGH) ? Side.HIGH : minus || meets(words, LOW) ? Side.LOW : Side.BOTH;
    Kind error = error(words);
    if (error != Kind.OTHER) {
      return new ColumnRole(error, side);
    }
    if (plus || minus) {
      return new ColumnRole(Kind.SYSTEMATIC_ERROR, side); // HEPData: any other labelled source
    }
    return new ColumnRole(plain(words, side), Side.BOTH);
  }

  private static Kind error(Set<String> words) {
    if (meets(words, LUMINOSITY)) {
      return Kind.LUMINOSITY_ERROR;
    }
    if (meets(words, STATISTICAL)) {
      return Kind.STATISTICAL_ERROR;
    }
    if (meets(words, SYSTEMATIC)) {
      return Kind.SYSTEMATIC_ERROR;
    }
    if (meets(words, VARIANCE)) {
      return Kind.VARIANCE;
    }
    return meets(words, TOTAL) ? Kind.TOTAL_ERROR : Kind.OTHER;
  }

  private static Kind plain(Set<String> words, Side side) {
    if (side != Side.BOTH) {
      return side == Side.LOW ? Kind.EDGE_LOW : Kind.EDGE_HIGH;
    }
    if (words.contains("width") || words.contains("dx")) {
      return Kind.WIDTH;
    }
    if (words.contains("edge") || words.contains("edges")) {
      return Kind.EDGE;
    }
    if (meets(words, COUNT)) {
      return Kind.COUNT;
    }
    if (meets(words, VALUE)) {
      return Kind.VALUE;
    }
    return meets(words, CENTRE) ? Kind.CENTRE : Kind.OTHER;
  }

  private static boolean meets(Set<String> words, Set<String> known) {
    return words.stream().anyMatch(known::contains);
  }

  private static Set<String> words(String label) {
    Set<String> words = new HashSet<>();
    String split = CAMEL.matcher(label).replaceAll(" ").toLowerCase(Locale.ROOT);
    for (String word : split.split("[^\\p{L}\\p{N}]+", -1)) {
      Matcher compound = COMPOUND.matcher(word);
      if (compound.matches()) {
        words.add(compound.group(1));
        words.add(compound.group(2));
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** The name of a source of error without the sign or word that says which side it is. */
  static String sourceLabel(String header) {
    String label = ColumnName.of(header).label();
    String bare =
        label.replaceAll(
            "(?i)([ _]+(low|lo|lower|down|dn|minus|high|hi|upper|up|plus)|[ _]*[-+])$", "");
    return bare.strip();
  }

  /** The label without the words that mark it as a lower edge, such as m of m_low_GeV. */
  static String axisLabel(String header) {
    String label = ColumnName.of(header).label();
    String bare = label.replaceAll("(?i)[ _]*\\b?(low|lower|lo|left|min|edges?)$", "").strip();
    boolean onlyMarks = bare.isEmpty() || bare.matches("(?i)bin|x|low|edges?|centre|center");
    return onlyMarks ? "" : bare;
  }
}
