package org.dipscope.core.likelihood;

/** Whether a parameter point is a hypothesis at all. */
public enum PointStatus {
  /** A consistent hypothesis. */
  PHYSICAL,

  /** Computable, but inconsistent, such as a total width below the sum of its partial widths. */
  UNPHYSICAL,

  /** No spectrum can be computed. */
  INCOMPUTABLE
}
