package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Events held in memory, column by column. Immutable. */
public final class EventTable implements IndexedEvents {
  private final String name;
  private final List<EventColumn> columns;
  private final List<double[]> numbers;

  /** Where the lists of a column start, with the end of the last; empty for single values. */
  private final List<int[]> offsets;

  private final int rows;

  private EventTable(
      String name,
      List<EventColumn> columns,
      List<double[]> numbers,
      List<int[]> offsets,
      int rows) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.numbers = List.copyOf(numbers);
    this.offsets = List.copyOf(offsets);
    this.rows = rows;
  }

  /**
   * A table of the given columns.
   *
   * @param numbers one row of numbers per column, all of the same length; copied
   * @throws ProblemException if the numbers of columns or rows differ
   */
  public EventTable(String name, List<EventColumn> columns, List<Values> numbers) {
    this(
        name,
        columns,
        numbers.stream().map(Values::toArray).toList(),
        numbers.stream().map(column -> new int[0]).toList(),
        numbers.isEmpty() ? 0 : numbers.getFirst().size());
    if (columns.size() != numbers.size()) {
      throw unequal(name, columns.size() + " names and " + numbers.size() + " columns");
    }
    for (Values column : numbers) {
      if (column.size() != rows) {
        throw unequal(name, "columns of " + rows + " and " + column.size() + " rows");
      }
    }
  }

  /**
   * A table some of whose columns hold lists.
   *
   * @param cells for each column the values of each event; one value each for columns of single
   *     values
   * @throws ProblemException if the numbers of columns, rows or single values differ
   */
  public static EventTable ofLists(
      String name, List<EventColumn> columns, List<List<Values>> cells) {
    if (columns.size() != cells.size()) {
      throw unequal(name, columns.size() + " names and " + cells.size() + " columns");
    }
    int rows = cells.isEmpty() ? 0 : cells.getFirst().size();
    List<double[]> numbers = new ArrayList<>();
    List<int[]> offsets = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      List<Values> column = cells.get(i);
      boolean list = columns.get(i).shape() == EventColumn.Shape.LIST;
      if (column.size() != rows) {
        throw unequal(name, "columns of " + rows + " and " + column.size() + " rows");
      }
      if (!list && column.stream().anyMatch(cell -> cell.size() != 1)) {
        throw unequal(name, "lists in the column \"" + columns.get(i).name() + "\" without lists");
      }
      numbers.add(column.stream().flatMapToDouble(cell -> Arrays.stream(cell.toArray())).toArray());
      int[] starts = new int[list ? rows + 1 : 0];
      for (int row = 0; row < rows && list; row++) {
        starts[row + 1] = starts[row] + column.get(row).size();
      }
      offsets.add(starts);
    }
    return new EventTable(name, columns, numbers, offsets, rows);
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

  @Override
  public long rows() {
    return rows;
  }

  /** One cell; of a list its first element, or NaN if it is empty. */
  public double get(int row, int column) {
    int[] starts = offsets.get(column);
    if (starts.length == 0) {
      return numbers.get(column)[row];
    }
    return starts[row] < starts[row + 1] ? numbers.get(column)[starts[row]] : Double.NaN;
  }

  @Override
  public void read(
      List<Integer> wanted,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    int length = (int) Math.min(end - first, EventBatch.LARGEST);
    double[][] block = new double[wanted.size()][length];
    int[][] places = new int[wanted.size()][];
    for (int from = (int) first; from < end; from += EventBatch.LARGEST) {
      token.throwIfCancelled();
      int until = (int) Math.min(end, from + (long) EventBatch.LARGEST);
      for (int i = 0; i < block.length; i++) {
        int[] starts = offsets.get(wanted.get(i));
        double[] values = numbers.get(wanted.get(i));
        if (starts.length == 0) {
          System.arraycopy(values, from, block[i], 0, until - from);
        } else {
          block[i] = Arrays.copyOfRange(values, starts[from], starts[until]);
          places[i] = moved(starts, from, until);
        }
      }
      consumer.accept(new EventBatch(until - from, block, places));
    }
  }

  private static int[] moved(int[] starts, int from, int until) {
    int[] moved = new int[until - from + 1];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = starts[from + i] - starts[from];
    }
    return moved;
  }
}
