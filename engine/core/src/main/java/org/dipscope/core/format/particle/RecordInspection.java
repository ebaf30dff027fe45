package org.dipscope.core.format.particle;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.Problem;

/** What is inside a file of event records; every event is read and checked once. */
public final class RecordInspection {
  private RecordInspection() {}

  /**
   * Reads a file once.
   *
   * @param statistics whether to sum the columns of numbers
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be read as a whole
   */
  public static <R> FileContents inspect(
      RecordSource<R> source, boolean statistics, CancelToken token) {
    List<Tally<R>> tallies =
        source.tables().stream().map(table -> new Tally<>(table, statistics)).toList();
    List<Problem> problems =
        source.scan(
            true,
            event -> {
              for (Tally<R> tally : tallies) {
                tally.add(event);
              }
              return true;
            },
            token);
    List<TableSummary> tables = new ArrayList<>();
    for (Tally<R> tally : tallies) {
      tables.add(tally.summary());
    }
    return new FileContents(source.format(), List.of(), tables, problems);
  }

  /** Counts and sums one table. */
  private static final class Tally<R> {
    private final RecordTable<R> table;
    private final boolean withStatistics;
    private final List<Statistics.Accumulator> sums = new ArrayList<>();
    private final List<List<Statistics.Accumulator>> listSums = new ArrayList<>();
    private long rows;

    Tally(RecordTable<R> table, boolean withStatistics) {
      this.table = table;
      this.withStatistics = withStatistics;
      table.columns().forEach(column -> sums.add(new Statistics.Accumulator()));
      for (RecordList<R> list : table.lists()) {
        listSums.add(list.columns().stream().map(column -> new Statistics.Accumulator()).toList());
      }
    }

    void add(R event) {
      int size = table.rows().applyAsInt(event);
      rows += size;
      if (withStatistics) {
        add(event, size, table.columns(), sums);
        for (int i = 0; i < table.lists().size(); i++) {
          RecordList<R> list = table.lists().get(i);
          add(event, list.size().applyAsInt(event), list.columns(), listSums.get(i));
        }
      }
    }

    private void add(
        R event,
        int size,
        List<RecordColumn<R>> columns,
        List<Statistics.Accumulator> accumulators) {
      for (int i = 0; i < columns.size(); i++) {
        RecordColumn<R> column = columns.get(i);
        for (int row = 0; row < size && column.type().isNumeric(); row++) {
          accumulators.get(i).add(column.value().of(event, row));
        }
      }
    }

    TableSummary summary() {
      List<ColumnSummary> columns = new ArrayList<>();
      summarise(table.columns(), sums, columns);
      for (int i = 0; i < table.lists().size(); i++) {
        summarise(table.lists().get(i).columns(), listSums.get(i), columns);
      }
      return new TableSummary(table.name(), rows, columns);
    }

    private void summarise(
        List<RecordColumn<R>> columns,
        List<Statistics.Accumulator> accumulators,
        List<ColumnSummary> summaries) {
      for (int i = 0; i < columns.size(); i++) {
        RecordColumn<R> column = columns.get(i);
        boolean summed = withStatistics && column.type().isNumeric();
        summaries.add(
            new ColumnSummary(
                column.name(),
                column.type(),
                column.unit(),
                summed ? accumulators.get(i).result() : null));
      }
    }
  }
}
