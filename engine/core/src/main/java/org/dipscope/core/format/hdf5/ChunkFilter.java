package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.List;

/**
 * One step by which chunks were packed.
 *
 * @param id its registered number
 * @param parameters what it was set to
 */
record ChunkFilter(int id, List<Integer> parameters) {
  private static final int MOST = 32;

  /** Reads a filter pipeline message, in the order of writing (specification, IV.A.2.l). */
  static List<ChunkFilter> read(Block in) {
    int version = in.u8();
    int count = in.u8();
    if (version < 1 || version > 2 || count > MOST) {
      throw in.damaged("has " + count + " filters of version " + version);
    }
    in.skip(version == 1 ? 6 : 0);
    List<ChunkFilter> filters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = in.u16();
      int nameLength = version == 1 || id >= 256 ? in.u16() : 0;
      in.skip(2);
      int parameterCount = in.u16();
      in.skip(version == 1 ? (nameLength + 7) / 8 * 8 : nameLength);
      List<Integer> parameters = new ArrayList<>();
      for (int j = 0; j < parameterCount; j++) {
        parameters.add((int) in.u32());
      }
      in.skip(version == 1 && parameterCount % 2 == 1 ? 4 : 0);
      filters.add(new ChunkFilter(id, List.copyOf(parameters)));
    }
    return List.copyOf(filters);
  }
}
