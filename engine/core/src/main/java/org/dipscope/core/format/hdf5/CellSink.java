package org.dipscope.core.format.hdf5;

/** Takes the cells of a column, row after row. */
sealed interface CellSink permits CellNumbers, CellLists, CellTexts {

  /** Forgets all cells taken before. */
  void clear();

  /**
   * Takes the cells of some rows.
   *
   * @param bytes that hold them
   * @param from where the first is
   * @param stride from one to the next
   * @param count how many
   */
  void take(byte[] bytes, int from, int stride, int count);
}
