package org.dipscope.core.format.hdf5;

import java.nio.ByteOrder;
import java.util.List;
import org.dipscope.core.format.ColumnType;

/** What an element of a dataset is. */
sealed interface Hdf5Type {

  /** Bytes of one element. */
  int size();

  /** Whole numbers, also bit fields. */
  record Whole(int size, ByteOrder order, boolean signed) implements Hdf5Type {}

  /**
   * Floating-point numbers of IEEE 754 with 2, 4 or 8 bytes.
   *
   * @param brain whether two bytes are the upper half of a four-byte number (bfloat16)
   */
  record Real(int size, ByteOrder order, boolean brain) implements Hdf5Type {}

  /**
   * Numbers with names.
   *
   * @param truth whether the names are FALSE and TRUE
   */
  record Named(Whole base, boolean truth) implements Hdf5Type {
    @Override
    public int size() {
      return base.size();
    }
  }

  /** Text of a fixed length, or of any length in a global heap. */
  record Text(int size, boolean variable) implements Hdf5Type {}

  /** Several members side by side. */
  record Compound(int size, List<Member> members) implements Hdf5Type {}

  /** One member of a compound element. */
  record Member(String name, int offset, Hdf5Type type) {}

  /** A fixed number of elements. */
  record Array(int size, int length, Hdf5Type element) implements Hdf5Type {}

  /** Any number of elements in a global heap. */
  record Sequence(int size, Hdf5Type element) implements Hdf5Type {}

  /** What is not a number or text, such as references. */
  record Other(int size, String name) implements Hdf5Type {}

  /** Whether it is one number. */
  default boolean isNumber() {
    return this instanceof Whole || this instanceof Real || this instanceof Named;
  }

  /** The kind of column that cells of this type make. */
  default ColumnType columnType() {
    return switch (this) {
      case Whole whole -> ColumnType.INTEGER;
      case Named named -> named.truth() ? ColumnType.BOOLEAN : ColumnType.INTEGER;
      case Real real -> ColumnType.REAL;
      case Sequence sequence -> sequence.element().columnType();
      default -> ColumnType.TEXT;
    };
  }
}
