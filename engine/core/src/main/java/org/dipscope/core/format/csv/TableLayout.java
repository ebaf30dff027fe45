package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.format.csv.ColumnRole.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table hold the bins and which the values with their errors.
 *
 * @param form how the bins are given
 * @param first the column of lower edges, edges or centres
 * @param second the column of upper edges or widths, if the form has one
 * @param groups the value columns, each with the error columns that follow it
 * @param certain whether the names say so, rather than the position alone
 */
record TableLayout(
    Form form,
    TableColumn first,
    @Nullable TableColumn second,
    List<ValueGroup> groups,
    boolean certain) {

  /** Low, high, value and two errors. */
  private static final int MOST_UNNAMED = 5;

  /** How bins are given. */
  enum Form {
    LOW_HIGH,
    EDGES,
    CENTRE_WIDTH,
    CENTRES
  }

  /** One column of values and the errors that belong to it. */
  record ValueGroup(TableColumn value, Kind kind, List<ErrorColumn> errors) {}

  /** One column of errors. */
  record ErrorColumn(TableColumn column, ColumnRole role) {}

  /** The layout, or nothing if there are no columns that could be bins and values. */
  static Optional<TableLayout> of(TextTable table) {
    List<TableColumn> numeric =
        table.columns().stream().filter(column -> column.type().isNumeric()).toList();
    return table.header().named() ? named(numeric) : unnamed(numeric);
  }

  /** Whether the names allow bins, so that it is worth holding the table. */
  static boolean mayHoldBins(TableHeader header) {
    if (!header.named()) {
      return header.columns().size() <= MOST_UNNAMED;
    }
    return header.columns().stream()
        .map(name -> ColumnRole.of(name).kind())
        .anyMatch(kind -> kind == Kind.EDGE_LOW || kind == Kind.EDGE || kind == Kind.CENTRE);
  }

  private static Optional<TableLayout> named(List<TableColumn> columns) {
    TableColumn low = find(columns, Kind.EDGE_LOW);
    TableColumn high = find(columns, Kind.EDGE_HIGH);
    if (low != null && high != null && columns.indexOf(high) == columns.indexOf(low) + 1) {
      int before = columns.indexOf(low);
      List<TableColumn> after = columns.subList(before + 2, columns.size());
      return layout(Form.LOW_HIGH, low, high, after, before <= 1);
    }
    TableColumn edge = find(columns, Kind.EDGE);
    if (edge == null && high == null) {
      edge = low;
    }
    if (edge != null) {
      List<TableColumn> rest = without(columns, edge, null);
      boolean certain = !rest.isEmpty() && endsWithoutValue(rest.getFirst());
      return layout(Form.EDGES, edge, null, rest, certain);
    }
    return centred(columns);
  }

  /** Centres are certain only for a table of centre, count and errors: x and y may be anything. */
  private static Optional<TableLayout> centred(List<TableColumn> columns) {
    TableColumn named = find(columns, Kind.CENTRE);
    if (named == null && columns.size() < 2) {
      return Optional.empty();
    }
    TableColumn centre = named == null ? columns.getFirst() : named;
    TableColumn width = find(columns, Kind.WIDTH);
    List<TableColumn> rest = without(columns, centre, width);
    boolean certain =
        named != null
            && find(rest, Kind.COUNT) != null
            && rest.stream()
                .map(column -> ColumnRole.of(column.name()).kind())
                .allMatch(kind -> kind == Kind.COUNT || kind.isError());
    return layout(width == null ? Form.CENTRES : Form.CENTRE_WIDTH, centre, width, rest, certain);
  }

  private static @Nullable TableColumn find(List<TableColumn> columns, Kind kind) {
    for (TableColumn column : columns) {
      if (ColumnRole.of(column.name()).kind() == kind) {
        return column;
      }
    }
    return null;
  }

  private static List<TableColumn> without(
      List<TableColumn> columns, TableColumn one, @Nullable TableColumn other) {
    return columns.stream()
        .filter(column -> !isSame(column, one) && !isSame(column, other))
        .toList();
  }

  private static boolean isSame(TableColumn column, @Nullable TableColumn other) {
    return other != null && column.name().equals(other.name());
  }

  private static Optional<TableLayout> layout(
      Form form,
      TableColumn first,
      @Nullable TableColumn second,
      List<TableColumn> rest,
      boolean certain) {
    List<ValueGroup> groups = new ArrayList<>();
    List<ErrorColumn> errors = new ArrayList<>();
    for (TableColumn column : rest) {
      ColumnRole role = ColumnRole.of(column.name());
      if (role.kind().isError()) {
        errors.add(new ErrorColumn(column, role));
      } else if (isValue(role.kind())) {
        if (!groups.isEmpty()) {
          errors = new ArrayList<>();
        }
        groups.add(new ValueGroup(column, role.kind(), errors));
      }
    }
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableLayout(form, first, second, List.copyOf(groups), certain));
  }

  private static boolean isValue(Kind kind) {
    return switch (kind) {
      case COUNT, VALUE, OTHER -> true;
      default -> false;
    };
  }

  /** Without names only the number of columns and the contiguity of the first two can tell. */
  private static Optional<TableLayout> unnamed(List<TableColumn> columns) {
    int width = columns.size();
    if (width < 2 || width > MOST_UNNAMED) {
      return Optional.empty();
    }
    boolean pairs = width >= 3 && contiguous(columns.get(0), columns.get(1));
    int values = pairs ? 2 : 1;
    List<ErrorColumn> errors = new ArrayList<>();
    int count = width - values - 1;
    for (int i = 0; i < count; i++) {
      ColumnRole.Side side =
          count == 1 ? ColumnRole.Side.BOTH : i == 0 ? ColumnRole.Side.LOW : ColumnRole.Side.HIGH;
      errors.add(
          new ErrorColumn(columns.get(values + 1 + i), new ColumnRole(Kind.TOTAL_ERROR, side)));
    }
    if (count > 2) {
      return Optional.empty();
    }
    ValueGroup group = new ValueGroup(columns.get(values), Kind.OTHER, errors);
    boolean edges = !pairs && endsWithoutValue(columns.get(1));
    Form form = pairs ? Form.LOW_HIGH : edges ? Form.EDGES : Form.CENTRES;
    return Optional.of(
        new TableLayout(
            form, columns.get(0), pairs ? columns.get(1) : null, List.of(group), pairs || edges));
  }

  private static boolean contiguous(TableColumn low, TableColumn high) {
    int rows = low.numbers().size();
    for (int i = 0; i < rows; i++) {
      boolean ordered = low.numbers().get(i) < high.numbers().get(i);
      boolean joined = i == 0 || low.numbers().get(i) == high.numbers().get(i - 1);
      if (!ordered || !joined) {
        return false;
      }
    }
    return rows > 0;
  }

  private static boolean endsWithoutValue(TableColumn column) {
    int rows = column.numbers().size();
    return rows > 1
        && Double.isNaN(column.numbers().get(rows - 1))
        && !Double.isNaN(column.numbers().get(0));
  }
}
