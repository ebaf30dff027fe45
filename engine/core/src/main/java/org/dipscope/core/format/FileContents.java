package org.dipscope.core.format;

import java.util.List;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;

/**
 * What is inside a file, whatever its format.
 *
 * @param format the format it was read as, such as {@code csv}
 * @param histograms all histograms, complete
 * @param tables all tables, without their rows
 * @param problems parts that could not be read; the rest is still given
 */
public record FileContents(
    String format, List<Histogram> histograms, List<TableSummary> tables, List<Problem> problems) {

  /** Copies the lists. */
  public FileContents {
    histograms = List.copyOf(histograms);
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
  }
}
