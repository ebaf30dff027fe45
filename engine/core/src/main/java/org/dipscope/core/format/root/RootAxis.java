package org.dipscope.core.format.root;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;

/**
 * An axis of a histogram as ROOT stores it.
 *
 * @param title what is printed beside it, unit included
 * @param binning the bins without under- and overflow
 * @param labels names of the bins, as cut flows have them; empty if there are none
 */
public record RootAxis(String title, Binning binning, List<String> labels) {
  private static final Pattern UNIT = Pattern.compile("(.*\\S)\\s*\\[([^\\[\\]]+)]\\s*");

  /** Copies the labels. */
  public RootAxis {
    labels = List.copyOf(labels);
  }

  /** The axis with its unit, if the title ends with one in square brackets. */
  public Axis toAxis() {
    Matcher unit = UNIT.matcher(title);
    return unit.matches()
        ? new Axis(unit.group(1), unit.group(2).trim(), binning)
        : new Axis(title.trim(), "", binning);
  }

  /** The unit that a title or comment ends with in square brackets, or nothing. */
  static String unit(String title) {
    Matcher unit = UNIT.matcher(title);
    return unit.matches() ? unit.group(2).trim() : "";
  }
}
