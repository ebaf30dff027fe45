package org.dipscope.core.figure;

/** How an area is filled. */
public enum Fill {
  /** Thin parallel lines at 45 degrees. */
  HATCHED,
  /** The colour at 30 % opacity. */
  TRANSLUCENT,
  /** The plain colour. */
  SOLID
}
