package org.dipscope.core.format.root;

import java.util.List;
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
  /** Copies the labels. */
  public RootAxis {
    labels = List.copyOf(labels);
  }

  /** The axis with its unit, if the title ends with one in square brackets. */
  public Axis toAxis() {
    String unit = unit(title);
    String label = unit.isEmpty() ? title : title.substring(0, title.lastIndexOf('['));
    return new Axis(label.trim(), unit, binning);
  }

  /** The unit that a title or comment ends with in square brackets, or nothing. */
  static String unit(String title) {
    String text = title.trim();
    int open = text.lastIndexOf('[');
    boolean bracketed = open >= 0 && text.indexOf(']', open) == text.length() - 1;
    return bracketed ? text.substring(open + 1, text.length() - 1).trim() : "";
  }
}
