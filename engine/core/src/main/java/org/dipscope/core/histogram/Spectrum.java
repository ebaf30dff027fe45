package org.dipscope.core.histogram;

/**
 * Data in bins of mass, in the two forms in which they are published: event counts, or a measured
 * differential cross-section. Both are immutable.
 */
public sealed interface Spectrum permits CountSpectrum, MeasuredSpectrum {

  /** What the user calls it. */
  String name();

  /** The quantity along the axis, its unit and its bins. */
  Axis axis();

  /** One number per bin: counts, or values of the cross-section. */
  Values values();

  /** Where it comes from: reference, file, seed. Free text, may be empty. */
  String source();

  /** The bins. */
  default Binning binning() {
    return axis().binning();
  }

  /**
   * Joins groups of neighbouring bins from the left; if the number of bins is no multiple, the last
   * bin joins fewer.
   *
   * @param merge how many bins become one, at least 1
   * @throws org.dipscope.core.problem.ProblemException if merge is not positive
   */
  Spectrum rebin(int merge);

  /** The same data under another name. */
  Spectrum named(String name);

  /** Contents and errors as a histogram, for display, JSON and export. */
  Histogram toHistogram();
}
