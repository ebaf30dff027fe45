package org.dipscope.core.format;

import java.util.List;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;

/**
 * What is inside a file, whatever its format.
 *
 * @param format the format it was read as, such as {@code csv}
 * @param annotated all histograms, complete, with their named errors, units and notes
 * @param tables all tables, without their rows
 * @param problems parts that could not be read; the rest is still given
 */
public record FileContents(
    String format,
    List<AnnotatedHistogram> annotated,
    List<TableSummary> tables,
    List<Problem> problems) {

  /** Copies the lists. */
  public FileContents {
    annotated = List.copyOf(annotated);
    tables = List.copyOf(tables);
    problems = List.copyOf(problems);
  }

  /** All histograms with their contents and total errors alone. */
  public List<Histogram> histograms() {
    return annotated.stream().map(AnnotatedHistogram::histogram).toList();
  }
}
