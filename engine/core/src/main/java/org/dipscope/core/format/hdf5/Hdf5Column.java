package org.dipscope.core.format.hdf5;

import org.dipscope.core.event.EventColumn;

/**
 * One column of a table.
 *
 * @param name of the column
 * @param unit or empty
 * @param type of its cells: no compound and no array
 * @param dataset that holds it
 * @param cell position of its element in a row of the dataset
 * @param offset of its cells in the elements, bytes
 */
record Hdf5Column(
    String name, String unit, Hdf5Type type, Hdf5Dataset dataset, long cell, int offset) {

  EventColumn event() {
    EventColumn.Type kind =
        switch (type.columnType()) {
          case BOOLEAN -> EventColumn.Type.TRUTH;
          case TEXT -> EventColumn.Type.TEXT;
          default -> EventColumn.Type.NUMBER;
        };
    return new EventColumn(name, unit, kind, isList() ? LIST : SINGLE);
  }

  private static final EventColumn.Shape LIST = EventColumn.Shape.LIST;
  private static final EventColumn.Shape SINGLE = EventColumn.Shape.SINGLE;

  /** Whether a row has any number of values. */
  boolean isList() {
    return type instanceof Hdf5Type.Sequence;
  }

  Hdf5Column named(String other) {
    return new Hdf5Column(other, unit, type, dataset, cell, offset);
  }

  Hdf5Column in(String otherUnit) {
    return new Hdf5Column(name, otherUnit, type, dataset, cell, offset);
  }
}
