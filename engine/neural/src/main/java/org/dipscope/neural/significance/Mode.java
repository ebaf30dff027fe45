package org.dipscope.neural.significance;

import org.dipscope.core.histogram.Values;

/** For which widths of a signal a significance is asked. */
public enum Mode {
  /** One bin: the only width there is. */
  NARROW,
  /** One, two, three and four bins, and the largest significance of the four. */
  MIXED;

  private static final Values ONE = Values.of(1);
  private static final Values FOUR = Values.of(1, 2, 3, 4);

  /** Standard deviations in bins. */
  public Values widths() {
    return this == NARROW ? ONE : FOUR;
  }

  /** How many significances there are per bin. */
  int outputs() {
    return this == NARROW ? 1 : FOUR.size() + 1;
  }
}
