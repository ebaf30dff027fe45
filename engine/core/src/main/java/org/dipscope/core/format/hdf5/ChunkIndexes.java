package org.dipscope.core.format.hdf5;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Indexes of chunks that were read before, for all threads that read the same file. */
final class ChunkIndexes {
  private final Map<Hdf5Dataset, ChunkIndex> known = new ConcurrentHashMap<>();

  ChunkIndex of(Hdf5Bytes file, Hdf5Dataset dataset, DataLayout.Chunked layout) {
    return known.computeIfAbsent(dataset, unknown -> ChunkIndex.of(file, unknown, layout));
  }
}
