package org.dipscope.core.physics.parton;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an LHAPDF6 .info file, member header or lhapdf.conf: the flat part of YAML that these
 * files use. A value is a scalar or a bracketed list, and may go on over several lines. Anchors and
 * aliases have no meaning here and are read as plain text.
 *
 * <p>A key that is missing is looked up in the parent: member → set → configuration.
 */
final class SetMetadata {
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.+-]*");
  private static final Pattern LIST_SEPARATOR = Pattern.compile("[,\\s]+");
  private static final int MOST_KEYS = 10_000;
  private static final int MOST_NUMBERS = 10_000;
  private static final int LONGEST_VALUE = 1 << 20;

  private final String file;
  private final @Nullable SetMetadata parent;
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(String value, int line) {}

  private SetMetadata(String file, @Nullable SetMetadata parent) {
    this.file = file;
    this.parent = parent;
  }

  /** The values LHAPDF6 assumes where no file says otherwise. */
  static SetMetadata defaults() {
    SetMetadata defaults = new SetMetadata("LHAPDF defaults", null);
    Map.of(
            "Interpolator", "logcubic",
            "Extrapolator", "continuation",
            "ForcePositive", "0",
            "AlphaS_Type", "analytic",
            "MZ", "91.1876",
            "MCharm", "1.29",
            "MBottom", "4.19",
            "MTop", "172.9")
        .forEach((key, value) -> defaults.entries.put(key, new Entry(value, 0)));
    return defaults;
  }

  /**
   * Parses lines.
   *
   * @param lines the text
   * @param file its name for messages
   * @param firstLine the one-based line of the first
   */
  static SetMetadata parse(
      Iterable<String> lines, String file, int firstLine, @Nullable SetMetadata parent) {
    SetMetadata read = new SetMetadata(file, parent);
    Value value = null;
    int number = firstLine - 1;
    for (String line : lines) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#") || text.equals("---") || text.equals("...")) {
        continue;
      }
      if (value != null && value.goesOn(line)) {
        value.append(text);
        if (value.length() > LONGEST_VALUE) {
          throw read.problem(number, "goes on with a value that is too long for a PDF set");
        }
        continue;
      }
      read.put(value);
      int colon = text.indexOf(':');
      if (colon < 0 || !KEY.matcher(text.substring(0, colon).strip()).matches()) {
        throw read.problem(number, "has no \"Key: value\" but \"" + shortened(text) + "\"");
      }
      value = new Value(text.substring(0, colon).strip(), number);
      value.append(text.substring(colon + 1).strip());
    }
    read.put(value);
    return read;
  }

  /** A value while its lines come in. */
  private static final class Value {
    private final String key;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private boolean open;

    Value(String key, int line) {
      this.key = key;
      this.line = line;
    }

    /** Whether a line belongs to this value: a bracket or quote is open, or it is indented. */
    boolean goesOn(String next) {
      return open || Character.isWhitespace(next.charAt(0)) || next.startsWith("- ");
    }

    void append(String piece) {
      boolean starts = text.isEmpty();
      text.append(starts ? "" : " ").append(piece);
      char first = text.isEmpty() ? ' ' : text.charAt(0);
      char end = first == '[' ? ']' : first;
      if (first == '[' || first == '"') {
        open = (starts || open) && piece.indexOf(end, starts ? 1 : 0) < 0;
      }
    }

    int length() {
      return text.length();
    }
  }

  private void put(@Nullable Value value) {
    if (value == null) {
      return;
    }
    if (value.open) {
      throw problem(
          value.line, "opens a bracket or quote for " + value.key + " and never closes it");
    }
    if (entries.size() >= MOST_KEYS) {
      throw problem(value.line, "holds more than " + MOST_KEYS + " keys");
    }
    entries.put(value.key, new Entry(unquoted(value.text.toString()), value.line));
  }

  private static String unquoted(String text) {
    if (text.length() >= 2) {
      char first = text.charAt(0);
      if ((first == '"' || first == '\'') && text.charAt(text.length() - 1) == first) {
        return text.substring(1, text.length() - 1);
      }
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }

  boolean has(String key) {
    return find(key) != null;
  }

  /** The value of a key, or the given text where no level has it. */
  String text(String key, String otherwise) {
    SetMetadata level = find(key);
    return level == null ? otherwise : level.own(key).value();
  }

  /** The whole number of a key. */
  int integer(String key, int otherwise) {
    SetMetadata level = find(key);
    if (level == null) {
      return otherwise;
    }
    Entry entry = level.own(key);
    try {
      return Integer.parseInt(entry.value());
    } catch (NumberFormatException e) {
      throw level.problem(entry.line(), "needs a whole number for " + key + quoted(entry));
    }
  }

  /** The finite number of a key. */
  double number(String key, double otherwise) {
    SetMetadata level = find(key);
    if (level == null) {
      return otherwise;
    }
    Entry entry = level.own(key);
    double value = GridText.number(entry.value());
    if (!Double.isFinite(value)) {
      throw level.problem(entry.line(), "needs a finite number for " + key + quoted(entry));
    }
    return value;
  }

  /** The list of finite numbers of a key; empty where no level has it. */
  double[] numbers(String key) {
    SetMetadata level = find(key);
    if (level == null) {
      return new double[0];
    }
    Entry entry = level.own(key);
    String list = entry.value();
    if (!list.startsWith("[") || !list.endsWith("]")) {
      throw level.problem(entry.line(), "needs a list in brackets for " + key + quoted(entry));
    }
    String inside = list.substring(1, list.length() - 1).strip();
    String[] words = LIST_SEPARATOR.split(inside, MOST_NUMBERS + 1);
    if (words.length > MOST_NUMBERS) {
      throw level.problem(entry.line(), "lists more than " + MOST_NUMBERS + " numbers for " + key);
    }
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = GridText.number(words[i]);
      if (!Double.isFinite(numbers[i])) {
        throw level.problem(
            entry.line(), "has \"" + shortened(words[i]) + "\" among the numbers of " + key);
      }
    }
    return numbers;
  }

  /** The failure of a key's value, naming file and line. */
  ProblemException invalid(String key, String what) {
    SetMetadata level = find(key);
    if (level == null) {
      return problem(0, what);
    }
    return level.problem(level.own(key).line(), what);
  }

  private ProblemException problem(int line, String what) {
    String place = line > 0 ? "Line " + line + " of " + file : file;
    return new ProblemException(
        Problem.badInput(
            place + " " + what + ".",
            "Get a fresh copy of the PDF set; its .info file holds one \"Key: value\" per line.",
            file,
            line));
  }

  private @Nullable SetMetadata find(String key) {
    for (SetMetadata level = this; level != null; level = level.parent) {
      if (level.entries.containsKey(key)) {
        return level;
      }
    }
    return null;
  }

  private Entry own(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalStateException(key);
    }
    return entry;
  }

  private static String quoted(Entry entry) {
    return ", not \"" + shortened(entry.value()) + "\"";
  }

  static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 57) + "…";
  }
}
