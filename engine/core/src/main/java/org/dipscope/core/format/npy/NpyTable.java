package org.dipscope.core.format.npy;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.format.ColumnType;

/**
 * An array as a table: the first index counts the rows, all others the columns.
 *
 * @param name of the table
 * @param rows how many rows it has
 * @param columns its columns; their offsets are those of the first row, behind the header
 * @param rowBytes from one row to the next
 * @param header what the array says of itself
 */
record NpyTable(String name, long rows, List<NpyField> columns, long rowBytes, NpyHeader header) {
  private static final int MOST_COLUMNS = 10_000;

  /** The table of an array whose size fits the file. */
  static NpyTable of(String file, String name, String column, NpyHeader header) {
    List<Long> shape = header.shape();
    boolean empty = header.expectedBytes() == header.bytes(); // then any number of rows would do
    long rows = empty ? 0 : shape.isEmpty() ? 1 : shape.getFirst();
    List<Long> inner = shape.isEmpty() ? List.of() : shape.subList(1, shape.size());
    long cells = 1;
    for (long length : inner) {
      cells = length > MOST_COLUMNS ? Long.MAX_VALUE : cells * length;
      if (cells > MOST_COLUMNS) {
        throw NpyHeader.bad(
            file,
            "%s: the array %s of shape %s has more than %d columns."
                .formatted(file, name, shape, MOST_COLUMNS),
            "Save it with the events along the first index.");
      }
    }
    List<NpyField> columns = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      int[] place = place(i, inner);
      long offset = header.fortran() ? fortranCell(place, inner) * rows : i;
      add(columns, suffix(place), column, offset * header.cellBytes(), header);
    }
    if (columns.size() > MOST_COLUMNS) {
      throw NpyHeader.bad(
          file,
          file + ": the array " + name + " has more than " + MOST_COLUMNS + " columns.",
          "Save fewer members or columns.");
    }
    long rowBytes = header.fortran() ? header.cellBytes() : cells * header.cellBytes();
    return new NpyTable(name, rows, List.copyOf(columns), rowBytes, header);
  }

  private static void add(
      List<NpyField> columns, String suffix, String column, long offset, NpyHeader header) {
    NpyType cell = header.cell();
    if (cell != null) {
      addType(columns, column + suffix, cell, offset);
      return;
    }
    for (NpyField member : header.members()) {
      addType(columns, member.name() + suffix, member.type(), offset + member.offset());
    }
  }

  private static void addType(List<NpyField> columns, String name, NpyType type, long offset) {
    if (type.isComplex()) {
      columns.add(new NpyField(name + ".re", type.half(), offset));
      columns.add(new NpyField(name + ".im", type.half(), offset + type.bytes() / 2));
    } else {
      columns.add(new NpyField(name, type, offset));
    }
  }

  /** Indices of a column, the last running fastest. */
  private static int[] place(int column, List<Long> inner) {
    int[] place = new int[inner.size()];
    int rest = column;
    for (int i = place.length - 1; i >= 0; i--) {
      int length = inner.get(i).intValue();
      place[i] = rest % length;
      rest /= length;
    }
    return place;
  }

  /** Position of a cell among those of one row if the first index runs fastest. */
  private static long fortranCell(int[] place, List<Long> inner) {
    long cell = 0;
    for (int i = place.length - 1; i >= 0; i--) {
      cell = cell * inner.get(i) + place[i];
    }
    return cell;
  }

  private static String suffix(int[] place) {
    StringBuilder suffix = new StringBuilder();
    for (int index : place) {
      suffix.append('[').append(index).append(']');
    }
    return suffix.toString();
  }

  List<EventColumn> eventColumns() {
    return columns.stream()
        .map(column -> new EventColumn(column.name(), "", kind(column.type().columnType())))
        .toList();
  }

  private static EventColumn.Type kind(ColumnType type) {
    return switch (type) {
      case BOOLEAN -> EventColumn.Type.TRUTH;
      case TEXT -> EventColumn.Type.TEXT;
      default -> EventColumn.Type.NUMBER;
    };
  }
}
