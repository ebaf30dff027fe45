package org.dipscope.core.format.hdf5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The names in a group: in a symbol table, in its header, or in a heap. */
final class GroupLinks {
  private static final String WHAT = "the symbol table of a group";
  private static final int SOFT = 2;

  private final Hdf5Bytes file;
  private final List<Link> links = new ArrayList<>();

  private GroupLinks(Hdf5Bytes file) {
    this.file = file;
  }

  /** All names in a group. */
  static List<Link> of(Hdf5Bytes file, ObjectHeader header) {
    GroupLinks group = new GroupLinks(file);
    header.all(ObjectHeader.SYMBOL_TABLE).forEach(in -> group.table(in.offset(), in.offset()));
    header.all(ObjectHeader.LINK).forEach(in -> group.links.add(Link.read(in)));
    header.all(ObjectHeader.LINK_INFO).forEach(group::heap);
    return group.links.stream().sorted(Link.ORDER).toList();
  }

  /** Links of a group with many of them (specification, chapter IV.A.2.c). */
  private void heap(Block in) {
    in.skip(1);
    int flags = in.u8();
    in.skip((flags & 1) == 0 ? 0 : 8);
    long heapAddress = in.offset();
    long names = in.offset();
    if (heapAddress == Block.UNDEFINED || names == Block.UNDEFINED) {
      return;
    }
    FractalHeap heap = new FractalHeap(file, heapAddress);
    for (Block record : BTree.records(file, "the name index of a group", names)) {
      record.skip(4);
      links.add(Link.read(heap.object(record)));
    }
  }

  /** Links of a group of the first kind (specification, chapters III.A.1, III.B to III.D). */
  private void table(long tree, long heap) {
    int wide = file.superblock().offsetBytes();
    int lengthBytes = file.superblock().lengthBytes();
    Block head = file.block(WHAT, heap, 8L + 2L * lengthBytes + wide);
    head.signature("HEAP");
    head.skip(4);
    long size = head.length();
    head.skip(lengthBytes);
    Block names = file.block(WHAT, head.offset(), size);
    Deque<Long> waiting = new ArrayDeque<>(List.of(tree));
    while (!waiting.isEmpty()) {
      long address = waiting.removeLast();
      Block start = file.block(WHAT, address, 8);
      String signature = start.text(4);
      if (signature.equals("SNOD")) {
        start.skip(2);
        long entryBytes = 2L * wide + 24;
        Block node = file.block(WHAT, address + 8, start.u16() * entryBytes);
        entries(node, names, (int) entryBytes);
      } else if (signature.equals("TREE")) {
        start.skip(2);
        int count = start.u16();
        Block node = file.block(WHAT, address + 8 + 2L * wide, (long) count * (lengthBytes + wide));
        for (int i = 0; i < count; i++) {
          node.skip(lengthBytes);
          waiting.add(node.offset());
        }
      } else {
        throw start.damaged("is neither a tree nor a leaf");
      }
    }
  }

  private void entries(Block node, Block names, int entryBytes) {
    while (node.remaining() > 0) {
      Block entry = node.part(entryBytes);
      Block name = names.again();
      name.skip(entry.offset());
      long address = entry.offset();
      boolean soft = entry.u32() == SOFT;
      links.add(
          new Link(
              name.text(),
              soft ? Link.Kind.PATH : Link.Kind.OBJECT,
              soft ? Block.UNDEFINED : address,
              -1));
    }
  }
}
