package org.dipscope.core.format.hdf5;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.format.hdf5.Hdf5Type.Member;

/** Reads datatype messages (specification, chapter IV.A.2.d). */
final class Hdf5TypeReader {
  private static final int DEEPEST = 16;
  private static final int MOST_MEMBERS = 10_000;

  private Hdf5TypeReader() {}

  static Hdf5Type read(Block in) {
    return read(in, 0);
  }

  private static Hdf5Type read(Block in, int depth) {
    if (depth > DEEPEST) {
      throw in.damaged("nests types more than " + DEEPEST + " times");
    }
    int head = in.u8();
    int version = head >>> 4;
    int bits = (int) in.number(3);
    int size = in.count();
    Hdf5Type type =
        switch (head & 0xF) {
          case 0, 4 -> whole(in, bits, size);
          case 1 -> real(in, bits, size);
          case 2 -> skipped(in, 2, size, "times");
          case 3 -> new Hdf5Type.Text(size, false);
          case 5 -> skipped(in, bits & 0xFF, size, "opaque bytes");
          case 6 -> compound(in, version, bits & 0xFFFF, size, depth);
          case 7 -> new Hdf5Type.Other(size, "references");
          case 8 -> named(in, version, bits & 0xFFFF, depth);
          case 9 -> variable(in, bits, size, depth);
          case 10 -> array(in, version, size, depth);
          default -> throw in.damaged("has a type of unknown class " + (head & 0xF));
        };
    if (type.size() <= 0) {
      throw in.damaged("has a type of " + type.size() + " bytes");
    }
    return type;
  }

  private static Hdf5Type skipped(Block in, int bytes, int size, String name) {
    in.skip(bytes);
    return new Hdf5Type.Other(size, name);
  }

  private static ByteOrder order(int bits) {
    return (bits & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  private static Hdf5Type whole(Block in, int bits, int size) {
    int first = in.u16();
    int precision = in.u16();
    boolean plain = size == 1 || size == 2 || size == 4 || size == 8;
    return plain && first == 0 && precision == 8 * size
        ? new Hdf5Type.Whole(size, order(bits), (bits & 8) != 0)
        : new Hdf5Type.Other(size, "integers of " + precision + " bits in " + size + " bytes");
  }

  private static Hdf5Type real(Block in, int bits, int size) {
    in.skip(5);
    int exponent = in.u8();
    in.skip(1);
    int mantissa = in.u8();
    long bias = in.u32();
    boolean known =
        switch (size) {
          case 2 -> (exponent == 5 && mantissa == 10 && bias == 15) || isBrain(exponent, mantissa);
          case 4 -> exponent == 8 && mantissa == 23 && bias == 127;
          case 8 -> exponent == 11 && mantissa == 52 && bias == 1023;
          default -> false;
        };
    return known && (bits & 0x40) == 0
        ? new Hdf5Type.Real(size, order(bits), size == 2 && isBrain(exponent, mantissa))
        : new Hdf5Type.Other(size, "floating-point numbers of " + size + " bytes");
  }

  private static boolean isBrain(int exponent, int mantissa) {
    return exponent == 8 && mantissa == 7;
  }

  private static Hdf5Type compound(Block in, int version, int count, int size, int depth) {
    if (count > MOST_MEMBERS) {
      throw in.damaged("has a type with " + count + " members");
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = name(in, version);
      int offset = version < 3 ? in.count() : (int) in.number(widthOf(size));
      Hdf5Type type = version == 1 ? oldMember(in, depth) : read(in, depth + 1);
      if (offset < 0 || type.size() > size - (long) offset) {
        throw in.damaged("has a member \"" + name + "\" outside its element");
      }
      members.add(new Member(name, offset, type));
    }
    return new Hdf5Type.Compound(size, List.copyOf(members));
  }

  /** A member of the first version carries its own dimensions. */
  private static Hdf5Type oldMember(Block in, int depth) {
    int dimensions = in.u8();
    in.skip(11);
    long length = 1;
    for (int i = 0; i < 4; i++) {
      long one = in.u32();
      length = i < dimensions ? product(in, length, one) : length;
    }
    Hdf5Type element = read(in, depth + 1);
    return dimensions == 0 ? element : arrayOf(in, length, element);
  }

  private static long product(Block in, long length, long one) {
    if (one <= 0 || length * one > Integer.MAX_VALUE) {
      throw in.damaged("has an array of impossible length");
    }
    return length * one;
  }

  private static Hdf5Type arrayOf(Block in, long length, Hdf5Type element) {
    int size = (int) product(in, length, element.size());
    return new Hdf5Type.Array(size, (int) length, element);
  }

  private static String name(Block in, int version) {
    int before = in.remaining();
    String name = in.text();
    int used = before - in.remaining();
    if (version < 3) {
      in.skip((8 - used % 8) % 8);
    }
    return name;
  }

  private static int widthOf(int size) {
    return size < 1 << 8 ? 1 : size < 1 << 16 ? 2 : size < 1 << 24 ? 3 : 4;
  }

  private static Hdf5Type named(Block in, int version, int count, int depth) {
    if (!(read(in, depth + 1) instanceof Hdf5Type.Whole base)) {
      throw in.damaged("has an enumeration of what is not whole numbers");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(name(in, version));
    }
    in.skip((long) count * base.size());
    return new Hdf5Type.Named(base, names.equals(List.of("FALSE", "TRUE")));
  }

  private static Hdf5Type variable(Block in, int bits, int size, int depth) {
    Hdf5Type element = read(in, depth + 1);
    return (bits & 0xF) == 1 ? new Hdf5Type.Text(size, true) : new Hdf5Type.Sequence(size, element);
  }

  private static Hdf5Type array(Block in, int version, int size, int depth) {
    int dimensions = in.u8();
    in.skip(version < 3 ? 3 : 0);
    long length = 1;
    for (int i = 0; i < dimensions; i++) {
      length = product(in, length, in.u32());
    }
    in.skip(version < 3 ? 4L * dimensions : 0);
    Hdf5Type array = arrayOf(in, length, read(in, depth + 1));
    if (array.size() != size) {
      throw in.damaged("has an array whose elements do not fill it");
    }
    return array;
  }
}
