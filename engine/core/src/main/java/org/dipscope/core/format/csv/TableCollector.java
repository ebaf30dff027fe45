package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** Gathers scanned tables in memory, as far as they fit. */
final class TableCollector implements TableSink {
  private static final int SHARED_TEXTS = 4096;
  private static final int TEXT_OVERHEAD = 48;

  private final List<TextTable> tables = new ArrayList<>();
  private final MemoryBudget budget;
  private @Nullable TableHeader header;
  private double[][] numbers = new double[0][];
  private List<List<String>> texts = List.of();
  private int[] lines = new int[0];
  private final Map<String, String> shared = new HashMap<>();
  private boolean[] percent = {};
  private int rows;

  TableCollector(String file) {
    this.budget = new MemoryBudget(file);
  }

  List<TextTable> tables() {
    return tables;
  }

  @Override
  public void begin(TableHeader next) {
    header = next;
    rows = 0;
    numbers = new double[next.columns().size()][64];
    texts = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      texts.add(new ArrayList<>());
    }
    lines = new int[64];
    shared.clear();
    budget.take(64L * Double.BYTES * numbers.length);
  }

  @Override
  public void row(int line, double[] cells, @Nullable String[] words) {
    if (rows == lines.length) {
      grow();
    }
    lines[rows] = line;
    for (int i = 0; i < cells.length; i++) {
      numbers[i][rows] = cells[i];
      String word = words[i];
      if (word != null) {
        addText(texts.get(i), word);
      }
    }
    rows++;
  }

  private void addText(List<String> column, String word) {
    while (column.size() < rows) {
      column.add(""); // missing cells above the first text
    }
    String known = shared.get(word);
    if (known == null) {
      budget.take(TEXT_OVERHEAD + 2L * word.length());
      known = word;
      if (shared.size() < SHARED_TEXTS) {
        shared.put(word, word);
      }
    }
    column.add(known);
  }

  private void grow() {
    budget.take((long) rows * Double.BYTES * numbers.length + (long) rows * Integer.BYTES);
    lines = Arrays.copyOf(lines, 2 * rows);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Arrays.copyOf(numbers[i], 2 * rows);
    }
  }

  @Override
  public void percentages(boolean[] columns) {
    percent = columns;
  }

  @Override
  public void end(List<ColumnType> types) {
    if (header == null) {
      throw new IllegalStateException("A table ends that did not begin.");
    }
    List<TableColumn> columns = new ArrayList<>(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      String name = header.columns().get(i);
      boolean text = types.get(i) == ColumnType.TEXT;
      columns.add(
          new TableColumn(
              name,
              i < percent.length && percent[i] ? "%" : ColumnName.of(name).unit(),
              types.get(i),
              text ? Values.of() : Values.of(Arrays.copyOf(numbers[i], rows)),
              text ? texts.get(i) : List.of()));
      numbers[i] = new double[0];
    }
    List<Integer> rowLines = new LineNumbers(Arrays.copyOf(lines, rows));
    tables.add(new TextTable(header, columns, Collections.unmodifiableList(rowLines)));
    header = null;
  }
}
