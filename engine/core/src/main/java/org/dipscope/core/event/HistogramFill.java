package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CompensatedSum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * Fills a histogram from a table of events in one pass. Events are added in the order of the file
 * with compensated sums, so that the result is the same on every machine.
 */
public final class HistogramFill {
  private final double[] edges;
  private final boolean uniform;
  private final double perWidth;
  private final CompensatedSum[] sums;
  private final double[] squares;
  private final CompensatedSum below = new CompensatedSum();
  private final CompensatedSum above = new CompensatedSum();
  private final Operand column;
  private final @Nullable Operand weight;
  private final @Nullable Operand cut;
  private long read;
  private long passed;
  private long notNumbers;

  private HistogramFill(Binning binning, Operand column, Operands others) {
    this.edges = binning.edges();
    this.perWidth = binning.count() / (edges[binning.count()] - edges[0]);
    this.uniform = isUniform();
    this.sums = new CompensatedSum[binning.count()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new CompensatedSum();
    }
    this.squares = new double[binning.count()];
    this.column = column;
    this.weight = others.weight();
    this.cut = others.cut();
  }

  private record Operands(@Nullable Operand weight, @Nullable Operand cut) {}

  /** An evaluator with the places of its columns in the batch. */
  private record Operand(Evaluator evaluator, int[] slots, double[][] columns) {
    static Operand of(Expression expression, List<Integer> wanted) {
      int[] slots = new int[expression.columns().size()];
      for (int i = 0; i < slots.length; i++) {
        int position = expression.columns().get(i);
        if (!wanted.contains(position)) {
          wanted.add(position);
        }
        slots[i] = wanted.indexOf(position);
      }
      return new Operand(expression.evaluator(), slots, new double[slots.length][]);
    }

    double[] evaluate(EventBatch batch) {
      for (int i = 0; i < slots.length; i++) {
        columns[i] = batch.columns()[slots[i]];
      }
      return evaluator.evaluate(columns, batch.size());
    }
  }

  /**
   * Fills a histogram.
   *
   * @throws org.dipscope.core.problem.ProblemException if an expression or the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static FilledHistogram fill(
      EventSource source, HistogramRequest request, CancelToken token) {
    List<EventColumn> columns = source.columns();
    Expression column = Expression.number(request.column(), columns);
    List<Integer> wanted = new ArrayList<>();
    Operand values = Operand.of(column, wanted);
    String weight = request.weight();
    String cut = request.cut();
    Operands others =
        new Operands(
            weight == null ? null : Operand.of(Expression.number(weight, columns), wanted),
            cut == null ? null : Operand.of(Expression.condition(cut, columns), wanted));
    HistogramFill fill = new HistogramFill(request.binning(), values, others);
    source.read(wanted, fill::add, token);
    Optional<EventColumn> plain = column.asColumn().map(columns::get);
    Axis axis =
        new Axis(
            plain.map(EventColumn::shortName).orElse(column.text()),
            plain.map(EventColumn::unit).orElse(""),
            request.binning());
    return fill.result(column.text(), axis);
  }

  private void add(EventBatch batch) {
    double[] xs = column.evaluate(batch);
    double[] weights = weight == null ? null : weight.evaluate(batch);
    double[] passes = cut == null ? null : cut.evaluate(batch);
    read += batch.size();
    for (int i = 0; i < batch.size(); i++) {
      if (passes == null || passes[i] != 0) {
        passed++;
        add(xs[i], weights == null ? 1 : weights[i]);
      }
    }
  }

  private void add(double x, double w) {
    if (Double.isNaN(x) || Double.isNaN(w)) {
      notNumbers++;
    } else if (x < edges[0]) {
      below.add(w);
    } else if (x > edges[edges.length - 1]) {
      above.add(w);
    } else {
      int bin = bin(x);
      sums[bin].add(w);
      squares[bin] += w * w;
    }
  }

  /** The bin of a value inside the axis; for equal widths a guess that is then corrected. */
  private int bin(double x) {
    int last = edges.length - 2;
    if (!uniform) {
      int found = Arrays.binarySearch(edges, x);
      return Math.min(last, found >= 0 ? found : -found - 2);
    }
    int bin = Math.min(last, (int) ((x - edges[0]) * perWidth));
    while (bin > 0 && x < edges[bin]) {
      bin--;
    }
    while (bin < last && x >= edges[bin + 1]) {
      bin++;
    }
    return bin;
  }

  private boolean isUniform() {
    for (int i = 1; i < edges.length; i++) {
      double expected = edges[0] + i / perWidth;
      if (Math.abs(edges[i] - expected) * perWidth > 1e-6) {
        return false;
      }
    }
    return true;
  }

  private FilledHistogram result(String name, Axis axis) {
    double[] contents = new double[sums.length];
    CompensatedSum total = new CompensatedSum();
    for (int i = 0; i < sums.length; i++) {
      contents[i] = sums[i].value();
      total.add(contents[i]);
    }
    Values errors = Values.of(squares).map(Math::sqrt);
    Histogram histogram =
        new Histogram(
            name,
            List.of(axis),
            Values.of(contents),
            errors,
            errors,
            below.value(),
            above.value(),
            total.value());
    return new FilledHistogram(histogram, read, passed, notNumbers);
  }
}
