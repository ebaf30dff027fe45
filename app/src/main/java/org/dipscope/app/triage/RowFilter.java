package org.dipscope.app.triage;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.triage.Candidate;

/**
 * Which lines are shown: those that hold every word in their name, or lie in every range of masses.
 *
 * @param words to be found, in small letters
 * @param clean whether lines with marks are left out
 */
record RowFilter(java.util.List<String> words, boolean clean) implements Predicate<Row> {
  private static final Pattern RANGE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:-|–|\\.\\.)\\s*(\\d+(?:\\.\\d+)?)");

  /** A filter as it is typed. */
  static RowFilter of(String typed, boolean clean) {
    return new RowFilter(
        java.util.Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList(),
        clean);
  }

  @Override
  public boolean test(Row row) {
    Candidate candidate = row.candidate();
    String text = (candidate.id() + " " + candidate.category()).toLowerCase(Locale.ROOT);
    return (!clean || candidate.quality().isEmpty())
        && words.stream().allMatch(word -> holds(word, text, candidate.massGeV()));
  }

  private static boolean holds(String word, String text, double mass) {
    Matcher range = RANGE.matcher(word);
    if (range.matches()) {
      return mass >= Double.parseDouble(range.group(1))
          && mass <= Double.parseDouble(range.group(2));
    }
    return text.contains(word);
  }
}
