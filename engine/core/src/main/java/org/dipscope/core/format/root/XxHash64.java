package org.dipscope.core.format.root;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The xxHash64 checksum with seed 0, which ROOT stores in front of LZ4 blocks. */
final class XxHash64 {
  private static final long PRIME1 = 0x9E3779B185EBCA87L;
  private static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME3 = 0x165667B19E3779F9L;
  private static final long PRIME4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME5 = 0x27D4EB2F165667C5L;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
          .withInvokeExactBehavior();
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
          .withInvokeExactBehavior();

  private XxHash64() {}

  static long of(byte[] bytes, int from, int until) {
    int position = from;
    long hash;
    if (until - from >= 32) {
      long a = 0x60EA27EEADC0B5D6L; // PRIME1 + PRIME2
      long b = PRIME2;
      long c = 0;
      long d = 0x61C8864E7A143579L; // -PRIME1
      for (; position <= until - 32; position += 32) {
        a = round(a, (long) LONG.get(bytes, position));
        b = round(b, (long) LONG.get(bytes, position + 8));
        c = round(c, (long) LONG.get(bytes, position + 16));
        d = round(d, (long) LONG.get(bytes, position + 24));
      }
      hash =
          Long.rotateLeft(a, 1)
              + Long.rotateLeft(b, 7)
              + Long.rotateLeft(c, 12)
              + Long.rotateLeft(d, 18);
      hash = merge(merge(merge(merge(hash, a), b), c), d);
    } else {
      hash = PRIME5;
    }
    return avalanche(tail(bytes, position, until, hash + (until - from)));
  }

  private static long tail(byte[] bytes, int from, int until, long start) {
    long hash = start;
    int position = from;
    for (; position <= until - 8; position += 8) {
      hash ^= round(0, (long) LONG.get(bytes, position));
      hash = Long.rotateLeft(hash, 27) * PRIME1 + PRIME4;
    }
    if (position <= until - 4) {
      hash ^= ((int) INT.get(bytes, position) & 0xFFFFFFFFL) * PRIME1;
      hash = Long.rotateLeft(hash, 23) * PRIME2 + PRIME3;
      position += 4;
    }
    for (; position < until; position++) {
      hash ^= (bytes[position] & 0xFF) * PRIME5;
      hash = Long.rotateLeft(hash, 11) * PRIME1;
    }
    return hash;
  }

  private static long round(long accumulator, long input) {
    return Long.rotateLeft(accumulator + input * PRIME2, 31) * PRIME1;
  }

  private static long merge(long hash, long accumulator) {
    return (hash ^ round(0, accumulator)) * PRIME1 + PRIME4;
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ hash >>> 33) * PRIME2;
    mixed = (mixed ^ mixed >>> 29) * PRIME3;
    return mixed ^ mixed >>> 32;
  }
}
