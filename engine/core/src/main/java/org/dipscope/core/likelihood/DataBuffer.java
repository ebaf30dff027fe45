package org.dipscope.core.likelihood;

/** Work space of a {@link DataTerm}, owned by one thread. */
final class DataBuffer {
  /** The contribution of each bin, or the residuals of a measured spectrum. */
  final double[] term;

  /** The square of (rate &minus; count)/(rate + count). */
  final double[] square;

  /** &part;&lambda;/&part;rate. */
  final double[] slope;

  /** &part;&sup2;&lambda;/&part;rate&sup2; where it is diagonal. */
  final double[] curvature;

  DataBuffer(int bins) {
    term = new double[bins];
    square = new double[bins];
    slope = new double[bins];
    curvature = new double[bins];
  }
}
