package org.dipscope.core.likelihood;

/**
 * What was observed, and how probable it is for given expected rates: Poisson counts or a measured
 * spectrum with Gaussian errors. Immutable and safe to share between threads.
 */
public abstract sealed class DataTerm permits PoissonCounts, GaussianSpectrum {

  /** The number of bins, masked ones included. */
  public abstract int binCount();

  /** The number of bins that enter the likelihood. */
  public abstract int usedBinCount();

  /** Whether bin i enters the likelihood. */
  public abstract boolean isUsed(int bin);

  /** The observed content of bin i. */
  public abstract double value(int bin);

  /**
   * The same data with other bins left out.
   *
   * @param used one entry per bin; false leaves the bin out of the likelihood
   * @throws org.dipscope.core.problem.ProblemException if the length differs from the bin count, or
   *     a bin that is now used holds no usable value
   */
  public abstract DataTerm withMask(boolean[] used);

  /**
   * The data that would be observed if every bin held exactly its expected rate (Asimov data), with
   * the same mask and the same errors. Expected counts below zero become zero.
   *
   * @param rate the expected content of each bin
   */
  public abstract DataTerm asimov(double[] rate);

  /** &lambda; of the data alone. */
  abstract double twiceNll(double[] rate, DataBuffer buffer);

  /**
   * &lambda; of the data alone; leaves &part;&lambda;/&part;rate in {@code buffer.slope} and what
   * {@link #curvatureTimes} needs in the buffer.
   */
  abstract double derivatives(double[] rate, DataBuffer buffer);

  /**
   * out = (&part;&sup2;&lambda;/&part;rate&part;rate) &middot; column at the rates of the last call
   * of {@link #derivatives} on this buffer; negative curvature counts as zero if asked for.
   */
  abstract void curvatureTimes(
      double[] column, DataBuffer buffer, double[] out, boolean withoutNegative);

  /** How many used bins have an expected rate too small to be taken as it is. */
  abstract int flooredBins(double[] rate);
}
