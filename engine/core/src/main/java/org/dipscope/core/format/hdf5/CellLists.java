package org.dipscope.core.format.hdf5;

import java.util.Arrays;
import org.dipscope.core.format.MemoryBudget;

/** Cells with any number of numbers each. */
final class CellLists implements CellSink {
  private final Hdf5Bytes file;
  private final Hdf5Type element;
  private final GlobalHeap heap;
  private final int[] offsets;
  private double[] values = new double[1024];
  private int rows;

  /** Room for some cells. */
  CellLists(Hdf5Bytes file, Hdf5Type.Sequence type, int capacity) {
    this.file = file;
    this.element = type.element();
    this.heap = new GlobalHeap(file);
    this.offsets = new int[capacity + 1];
  }

  /** The numbers of all cells, one cell after the other; the array may be longer. */
  double[] values() {
    return values;
  }

  /** Where each cell starts, and where the last ends. */
  int[] offsets() {
    return offsets;
  }

  @Override
  public void clear() {
    rows = 0;
  }

  @Override
  public void take(byte[] bytes, int from, int stride, int count) {
    int cellBytes = 8 + file.superblock().offsetBytes();
    for (int i = 0, at = from; i < count; i++, at += stride) {
      Block cell = new Block(file, "a list", 0, bytes, at, at + Math.min(cellBytes, stride));
      add(cell);
    }
  }

  private void add(Block cell) {
    int length = cell.count();
    Block object = length == 0 ? null : heap.object(cell.offset(), cell.count());
    int from = offsets[rows];
    int to = from;
    if (object != null) {
      long needed = (long) length * element.size();
      if (needed > object.remaining()) {
        throw object.damaged("has " + object.remaining() + " bytes for a list of " + needed);
      }
      to = from + length;
      reserve(to);
      byte[] numbers = object.array((int) needed);
      CellNumbers.decode(element, numbers, 0, element.size(), length, values, from);
    }
    offsets[++rows] = to;
  }

  private void reserve(int size) {
    if (size < 0 || size > values.length) {
      long grown = size < 0 ? Long.MAX_VALUE / 8 : Math.max(size, 2L * values.length);
      new MemoryBudget(file.file()).take(8 * grown);
      values = Arrays.copyOf(values, (int) Math.min(grown, Integer.MAX_VALUE - 16));
    }
  }
}
