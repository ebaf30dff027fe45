package org.dipscope.core.format.hdf5;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Elements of variable length (specification, chapter III.E). */
final class GlobalHeap {
  private static final String WHAT = "a heap of elements of variable length";
  private static final long KEPT_BYTES = 1 << 26;
  private static final int LARGEST = 1 << 26;

  private final Hdf5Bytes file;
  private final Map<Long, Collection> kept = new LinkedHashMap<>();
  private long keptBytes;

  /** Where the objects of a part of the heap are. */
  private record Collection(byte[] bytes, Map<Integer, int[]> places) {}

  GlobalHeap(Hdf5Bytes file) {
    this.file = file;
  }

  /**
   * The bytes of an element, or null if it is empty.
   *
   * @param address of the collection
   * @param index in the collection
   */
  @Nullable Block object(long address, int index) {
    if (address == 0 || address == Block.UNDEFINED) {
      return null;
    }
    Collection collection = kept.get(address);
    if (collection == null) {
      collection = read(address);
      keptBytes += collection.bytes().length;
      if (keptBytes > KEPT_BYTES) {
        kept.clear();
        keptBytes = collection.bytes().length;
      }
      kept.put(address, collection);
    }
    int[] place = collection.places().get(index);
    if (place == null) {
      throw file.damaged(WHAT, address, "has no element " + index);
    }
    return new Block(file, WHAT, address, collection.bytes(), place[0], place[1]);
  }

  private Collection read(long address) {
    int lengthBytes = file.superblock().lengthBytes();
    byte[] start = new byte[8 + lengthBytes];
    file.read(WHAT, address, start, start.length);
    Block head = new Block(file, WHAT, address, start, 0, start.length);
    head.signature("GCOL");
    head.skip(4);
    long size = head.length();
    file.check(WHAT, address, size);
    if (size > LARGEST || size < start.length) {
      throw head.damaged("announces " + size + " bytes");
    }
    byte[] bytes = new byte[(int) size];
    file.read(WHAT, address, bytes, bytes.length);
    Block in = new Block(file, WHAT, address, bytes, start.length, bytes.length);
    Map<Integer, int[]> places = new LinkedHashMap<>();
    while (in.remaining() >= 8 + lengthBytes) {
      int index = in.u16();
      in.skip(6);
      long length = in.length();
      if (index == 0) {
        break;
      }
      int at = bytes.length - in.remaining();
      in.skip(length);
      in.skip(Math.min(in.remaining(), (8 - length % 8) % 8));
      places.put(index, new int[] {at, at + (int) length});
    }
    return new Collection(bytes, places);
  }
}
