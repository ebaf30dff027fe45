package org.dipscope.core.format.hdf5;

import java.util.List;
import org.dipscope.core.compute.CancelToken;

/** Reads rows of a dataset. For one thread, while the file is open. */
interface RowReader {

  /**
   * Hands the cells of some rows to the sinks. Reading on from where the last call ended unpacks
   * every chunk once.
   */
  void read(long first, int count, CancelToken token);

  /** A reader of some columns of a dataset. */
  static RowReader of(
      Hdf5Bytes file, Hdf5Dataset dataset, ChunkIndexes indexes, List<CellTarget> targets) {
    return switch (dataset.layout()) {
      case DataLayout.Chunked chunked ->
          new ChunkedRows(file, dataset, chunked, indexes.of(file, dataset, chunked), targets);
      case DataLayout.Contiguous contiguous -> new PlainRows(file, dataset, targets);
      case DataLayout.Compact compact -> new PlainRows(file, dataset, targets);
    };
  }

  /** Elements that were never written. */
  static byte[] unwritten(Hdf5Dataset dataset, int bytes) {
    byte[] filled = new byte[bytes];
    byte[] fill = dataset.fill();
    for (int at = 0; fill.length > 0 && at + fill.length <= bytes; at += fill.length) {
      System.arraycopy(fill, 0, filled, at, fill.length);
    }
    return filled;
  }
}
