package org.dipscope.core.format.hdf5;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.MemoryBudget;

/** Rows that lie one after the other. */
final class PlainRows implements RowReader {
  private static final int PIECE = 1 << 20;

  private final Hdf5Bytes file;
  private final Hdf5Dataset dataset;
  private final List<CellTarget> targets;
  private final int rowBytes;
  private final int step;
  private final byte[] buffer;

  PlainRows(Hdf5Bytes file, Hdf5Dataset dataset, List<CellTarget> targets) {
    this.file = file;
    this.dataset = dataset;
    this.targets = targets;
    long bytes = dataset.cells() * dataset.type().size();
    new MemoryBudget(file.file()).take(bytes);
    if (bytes > Integer.MAX_VALUE - 16) {
      throw file.problem(
          "a row of \"" + dataset.path() + "\" has " + bytes + " bytes", "Write shorter rows.");
    }
    rowBytes = (int) bytes;
    step = (int) Math.min(dataset.rows(), Math.max(1, PIECE / rowBytes));
    buffer = RowReader.unwritten(dataset, step * rowBytes);
  }

  @Override
  public void read(long first, int count, CancelToken token) {
    for (int done = 0; done < count; done += step) {
      token.throwIfCancelled();
      int rows = Math.min(step, count - done);
      fill((first + done) * rowBytes, rows * rowBytes);
      for (CellTarget target : targets) {
        Hdf5Column column = target.column();
        int from = (int) column.cell() * dataset.type().size() + column.offset();
        target.sink().take(buffer, from, rowBytes, rows);
      }
    }
  }

  private void fill(long at, int bytes) {
    switch (dataset.layout()) {
      case DataLayout.Compact compact ->
          System.arraycopy(compact.bytes(), (int) at, buffer, 0, bytes);
      case DataLayout.Contiguous contiguous when contiguous.address() != Block.UNDEFINED ->
          file.read(
              "the data of \"" + dataset.path() + "\"", contiguous.address() + at, buffer, bytes);
      default -> {} // never written: the buffer holds the fill value
    }
  }
}
