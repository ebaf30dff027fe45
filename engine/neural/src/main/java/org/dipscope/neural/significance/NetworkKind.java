package org.dipscope.neural.significance;

/** Architectures of significance networks. */
public enum NetworkKind {
  /**
   * The published one (JHEP 02 (2025) 122): contents scaled to [0, 1]; four convolutions of widths
   * 3, 9, 15, 25 with 64 filters each beside the contents, then 128-64-32 per bin.
   */
  BUMPNET,
  /** The same with a second head that learns the smooth background. */
  ZNET3,
  /**
   * Our own: fitted backgrounds and the significances over them as inputs, dilated convolutions,
   * and a learnt uncertainty.
   */
  DIPSCOPE
}
