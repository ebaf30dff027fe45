package org.dipscope.core.format.hdf5;

/** Decodes LZF (M. Lehmann), the filter of h5py. */
final class Lzf {
  private static final int LITERALS = 32;

  private Lzf() {}

  /** Fills the target, or returns false if the bytes are not valid. */
  static boolean decode(byte[] source, int length, byte[] target) {
    int in = 0;
    int out = 0;
    while (in < length) {
      int control = source[in++] & 0xFF;
      if (control < LITERALS) {
        int count = control + 1;
        if (count > length - in || count > target.length - out) {
          return false;
        }
        System.arraycopy(source, in, target, out, count);
        in += count;
        out += count;
        continue;
      }
      int count = control >>> 5;
      if (length - in < (count == 7 ? 2 : 1)) {
        return false;
      }
      count += (count == 7 ? source[in++] & 0xFF : 0) + 2;
      int distance = ((control & 31) << 8 | (source[in++] & 0xFF)) + 1;
      if (distance > out || count > target.length - out) {
        return false;
      }
      for (int end = out + count; out < end; out++) {
        target[out] = target[out - distance];
      }
    }
    return out == target.length;
  }
}
