package org.dipscope.core.format.lhe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventTable;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.format.particle.RecordInspection;
import org.dipscope.core.histogram.CompensatedSum;

/** What is inside an LHE file, and what its weights mean. */
public final class LheInspection {
  private static final Set<String> WHOLE =
      Set.of("pdgId", "pdfGroup", "pdfSet", "weightStrategy", "process");

  private LheInspection() {}

  /**
   * Reads a file, plain or gzip: its tables {@code events} and {@code particles}, and the run
   * information as {@code beams} and {@code processes}.
   *
   * @param statistics whether to sum the columns
   * @throws org.dipscope.core.problem.ProblemException if it is no LHE file, or an event weight is
   *     not a number; events that are cut or damaged otherwise are left out and listed as problems
   */
  public static FileContents inspect(Path file, boolean statistics, CancelToken token) {
    LheFile source = LheFile.open(file, token);
    FileContents contents = RecordInspection.inspect(source, statistics, token);
    List<TableSummary> tables = new ArrayList<>(contents.tables());
    for (EventTable table : LheRunTables.of(source.run())) {
      tables.add(summary(table, statistics));
    }
    return new FileContents(contents.format(), List.of(), tables, contents.problems());
  }

  /** Reads all events to compare their weights with the cross section. */
  public static LheNormalisation normalisation(Path file, CancelToken token) {
    LheFile source = LheFile.open(file, token);
    CompensatedSum sum = new CompensatedSum();
    long[] counts = new long[2];
    source.scan(
        false,
        event -> {
          sum.add(event.weight);
          counts[0]++;
          counts[1] += event.weight < 0 ? 1 : 0;
          return true;
        },
        token);
    return new LheNormalisation(source.run(), counts[0], counts[1], sum.value());
  }

  private static TableSummary summary(EventTable table, boolean statistics) {
    List<ColumnSummary> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      EventColumn column = table.columns().get(i);
      Statistics.Accumulator sum = new Statistics.Accumulator();
      for (int row = 0; row < table.rows(); row++) {
        sum.add(table.get(row, i));
      }
      columns.add(
          new ColumnSummary(
              column.name(),
              WHOLE.contains(column.name()) ? ColumnType.INTEGER : ColumnType.REAL,
              column.unit(),
              statistics ? sum.result() : null));
    }
    return new TableSummary(table.name(), table.rows(), columns);
  }
}
