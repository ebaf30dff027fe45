package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dipscope.app.data.BuildRequest.CutLine;
import org.dipscope.core.analysis.HistogramFigure;
import org.dipscope.core.event.FilledHistogram;
import org.dipscope.core.histogram.HistogramStatistics;

/**
 * The numbers of the histograms that were built, a row per cut. Columns that say nothing, such as
 * NaN where there is none, are left out.
 *
 * @param cuts the rows
 * @param columns the numbers
 * @param remark how long it took, or empty
 */
record ResultTable(List<CutLine> cuts, List<Column> columns, String remark) {
  static final ResultTable EMPTY = new ResultTable(List.of(), List.of(), "");

  /**
   * A column.
   *
   * @param name what stands above it
   * @param numbers one per row
   */
  record Column(String name, List<String> numbers) {
    Column {
      numbers = List.copyOf(numbers);
    }
  }

  ResultTable {
    cuts = List.copyOf(cuts);
    columns = List.copyOf(columns);
  }

  /**
   * The numbers of a fill.
   *
   * @param millis how long it took
   */
  static ResultTable of(Built built, double millis) {
    List<FilledHistogram> all = built.histograms();
    List<Column> columns = new ArrayList<>();
    columns.add(column("read", all, filled -> Item.grouped(filled.read())));
    columns.add(column("passed", all, filled -> Item.grouped(filled.passed())));
    if (all.stream().anyMatch(filled -> filled.notNumbers() > 0)) {
      columns.add(column("NaN", all, filled -> Item.grouped(filled.notNumbers())));
    }
    if (all.stream().allMatch(filled -> filled.histogram().axes().size() == 1)) {
      columns.addAll(statistics(all));
    }
    String remark =
        built.part() == 1 ? String.format(Locale.ROOT, "filled in %.0f ms", millis) : "";
    return new ResultTable(built.request().cuts(), columns, remark);
  }

  private static List<Column> statistics(List<FilledHistogram> all) {
    boolean counted =
        all.stream().allMatch(filled -> HistogramFigure.looksCounted(filled.histogram()));
    List<HistogramStatistics> of =
        all.stream().map(filled -> HistogramStatistics.of(filled.histogram())).toList();
    String unit =
        all.isEmpty() || all.getFirst().histogram().axis().unit().isEmpty()
            ? ""
            : " [" + all.getFirst().histogram().axis().unit() + "]";
    List<Column> columns = new ArrayList<>();
    columns.add(column(counted ? "entries" : "sum", of, s -> Numbers.of(s.sum())));
    if (of.stream().anyMatch(Numbers::isWeighted)) {
      columns.add(column("n_eff", of, s -> Numbers.digits(s.effectiveEntries(), 5)));
    }
    columns.add(column("mean" + unit, of, s -> Numbers.digits(s.mean(), 5)));
    columns.add(column("σ" + unit, of, s -> Numbers.digits(s.standardDeviation(), 4)));
    columns.add(column("under", of, s -> Numbers.of(s.underflow())));
    columns.add(column("over", of, s -> Numbers.of(s.overflow())));
    return columns;
  }

  private static <T> Column column(String name, List<T> rows, Function<T, String> number) {
    return new Column(name, rows.stream().map(number).toList());
  }
}
