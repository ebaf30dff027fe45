package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventTable;
import org.dipscope.core.histogram.Values;

/** Events in memory with lists of jets, electrons and muons in GeV. */
final class EventsOfLists {
  private final List<EventColumn> columns = new ArrayList<>();
  private final List<List<Values>> cells = new ArrayList<>();

  /** Adds a list; one row of values per event. */
  EventsOfLists with(String name, double[]... rows) {
    List<Values> values = new ArrayList<>();
    for (double[] row : rows) {
      values.add(Values.of(row));
    }
    columns.add(new EventColumn(name, "", EventColumn.Type.NUMBER, EventColumn.Shape.LIST));
    cells.add(values);
    return this;
  }

  /** Adds a column of single values. */
  EventsOfLists single(String name, double... values) {
    List<Values> rows = new ArrayList<>();
    for (double value : values) {
      rows.add(Values.of(value));
    }
    columns.add(new EventColumn(name, "", EventColumn.Type.NUMBER));
    cells.add(rows);
    return this;
  }

  EventTable table() {
    return EventTable.ofLists("events", columns, cells);
  }
}
