package org.dipscope.core.format.hdf5;

import java.util.List;

/**
 * Datasets side by side.
 *
 * @param name path of the group or dataset
 * @param rows how many rows it has
 * @param columns that can be read
 */
record Hdf5Table(String name, long rows, List<Hdf5Column> columns) {

  /** Copies the list. */
  Hdf5Table {
    columns = List.copyOf(columns);
  }
}
