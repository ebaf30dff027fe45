package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Events held in memory, column by column. Immutable. */
public final class EventTable implements EventSource {
  private final String name;
  private final List<EventColumn> columns;
  private final List<double[]> numbers;
  private final int rows;

  /**
   * A table of the given columns.
   *
   * @param numbers one row of numbers per column, all of the same length; copied
   * @throws ProblemException if the numbers of columns or rows differ
   */
  public EventTable(String name, List<EventColumn> columns, List<Values> numbers) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.rows = numbers.isEmpty() ? 0 : numbers.getFirst().size();
    this.numbers = new ArrayList<>();
    if (columns.size() != numbers.size()) {
      throw unequal(name, columns.size() + " names and " + numbers.size() + " columns");
    }
    for (Values column : numbers) {
      if (column.size() != rows) {
        throw unequal(name, "columns of " + rows + " and " + column.size() + " rows");
      }
      this.numbers.add(column.toArray());
    }
  }

  private static ProblemException unequal(String name, String what) {
    return new ProblemException(
        Problem.badInput(
            "The table \"" + name + "\" has " + what + ".", "Give columns of equal length."));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<EventColumn> columns() {
    return columns;
  }

  /** How many events there are. */
  public int rows() {
    return rows;
  }

  /** One cell. */
  public double get(int row, int column) {
    return numbers.get(column)[row];
  }

  @Override
  public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
    double[][] block = new double[wanted.size()][Math.min(rows, EventBatch.LARGEST)];
    for (int from = 0; from < rows; from += EventBatch.LARGEST) {
      token.throwIfCancelled();
      int size = Math.min(EventBatch.LARGEST, rows - from);
      for (int i = 0; i < block.length; i++) {
        System.arraycopy(numbers.get(wanted.get(i)), from, block[i], 0, size);
      }
      consumer.accept(new EventBatch(size, block));
    }
  }
}
