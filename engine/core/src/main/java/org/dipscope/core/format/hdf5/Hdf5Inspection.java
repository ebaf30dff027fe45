package org.dipscope.core.format.hdf5;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** What is inside an HDF5 file. */
public final class Hdf5Inspection {
  private final Hdf5Bytes file;
  private final CancelToken token;
  private final ChunkIndexes indexes = new ChunkIndexes();
  private final Map<Hdf5Column, Statistics> found = new HashMap<>();
  private final List<Problem> problems;

  private Hdf5Inspection(Hdf5Bytes file, CancelToken token, List<Problem> problems) {
    this.file = file;
    this.token = token;
    this.problems = new ArrayList<>(problems);
  }

  /**
   * Whether a file is meant to be HDF5: its name says so, or the signature stands behind a user
   * block of 512, 1024, 2048 bytes and so on.
   */
  public static boolean accepts(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".h5") || name.endsWith(".hdf5") || name.endsWith(".hdf")) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      return Superblock.find(channel) >= 0;
    } catch (IOException e) {
      return false; // the reader that is chosen instead says what is wrong
    }
  }

  /**
   * Reads the index of a file, and for statistics its data.
   *
   * <p>A group whose datasets of one dimension have equal lengths is a table with its path as name,
   * {@code /} for the root; any other dataset is a table, whose columns are its members, or what an
   * attribute of texts calls them, or {@code c0}, {@code c1} and so on. A pandas frame of the fixed
   * format is one table, and the layout for signed top-pair events is the table {@code events}.
   *
   * @throws ProblemException if the file is none, is cut, or nothing in it can be read; else what
   *     cannot be read is listed in the result
   */
  public static FileContents inspect(Path path, boolean statistics, CancelToken token) {
    try (Hdf5Bytes file = Hdf5Bytes.open(path)) {
      Hdf5Contents contents = Hdf5Contents.of(file, token);
      Hdf5Inspection inspection = new Hdf5Inspection(file, token, contents.problems());
      List<TableSummary> tables = new ArrayList<>();
      for (Hdf5Table table : contents.tables()) {
        tables.add(inspection.summary(table, statistics));
      }
      return new FileContents("hdf5", List.of(), tables, inspection.problems);
    }
  }

  private TableSummary summary(Hdf5Table table, boolean statistics) {
    Map<Hdf5Dataset, List<Hdf5Column>> datasets = new LinkedHashMap<>();
    for (Hdf5Column column : table.columns()) {
      if (statistics && column.type().columnType() != ColumnType.TEXT) {
        datasets.computeIfAbsent(column.dataset(), d -> new ArrayList<>()).add(column);
      }
    }
    datasets.forEach(this::sum);
    List<ColumnSummary> columns = new ArrayList<>();
    for (Hdf5Column column : table.columns()) {
      columns.add(
          new ColumnSummary(
              column.name(), column.type().columnType(), column.unit(), found.get(column)));
    }
    found.clear();
    return new TableSummary(table.name(), table.rows(), columns);
  }

  private void sum(Hdf5Dataset dataset, List<Hdf5Column> columns) {
    try {
      List<Statistics.Accumulator> sums = new ArrayList<>();
      columns.forEach(column -> sums.add(new Statistics.Accumulator()));
      RowBatches batches = new RowBatches(file, columns, indexes, RowBatches.few(columns.size()));
      batches.read(
          0,
          dataset.rows(),
          batch -> {
            for (int i = 0; i < sums.size(); i++) {
              int[] offsets = batch.offsets()[i];
              int values = offsets == null ? batch.size() : offsets[batch.size()];
              for (int j = 0; j < values; j++) {
                sums.get(i).add(batch.columns()[i][j]);
              }
            }
          },
          token);
      for (int i = 0; i < sums.size(); i++) {
        found.put(columns.get(i), sums.get(i).result());
      }
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
  }
}
