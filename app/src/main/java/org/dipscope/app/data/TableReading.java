package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.dipscope.app.data.Item.ColumnItem;
import org.dipscope.app.data.Item.TableItem;
import org.dipscope.app.support.JobProgress;
import org.dipscope.core.event.AutomaticBinning;
import org.dipscope.core.event.ColumnSurvey;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.ValueProfile;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Reads the rows of tables for their previews; what a job does. Thread-safe. */
final class TableReading {
  private final EventTables tables;

  /** The distribution of a column. */
  record Distribution(ColumnItem column, Histogram histogram, ValueProfile profile) {}

  TableReading(EventTables tables) {
    this.tables = tables;
  }

  /** What the values of the numeric columns look like, by the names of the columns. */
  Map<String, ValueProfile> profiles(TableItem table, JobProgress progress) {
    progress.report(Double.NaN, "");
    EventSource source = tables.source(EventTables.Key.of(table));
    List<Integer> numeric = new ArrayList<>();
    for (int i = 0; i < source.columns().size(); i++) {
      if (source.columns().get(i).type() != EventColumn.Type.TEXT) {
        numeric.add(i);
      }
    }
    List<ValueProfile> found =
        ColumnSurvey.profiles(source, numeric, rows(table, progress, 0, 1), progress.token());
    Map<String, ValueProfile> byName = new HashMap<>();
    for (int i = 0; i < numeric.size(); i++) {
      byName.put(source.columns().get(numeric.get(i)).name(), found.get(i));
    }
    return byName;
  }

  /** The values of a column in bins that suit them. */
  Distribution distribution(ColumnItem item, JobProgress progress) {
    progress.report(Double.NaN, "");
    TableItem table = item.table();
    EventSource source = tables.source(EventTables.Key.of(table));
    int position = position(source, item);
    ValueProfile profile =
        ColumnSurvey.profiles(
                source, List.of(position), rows(table, progress, 0, 0.5), progress.token())
            .getFirst();
    Histogram histogram =
        ColumnSurvey.distribution(
            source,
            position,
            AutomaticBinning.of(profile),
            rows(table, progress, 0.5, 1),
            progress.token());
    return new Distribution(item, histogram, profile);
  }

  private static int position(EventSource source, ColumnItem item) {
    for (int i = 0; i < source.columns().size(); i++) {
      if (source.columns().get(i).name().equals(item.name())) {
        return i;
      }
    }
    throw new ProblemException(
        Problem.badInput(
            "%s: the column %s cannot be read as one number per event."
                .formatted(item.file().getFileName(), item.name()),
            "Choose another column, or one of its elements."));
  }

  private static LongConsumer rows(TableItem table, JobProgress progress, double from, double to) {
    double all = Math.max(1, table.table().rows());
    return read -> progress.report(from + (to - from) * Math.min(1, read / all), "");
  }
}
