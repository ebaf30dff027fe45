package org.dipscope.core.histogram;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A measured differential cross-section dσ/dm, averaged over each bin.
 *
 * @param name what the user calls it
 * @param axis the mass, its unit and its bins
 * @param valueUnit unit of the values, such as {@code pb/GeV}, or {@code 1/GeV} if normalised
 * @param normalised whether the values are divided by the total cross-section
 * @param values dσ/dm per bin, finite; fluctuations may make it negative
 * @param errors what is known of its errors
 * @param source where it comes from; may be empty
 */
public record MeasuredSpectrum(
    String name,
    Axis axis,
    String valueUnit,
    boolean normalised,
    Values values,
    MeasurementErrors errors,
    String source)
    implements Spectrum {

  /**
   * @throws ProblemException if the numbers of bins, values and errors differ or a value is not
   *     finite
   */
  public MeasuredSpectrum {
    Rebinning.requireOnePerBin("values", values, axis.binning());
    Rebinning.requireOnePerBin("errors", errors.low(), axis.binning());
    for (int i = 0; i < values.size(); i++) {
      if (!Double.isFinite(values.get(i))) {
        throw new ProblemException(
            Problem.badInput(
                "Bin " + (i + 1) + " of \"" + name + "\" holds " + values.get(i) + ".",
                "Remove the bin or give a finite value."));
      }
    }
  }

  /** The covariance matrix of {@link MeasurementErrors#covariance} for these bins. */
  public double[][] covariance(Correlation correlation) {
    return errors.covariance(binning(), correlation);
  }

  /**
   * Bins joined with their widths as weights. Statistical and unsplit errors are joined in
   * quadrature, systematic and luminosity errors linearly (taken as fully correlated within the new
   * bin).
   */
  @Override
  public MeasuredSpectrum rebin(int merge) {
    Rebinning groups = Rebinning.of(binning(), merge);
    MeasurementErrors joined =
        switch (errors) {
          case SplitErrors split ->
              new SplitErrors(
                  groups.uncorrelatedErrors(split.statistical()),
                  groups.densities(split.systematicLow()),
                  groups.densities(split.systematicHigh()),
                  groups.densities(split.luminosity()));
          case TotalErrors total ->
              new TotalErrors(
                  groups.uncorrelatedErrors(total.low()), groups.uncorrelatedErrors(total.high()));
        };
    return new MeasuredSpectrum(
        name,
        axis.with(groups.binning()),
        valueUnit,
        normalised,
        groups.densities(values),
        joined,
        source);
  }

  @Override
  public MeasuredSpectrum named(String other) {
    return new MeasuredSpectrum(other, axis, valueUnit, normalised, values, errors, source);
  }

  /** Values and total errors; the contents are densities, not counts. */
  @Override
  public Histogram toHistogram() {
    return Histogram.of(name, axis, values, errors.low(), errors.high());
  }
}
