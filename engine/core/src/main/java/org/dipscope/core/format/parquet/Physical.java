package org.dipscope.core.format.parquet;

import org.jspecify.annotations.Nullable;

/** How values lie in a file; in the order of their numbers in the format. */
enum Physical {
  BOOLEAN(0),
  INT32(4),
  INT64(8),
  INT96(12),
  FLOAT(4),
  DOUBLE(8),
  BYTE_ARRAY(0),
  FIXED(0);

  private final int bytes;

  Physical(int bytes) {
    this.bytes = bytes;
  }

  /** The type of a number of the format, or null if there is none. */
  static @Nullable Physical of(int number) {
    return number >= 0 && number < values().length ? values()[number] : null;
  }

  /** Bytes of a plain value, or 0 if that depends on the column or the value. */
  int bytes() {
    return bytes;
  }
}
