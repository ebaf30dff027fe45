package org.dipscope.core.format.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The layout in which {@link HistogramCsvWriter} writes and {@link HistogramCsvReader} reads: after
 * a comment that marks the beginning come comments with what has no column, a header, and one row
 * per bin with the edges along each axis, the content, both total errors, and both shifts of each
 * named error.
 */
final class OwnHistogram {
  static final String MARK = "dipscope histogram";
  static final String VALUE_UNIT = CommentFacts.UNIT;
  static final String NOTE = "note";
  static final String TEXT = "text";

  /** Content, lower and upper error. */
  static final int PLAIN_COLUMNS = 3;

  private static final int MOST_AXES = 9;
  private static final Pattern BEGIN = Pattern.compile("#?\\s*" + MARK + ": ([1-9])");

  private OwnHistogram() {}

  /** Whether this comment is the first line of a histogram. */
  static boolean begins(String comment) {
    return BEGIN.matcher(comment).matches();
  }

  /** The number of axes that the first comment states, or 0 if the table is of another origin. */
  static int axes(TableHeader header) {
    for (String comment : header.comments()) {
      Matcher begin = BEGIN.matcher(comment);
      if (begin.matches()) {
        return Integer.parseInt(begin.group(1));
      }
    }
    return 0;
  }

  static int mostAxes() {
    return MOST_AXES;
  }

  static String axis(int index) {
    return index == 0 ? CommentFacts.AXIS : "axis " + (index + 1);
  }

  static String axisUnit(int index) {
    return index == 0 ? CommentFacts.AXIS_UNIT : "axis " + (index + 1) + " unit";
  }

  static String error(int index) {
    return "error " + (index + 1);
  }
}
