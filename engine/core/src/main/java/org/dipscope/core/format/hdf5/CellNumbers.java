package org.dipscope.core.format.hdf5;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Cells with one number each; text is NaN. */
final class CellNumbers implements CellSink {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, LITTLE);
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, LITTLE);
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE);

  private final Hdf5Type type;
  private final double[] values;
  private int size;

  /** Room for some cells. */
  CellNumbers(Hdf5Type type, int capacity) {
    this.type = type;
    this.values = new double[capacity];
  }

  /** All cells taken since the last {@link #clear}; the array may be longer. */
  double[] values() {
    return values;
  }

  @Override
  public void clear() {
    size = 0;
  }

  @Override
  public void take(byte[] bytes, int from, int stride, int count) {
    decode(type, bytes, from, stride, count, values, size);
    size += count;
  }

  /** Turns cells into numbers. */
  static void decode(
      Hdf5Type type, byte[] bytes, int from, int stride, int count, double[] target, int to) {
    switch (type) {
      case Hdf5Type.Real real -> reals(real, bytes, from, stride, count, target, to);
      case Hdf5Type.Whole whole -> wholes(whole, bytes, from, stride, count, target, to);
      case Hdf5Type.Named named -> wholes(named.base(), bytes, from, stride, count, target, to);
      default -> Arrays.fill(target, to, to + count, Double.NaN);
    }
  }

  private static void reals(
      Hdf5Type.Real type, byte[] bytes, int from, int stride, int count, double[] target, int to) {
    boolean turned = type.order() == ByteOrder.BIG_ENDIAN;
    for (int i = 0, at = from; i < count; i++, at += stride) {
      target[to + i] =
          switch (type.size()) {
            case 8 -> Double.longBitsToDouble(longAt(bytes, at, turned));
            case 4 -> Float.intBitsToFloat(intAt(bytes, at, turned));
            default -> {
              short bits = shortAt(bytes, at, turned);
              yield type.brain() ? Float.intBitsToFloat(bits << 16) : Float.float16ToFloat(bits);
            }
          };
    }
  }

  private static void wholes(
      Hdf5Type.Whole type, byte[] bytes, int from, int stride, int count, double[] target, int to) {
    boolean turned = type.order() == ByteOrder.BIG_ENDIAN;
    boolean signed = type.signed();
    for (int i = 0, at = from; i < count; i++, at += stride) {
      target[to + i] =
          switch (type.size()) {
            case 8 -> real(longAt(bytes, at, turned), signed);
            case 4 -> {
              int value = intAt(bytes, at, turned);
              yield signed ? value : value & 0xFFFFFFFFL;
            }
            case 2 -> {
              short value = shortAt(bytes, at, turned);
              yield signed ? value : value & 0xFFFF;
            }
            default -> signed ? bytes[at] : bytes[at] & 0xFF;
          };
    }
  }

  private static double real(long value, boolean signed) {
    return signed || value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
  }

  private static long longAt(byte[] bytes, int at, boolean turned) {
    long value = (long) LONGS.get(bytes, at);
    return turned ? Long.reverseBytes(value) : value;
  }

  private static int intAt(byte[] bytes, int at, boolean turned) {
    int value = (int) INTS.get(bytes, at);
    return turned ? Integer.reverseBytes(value) : value;
  }

  private static short shortAt(byte[] bytes, int at, boolean turned) {
    short value = (short) SHORTS.get(bytes, at);
    return turned ? Short.reverseBytes(value) : value;
  }
}
