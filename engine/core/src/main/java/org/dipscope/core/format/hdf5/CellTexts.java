package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.List;

/** Cells with text. */
final class CellTexts implements CellSink {
  private final Hdf5Bytes file;
  private final Hdf5Type.Text type;
  private final GlobalHeap heap;
  private final List<String> texts = new ArrayList<>();

  CellTexts(Hdf5Bytes file, Hdf5Type.Text type) {
    this.file = file;
    this.type = type;
    this.heap = new GlobalHeap(file);
  }

  List<String> all() {
    return List.copyOf(texts);
  }

  @Override
  public void clear() {
    texts.clear();
  }

  @Override
  public void take(byte[] bytes, int from, int stride, int count) {
    for (int i = 0, at = from; i < count; i++, at += stride) {
      Block cell = new Block(file, "a text", 0, bytes, at, at + type.size());
      texts.add(TextAttributes.element(cell, type, heap));
    }
  }
}
