package org.dipscope.core.format.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is inside a text file: every table with its columns, and the histograms among them. Tables
 * of events are counted row by row without being held.
 */
public final class CsvInspection implements TableSink {
  /** More rows than this are events, not bins. */
  private static final int MOST_BINS = 2_000_000;

  private final String file;
  private final boolean withStatistics;
  private final List<TableSummary> tables = new ArrayList<>();
  private final List<AnnotatedHistogram> histograms = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean hepData;
  private @Nullable TableHeader header;
  private @Nullable TableCollector bins;
  private List<Statistics.Accumulator> statistics = List.of();
  private boolean[] percent = {};
  private long rows;

  private CsvInspection(String file, boolean withStatistics) {
    this.file = file;
    this.withStatistics = withStatistics;
  }

  /**
   * Reads a file once.
   *
   * @param statistics whether to sum the numeric columns
   * @throws ProblemException if the file is no text table, a row cannot be read, or a table that
   *     names its bins has impossible ones; in HEPData tables, which may be no histograms at all,
   *     the latter is listed among the problems
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    String name = String.valueOf(file.getFileName());
    CsvInspection inspection = new CsvInspection(name, statistics);
    TableScan.scan(file, inspection, token);
    return new FileContents(
        inspection.hepData ? "hepdata-csv" : "csv",
        inspection.histograms,
        inspection.tables,
        inspection.problems);
  }

  @Override
  public void begin(TableHeader next) {
    header = next;
    hepData |= next.hepData();
    rows = 0;
    statistics = new ArrayList<>();
    for (int i = 0; i < next.columns().size(); i++) {
      statistics.add(new Statistics.Accumulator());
    }
    bins = null;
    if (OwnHistogram.axes(next) > 0 || TableLayout.mayHoldBins(next)) {
      bins = new TableCollector(file);
      bins.begin(next);
    }
  }

  @Override
  public void row(int line, double[] numbers, @Nullable String[] texts) {
    rows++;
    if (withStatistics) {
      for (int i = 0; i < numbers.length; i++) {
        statistics.get(i).add(numbers[i]);
      }
    }
    if (bins != null) {
      bins.row(line, numbers, texts);
      if (rows > MOST_BINS) {
        bins = null;
      }
    }
  }

  @Override
  public void percentages(boolean[] columns) {
    percent = columns;
    if (bins != null) {
      bins.percentages(columns);
    }
  }

  @Override
  public void end(List<ColumnType> types) {
    TableHeader ended = header;
    if (ended == null) {
      throw new IllegalStateException("A table ends that did not begin.");
    }
    List<ColumnSummary> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = ended.columns().get(i);
      boolean summed = withStatistics && types.get(i).isNumeric();
      columns.add(
          new ColumnSummary(
              name,
              types.get(i),
              percent[i] ? "%" : ColumnName.of(name).unit(),
              summed ? statistics.get(i).result() : null));
    }
    tables.add(new TableSummary(ended.name(), rows, columns));
    if (bins != null) {
      bins.end(types);
      addHistograms(bins.tables().getFirst());
    }
  }

  private void addHistograms(TextTable table) {
    try {
      if (OwnHistogram.axes(table.header()) > 0) {
        histograms.add(HistogramCsvReader.read(file, table));
      } else {
        histograms.addAll(SpectrumCsv.histograms(file, table));
      }
    } catch (ProblemException e) {
      if (!table.header().hepData()) {
        throw e;
      }
      problems.add(e.problem());
    }
  }
}
