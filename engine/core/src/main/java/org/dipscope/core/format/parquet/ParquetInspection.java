package org.dipscope.core.format.parquet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What is inside a Parquet file. */
public final class ParquetInspection {
  private ParquetInspection() {}

  /**
   * Reads the footer, and for statistics all numbers.
   *
   * @throws ProblemException if the footer cannot be read; columns that cannot are listed as
   *     problems
   */
  public static FileContents inspect(Path path, boolean statistics, CancelToken token) {
    ParquetFile file = ParquetFile.open(path);
    ParquetEvents events = new ParquetEvents(file);
    List<ColumnSummary> columns = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(file.problems());
    for (int i = 0; i < file.columns().size(); i++) {
      ParquetColumn column = file.columns().get(i);
      @Nullable Statistics found = null;
      if (statistics && column.isNumeric()) {
        try {
          found = statistics(events, i, token);
        } catch (ProblemException e) {
          problems.add(e.problem());
        }
      }
      columns.add(new ColumnSummary(column.name(), column.type(), column.unit(), found));
    }
    TableSummary table = new TableSummary(file.table(), file.footer().rows(), columns);
    return new FileContents("parquet", List.of(), List.of(table), problems);
  }

  private static Statistics statistics(ParquetEvents events, int column, CancelToken token) {
    Statistics.Accumulator sums = new Statistics.Accumulator();
    events.read(List.of(column), batch -> add(batch, sums), token);
    return sums.result();
  }

  private static void add(EventBatch batch, Statistics.Accumulator sums) {
    int[] offsets = batch.offsets()[0];
    int count = offsets == null ? batch.size() : offsets[batch.size()];
    for (int i = 0; i < count; i++) {
      sums.add(batch.columns()[0][i]);
    }
  }
}
