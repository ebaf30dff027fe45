package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.MemoryBudget;
import org.jspecify.annotations.Nullable;

/** Rows in chunks: bands of rows, cut into chunks along the other dimensions. */
final class ChunkedRows implements RowReader {
  private final Hdf5Dataset dataset;
  private final DataLayout.Chunked layout;
  private final ChunkIndex index;
  private final ChunkDecoder decoder;
  private final int rowBytes;
  private final Map<List<Long>, Strip> strips = new LinkedHashMap<>();
  private byte @Nullable [] unwritten;

  /** The chunks one below the other that hold some columns; the last one used is kept. */
  private static final class Strip {
    private final long[] scaled;
    private final List<CellTarget> targets = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private byte @Nullable [] data;

    Strip(List<Long> across) {
      scaled = new long[across.size() + 1];
      scaled[0] = -1;
      for (int i = 0; i < across.size(); i++) {
        scaled[i + 1] = across.get(i);
      }
    }
  }

  ChunkedRows(
      Hdf5Bytes file,
      Hdf5Dataset dataset,
      DataLayout.Chunked layout,
      ChunkIndex index,
      List<CellTarget> targets) {
    this.dataset = dataset;
    this.layout = layout;
    this.index = index;
    this.decoder = new ChunkDecoder(file, dataset, index.chunkBytes());
    this.rowBytes = index.chunkBytes() / layout.lengths().getFirst();
    targets.forEach(this::place);
    new MemoryBudget(file.file()).take((strips.size() + 2L) * index.chunkBytes());
  }

  /** Finds the chunk of a column and its place there. */
  private void place(CellTarget target) {
    List<Long> across = new ArrayList<>();
    long rest = target.column().cell();
    long place = 0;
    long stride = dataset.type().size();
    for (int i = dataset.lengths().size() - 1; i > 0; i--) {
      long position = rest % dataset.lengths().get(i);
      rest /= dataset.lengths().get(i);
      int length = layout.lengths().get(i);
      across.addFirst(position / length);
      place += position % length * stride;
      stride *= length;
    }
    Strip strip = strips.computeIfAbsent(across, Strip::new);
    strip.targets.add(target);
    strip.places.add((int) place + target.column().offset());
  }

  @Override
  public void read(long first, int count, CancelToken token) {
    int band = layout.lengths().getFirst();
    for (int done = 0; done < count; ) {
      token.throwIfCancelled();
      long row = first + done;
      int inBand = (int) (row % band);
      int rows = Math.min(count - done, band - inBand);
      for (Strip strip : strips.values()) {
        byte[] data = chunk(strip, row / band);
        for (int i = 0; i < strip.targets.size(); i++) {
          int from = inBand * rowBytes + strip.places.get(i);
          strip.targets.get(i).sink().take(data, from, rowBytes, rows);
        }
      }
      done += rows;
    }
  }

  private byte[] chunk(Strip strip, long band) {
    byte[] data = strip.data;
    if (data == null || strip.scaled[0] != band) {
      strip.scaled[0] = band;
      ChunkIndex.Chunk chunk = index.find(strip.scaled);
      data = chunk == null ? unwritten() : decoder.decode(chunk);
      strip.data = data;
    }
    return data;
  }

  private byte[] unwritten() {
    byte[] filled = unwritten;
    if (filled == null) {
      filled = RowReader.unwritten(dataset, index.chunkBytes());
      unwritten = filled;
    }
    return filled;
  }
}
