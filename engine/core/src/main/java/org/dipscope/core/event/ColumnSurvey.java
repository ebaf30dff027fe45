package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/**
 * A first look at a table: what its columns hold, each in one pass over the file. A column with
 * lists of objects counts all its objects. Events are read in batches and never held.
 */
public final class ColumnSurvey {

  private ColumnSurvey() {}

  /**
   * What some columns hold.
   *
   * @param columns positions in {@link EventSource#columns()}
   * @param onRows is told how many events were read so far
   * @return one profile per column asked for, in that order
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<ValueProfile> profiles(
      EventSource source, List<Integer> columns, LongConsumer onRows, CancelToken token) {
    List<ValueProfile.Collector> collectors = new ArrayList<>();
    columns.forEach(column -> collectors.add(new ValueProfile.Collector()));
    long[] read = new long[1];
    source.read(
        columns,
        batch -> {
          for (int i = 0; i < collectors.size(); i++) {
            double[] values = batch.columns()[i];
            int count = count(batch, i);
            ValueProfile.Collector collector = collectors.get(i);
            for (int k = 0; k < count; k++) {
              collector.add(values[k]);
            }
          }
          read[0] += batch.size();
          onRows.accept(read[0]);
        },
        token);
    return collectors.stream().map(ValueProfile.Collector::result).toList();
  }

  /**
   * What an expression yields; of lists, all their values.
   *
   * @param expression an {@link Expression}
   * @throws org.dipscope.core.problem.ProblemException if the expression or the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ValueProfile profile(EventSource source, String expression, CancelToken token) {
    Expression parsed = Expression.number(expression, source.columns());
    Evaluator evaluator = parsed.evaluator();
    ValueProfile.Collector collector = new ValueProfile.Collector();
    long[] read = new long[1];
    source.read(
        parsed.columns(),
        batch -> {
          EventValues values = evaluator.evaluate(batch, read[0]);
          for (int k = 0; k < values.length(); k++) {
            collector.add(values.values()[k]);
          }
          read[0] += batch.size();
        },
        token);
    return collector.result();
  }

  /**
   * The distribution of a column as it stands, without weights; errors are √n.
   *
   * @param onRows is told how many events were read so far
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Histogram distribution(
      EventSource source, int column, Binning bins, LongConsumer onRows, CancelToken token) {
    long[] counts = new long[bins.count()];
    long[] outside = new long[2];
    long[] read = new long[1];
    double low = bins.low(0);
    source.read(
        List.of(column),
        batch -> {
          double[] values = batch.columns()[0];
          int count = count(batch, 0);
          for (int k = 0; k < count; k++) {
            int bin = bins.indexOf(values[k]);
            if (bin >= 0) {
              counts[bin]++;
            } else if (!Double.isNaN(values[k])) {
              outside[values[k] < low ? 0 : 1]++;
            }
          }
          read[0] += batch.size();
          onRows.accept(read[0]);
        },
        token);
    EventColumn described = source.columns().get(column);
    Values contents = Values.of(Arrays.stream(counts).mapToDouble(n -> n).toArray());
    Values errors = contents.map(Math::sqrt);
    return new Histogram(
        described.name(),
        List.of(new Axis(described.shortName(), described.unit(), bins)),
        contents,
        errors,
        errors,
        outside[0],
        outside[1],
        contents.sum());
  }

  private static int count(EventBatch batch, int column) {
    int[] offsets = batch.offsets()[column];
    return offsets == null ? batch.size() : offsets[batch.size()];
  }
}
