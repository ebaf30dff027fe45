package org.dipscope.core.format.parquet;

/** What the values of a column stand for, beyond their physical type. */
enum Meaning {
  /** What the physical type says. */
  PLAIN,
  /** Whole numbers without sign. */
  UNSIGNED,
  /** Whole numbers that count a power of ten. */
  DECIMAL,
  /** 16-bit floating point. */
  HALF,
  DAYS,
  MILLISECONDS,
  MICROSECONDS,
  NANOSECONDS,
  /** A group that is a list or a map: the names of the nodes inside say nothing. */
  COLLECTION
}
