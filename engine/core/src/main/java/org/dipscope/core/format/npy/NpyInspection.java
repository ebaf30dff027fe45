package org.dipscope.core.format.npy;

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

/** What is inside an npy file or npz archive. */
public final class NpyInspection {
  private NpyInspection() {}

  /**
   * Reads the headers, and for statistics the data. The first index of an array counts its rows,
   * all others its columns.
   *
   * @throws ProblemException if an npy file is cut, holds objects (pickle) or is none; what is
   *     wrong with single entries of an archive is listed as problems if others can be read
   */
  public static FileContents inspect(Path path, boolean statistics, CancelToken token) {
    NpyFile file = NpyFile.open(path);
    List<TableSummary> tables = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(file.problems());
    for (NpyTable table : file.tables()) {
      try {
        tables.add(summary(file, table, statistics, token));
      } catch (ProblemException e) {
        if (file.tables().size() == 1) {
          throw e;
        }
        problems.add(e.problem());
      }
    }
    return new FileContents("npy", List.of(), tables, problems);
  }

  private static TableSummary summary(
      NpyFile file, NpyTable table, boolean statistics, CancelToken token) {
    List<Statistics.Accumulator> sums = new ArrayList<>();
    table.columns().forEach(column -> sums.add(new Statistics.Accumulator()));
    if (statistics) {
      file.use(table, cells -> add(table, cells, sums, token));
    }
    List<ColumnSummary> columns = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      NpyField column = table.columns().get(i);
      boolean summed = statistics && column.type().columnType().isNumeric();
      columns.add(
          new ColumnSummary(
              column.name(), column.type().columnType(), "", summed ? sums.get(i).result() : null));
    }
    return new TableSummary(table.name(), table.rows(), columns);
  }

  private static void add(
      NpyTable table, NpyCells cells, List<Statistics.Accumulator> sums, CancelToken token) {
    double[] block = new double[EventBatch.LARGEST];
    for (long first = 0; first < table.rows(); first += block.length) {
      token.throwIfCancelled();
      int size = (int) Math.min(block.length, table.rows() - first);
      for (int i = 0; i < sums.size(); i++) {
        cells.read(table.columns().get(i), table.rowBytes(), first, size, block);
        for (int row = 0; row < size; row++) {
          sums.get(i).add(block[row]);
        }
      }
    }
  }
}
