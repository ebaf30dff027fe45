package org.dipscope.core.format.root;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The 64-bit XXH3 checksum with the default secret and seed 0, which ntuples carry. */
final class XxHash3 {
  private static final long[] SECRET_WORDS = {
    0xbe4ba423396cfeb8L, 0x1cad21f72c81017cL, 0xdb979083e96dd4deL, 0x1f67b3b7a4a44072L,
    0x78e5c0cc4ee679cbL, 0x2172ffcc7dd05a82L, 0x8e2443f7744608b8L, 0x4c263a81e69035e0L,
    0xcb00c391bb52283cL, 0xa32e531b8b65d088L, 0x4ef90da297486471L, 0xd8acdea946ef1938L,
    0x3f349ce33f76faa8L, 0x1d4f0bc7c7bbdcf9L, 0x3159b4cd4be0518aL, 0x647378d9c97e9fc8L,
    0xc3ebd33483acc5eaL, 0xeb6313faffa081c5L, 0x49daf0b751dd0d17L, 0x9e68d429265516d3L,
    0xfca1477d58be162bL, 0xce31d07ad1b8f88fL, 0x280416958f3acb45L, 0x7e404bbbcafbd7afL
  };
  private static final byte[] SECRET = secret();
  private static final long PRIME32_1 = 0x9E3779B1L;
  private static final long PRIME32_2 = 0x85EBCA77L;
  private static final long PRIME32_3 = 0xC2B2AE3DL;
  private static final long PRIME64_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME64_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME64_3 = 0x165667B19E3779F9L;
  private static final long PRIME64_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME64_5 = 0x27D4EB2F165667C5L;
  private static final long MIXER = 0x9FB21C651E98DF25L;
  private static final int STRIPE = 64;
  private static final int BLOCK = 1024;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
          .withInvokeExactBehavior();
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
          .withInvokeExactBehavior();

  private XxHash3() {}

  private static byte[] secret() {
    ByteBuffer buffer = ByteBuffer.allocate(8 * SECRET_WORDS.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asLongBuffer().put(SECRET_WORDS);
    return buffer.array();
  }

  static long of(byte[] bytes, int from, int until) {
    int length = until - from;
    if (length <= 16) {
      return upTo16(bytes, from, length);
    }
    if (length <= 128) {
      return upTo128(bytes, from, length);
    }
    return length <= 240 ? upTo240(bytes, from, length) : longer(bytes, from, length);
  }

  private static long upTo16(byte[] bytes, int at, int length) {
    if (length > 8) {
      long low = get(bytes, at) ^ key(24) ^ key(32);
      long high = get(bytes, at + length - 8) ^ key(40) ^ key(48);
      return avalanche(length + Long.reverseBytes(low) + high + fold(low, high));
    }
    if (length >= 4) {
      long first = (int) INT.get(bytes, at);
      long last = (int) INT.get(bytes, at + length - 4) & 0xFFFFFFFFL;
      long keyed = last + (first << 32) ^ key(8) ^ key(16);
      keyed ^= Long.rotateLeft(keyed, 49) ^ Long.rotateLeft(keyed, 24);
      keyed *= MIXER;
      keyed ^= (keyed >>> 35) + length;
      keyed *= MIXER;
      return keyed ^ keyed >>> 28;
    }
    if (length == 0) {
      return finish64(key(56) ^ key(64));
    }
    long combined =
        (bytes[at] & 0xFFL) << 16
            | (bytes[at + (length >> 1)] & 0xFFL) << 24
            | (bytes[at + length - 1] & 0xFFL)
            | (long) length << 8;
    return finish64(combined ^ (key(0) & 0xFFFFFFFFL) ^ key(0) >>> 32);
  }

  private static long upTo128(byte[] bytes, int at, int length) {
    long sum = length * PRIME64_1;
    for (int i = (length - 1) / 32; i >= 0; i--) {
      sum += mix(bytes, at + 16 * i, 32 * i);
      sum += mix(bytes, at + length - 16 * (i + 1), 32 * i + 16);
    }
    return avalanche(sum);
  }

  private static long upTo240(byte[] bytes, int at, int length) {
    long sum = length * PRIME64_1;
    for (int i = 0; i < 8; i++) {
      sum += mix(bytes, at + 16 * i, 16 * i);
    }
    sum = avalanche(sum);
    for (int i = 8; i < length / 16; i++) {
      sum += mix(bytes, at + 16 * i, 16 * (i - 8) + 3);
    }
    return avalanche(sum + mix(bytes, at + length - 16, 136 - 17));
  }

  private static long longer(byte[] bytes, int from, int length) {
    long[] sums = {
      PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1
    };
    int blocks = (length - 1) / BLOCK;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < BLOCK / STRIPE; i++) {
        accumulate(sums, bytes, from + block * BLOCK + i * STRIPE, 8 * i);
      }
      for (int i = 0; i < 8; i++) {
        sums[i] = (sums[i] ^ sums[i] >>> 47 ^ key(SECRET.length - STRIPE + 8 * i)) * PRIME32_1;
      }
    }
    int rest = (length - 1 - blocks * BLOCK) / STRIPE;
    for (int i = 0; i < rest; i++) {
      accumulate(sums, bytes, from + blocks * BLOCK + i * STRIPE, 8 * i);
    }
    accumulate(sums, bytes, from + length - STRIPE, SECRET.length - STRIPE - 7);
    long result = length * PRIME64_1;
    for (int i = 0; i < 4; i++) {
      result += fold(sums[2 * i] ^ key(11 + 16 * i), sums[2 * i + 1] ^ key(19 + 16 * i));
    }
    return avalanche(result);
  }

  private static void accumulate(long[] sums, byte[] bytes, int at, int secret) {
    for (int i = 0; i < 8; i++) {
      long value = get(bytes, at + 8 * i);
      long keyed = value ^ key(secret + 8 * i);
      sums[i ^ 1] += value;
      sums[i] += (keyed & 0xFFFFFFFFL) * (keyed >>> 32);
    }
  }

  private static long mix(byte[] bytes, int at, int secret) {
    return fold(get(bytes, at) ^ key(secret), get(bytes, at + 8) ^ key(secret + 8));
  }

  private static long get(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  private static long key(int at) {
    return (long) LONG.get(SECRET, at);
  }

  private static long fold(long a, long b) {
    return a * b ^ Math.unsignedMultiplyHigh(a, b);
  }

  private static long avalanche(long hash) {
    long mixed = (hash ^ hash >>> 37) * 0x165667919E3779F9L;
    return mixed ^ mixed >>> 32;
  }

  private static long finish64(long hash) {
    long mixed = (hash ^ hash >>> 33) * PRIME64_2;
    mixed = (mixed ^ mixed >>> 29) * PRIME64_3;
    return mixed ^ mixed >>> 32;
  }
}
