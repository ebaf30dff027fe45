package org.dipscope.core.format.root;

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
 * What is inside a ROOT file: all histograms and profiles, graphs whose points are bins, trees and
 * ntuples with their columns. What cannot be read is listed among the problems.
 */
public final class RootInspection {
  private final RootFile file;
  private final boolean statistics;
  private final CancelToken token;
  private final List<AnnotatedHistogram> histograms = new ArrayList<>();
  private final List<TableSummary> tables = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Unread unread = new Unread();

  private RootInspection(RootFile file, boolean statistics, CancelToken token) {
    this.file = file;
    this.statistics = statistics;
    this.token = token;
  }

  /**
   * Reads a file.
   *
   * @param statistics whether to read and sum the numeric columns; jagged columns count their
   *     values
   * @throws ProblemException if it is no ROOT file, or truncated
   */
  public static FileContents inspect(Path path, boolean statistics, CancelToken token) {
    try (RootFile file = RootFile.open(path)) {
      RootInspection inspection = new RootInspection(file, statistics, token);
      inspection.problems.addAll(file.problems());
      for (RootKey key : file.keys()) {
        token.throwIfCancelled();
        try {
          inspection.object(key);
        } catch (ProblemException e) {
          inspection.problems.add(e.problem());
        }
      }
      inspection.problems.addAll(inspection.unread.problems(file.name()));
      return new FileContents(
          "root", inspection.histograms, inspection.tables, inspection.problems);
    }
  }

  private void object(RootKey key) {
    if (key.isCollection()) {
      collection(key);
    } else if (key.isHistogram() || key.isGraph()) {
      bins(key, file.object(key));
    } else if (!key.isTable()) {
      unread.add(key);
    } else {
      RootTable table = file.table(key.path());
      problems.addAll(table.unread());
      List<ColumnSummary> columns = new ArrayList<>();
      for (RootColumn column : table.columns()) {
        columns.add(summary(table, column));
      }
      tables.add(new TableSummary(table.path(), table.entries(), columns));
    }
  }

  private void collection(RootKey key) {
    for (RootFile.Collected item : file.collected(key)) {
      try {
        bins(item.key(), item.object());
      } catch (ProblemException e) {
        problems.add(e.problem());
      }
    }
  }

  private void bins(RootKey key, RootObject object) {
    if (key.isHistogram()) {
      histograms.add(HistogramDecoder.decode(key, object).annotated());
    } else if (key.isGraph()) {
      RootGraph graph = GraphDecoder.decode(key, object);
      graph
          .annotated()
          .ifPresentOrElse(histograms::add, () -> problems.add(Unread.points(file.name(), graph)));
    } else {
      unread.add(key);
    }
  }

  private ColumnSummary summary(RootTable table, RootColumn column) {
    ColumnType type = type(column.type());
    @Nullable Statistics found = null;
    if (statistics && type.isNumeric()) {
      try {
        found = statistics(table, column.name());
      } catch (ProblemException e) {
        problems.add(e.problem());
      }
    }
    return new ColumnSummary(column.name(), type, column.unit(), found);
  }

  private Statistics statistics(RootTable table, String column) {
    Statistics.Accumulator accumulator = new Statistics.Accumulator();
    long entries = table.entries();
    for (long first = 0; first < entries; ) {
      token.throwIfCancelled();
      int count = RootEvents.batch(table, column, first);
      RootValues values = table.read(column, first, count);
      for (int i = 0; i < values.size(); i++) {
        accumulator.add(values.asDouble(i));
      }
      first += count;
    }
    return accumulator.result();
  }

  private static ColumnType type(RootType type) {
    return switch (type) {
      case BOOL -> ColumnType.BOOLEAN;
      case FLOAT32, FLOAT64, PACKED -> ColumnType.REAL;
      case TEXT -> ColumnType.TEXT;
      default -> ColumnType.INTEGER;
    };
  }
}
