package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.particle.ProblemList;
import org.dipscope.core.problem.ProblemException;

/** Attributes that are text, such as units and names of columns. */
final class TextAttributes {
  private static final int MOST_TEXTS = 10_000;

  private TextAttributes() {}

  /** All of them, each as the list of its elements; those that cannot be read are problems. */
  static Map<String, List<String>> of(Hdf5Bytes file, ObjectHeader header, ProblemList problems) {
    Map<String, List<String>> texts = new HashMap<>();
    GlobalHeap heap = new GlobalHeap(file);
    try {
      List<Block> attributes = new ArrayList<>(header.all(ObjectHeader.ATTRIBUTE));
      header.all(ObjectHeader.ATTRIBUTE_INFO).forEach(in -> addMany(in, attributes));
      for (Block in : attributes) {
        read(in, heap, texts);
      }
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
    return texts;
  }

  /** Attributes of an object with many of them (specification, chapter IV.A.2.v). */
  private static void addMany(Block in, List<Block> attributes) {
    in.skip(1);
    in.skip((in.u8() & 1) == 0 ? 0 : 2);
    long heapAddress = in.offset();
    long names = in.offset();
    if (heapAddress != Block.UNDEFINED && names != Block.UNDEFINED) {
      FractalHeap heap = new FractalHeap(in.file(), heapAddress);
      for (Block record : BTree.records(in.file(), "the index of attributes", names)) {
        attributes.add(heap.object(record.part(8)));
      }
    }
  }

  private static void read(Block in, GlobalHeap heap, Map<String, List<String>> texts) {
    int version = in.u8();
    int flags = in.u8();
    int nameBytes = in.u16();
    int typeBytes = in.u16();
    int spaceBytes = in.u16();
    in.skip(version == 3 ? 1 : 0);
    int unit = version == 1 ? 8 : 1;
    String name = in.part(padded(nameBytes, unit)).text(nameBytes);
    if ((flags & 3) != 0) {
      return;
    }
    Hdf5Type type = Hdf5TypeReader.read(in.part(padded(typeBytes, unit)));
    List<Long> lengths = Hdf5Dataset.lengths(in.part(padded(spaceBytes, unit)));
    if (!(type instanceof Hdf5Type.Text text) || lengths.size() != 1) {
      return;
    }
    List<String> elements = new ArrayList<>();
    for (long i = 0; i < Math.min(MOST_TEXTS, lengths.getFirst()); i++) {
      elements.add(element(in, text, heap));
    }
    texts.put(name, List.copyOf(elements));
  }

  private static int padded(int bytes, int unit) {
    return (bytes + unit - 1) / unit * unit;
  }

  /** One text, which may end with zeros or blanks. */
  static String element(Block in, Hdf5Type.Text type, GlobalHeap heap) {
    if (!type.variable()) {
      return in.text(type.size()).stripTrailing();
    }
    int length = in.count();
    Block object = heap.object(in.offset(), in.count());
    return object == null ? "" : object.text(Math.min(length, object.remaining()));
  }
}
