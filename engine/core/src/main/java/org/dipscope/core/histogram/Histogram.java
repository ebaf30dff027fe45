package org.dipscope.core.histogram;

import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A histogram as files hold it: any number of axes, weighted, with negative contents if need be.
 *
 * @param name full path inside its file, or what the user calls it
 * @param axes at least one axis
 * @param contents one number per bin, the last axis running fastest
 * @param errorsLow error of each bin towards smaller contents, not negative
 * @param errorsHigh error of each bin towards larger contents, not negative
 * @param underflow contents below the axis (of one-dimensional histograms)
 * @param overflow contents above the axis
 * @param sumOfWeights sum of the contents within the axes
 */
public record Histogram(
    String name,
    List<Axis> axes,
    Values contents,
    Values errorsLow,
    Values errorsHigh,
    double underflow,
    double overflow,
    double sumOfWeights) {

  /**
   * @throws ProblemException if there is no axis or the number of contents or errors is not the
   *     number of bins
   */
  public Histogram {
    axes = List.copyOf(axes);
    if (axes.isEmpty()) {
      throw new ProblemException(
          Problem.badInput("\"" + name + "\" has no axis.", "Give at least one axis with bins."));
    }
    long bins = 1;
    for (Axis axis : axes) {
      bins = Math.multiplyExact(bins, axis.binning().count());
    }
    if (contents.size() != bins || errorsLow.size() != bins || errorsHigh.size() != bins) {
      throw new ProblemException(
          Problem.badInput(
              "\""
                  + name
                  + "\" has "
                  + bins
                  + " bins, but "
                  + contents.size()
                  + " contents and "
                  + errorsLow.size()
                  + " and "
                  + errorsHigh.size()
                  + " errors.",
              "Give one content and one error per bin."));
    }
  }

  /** One axis and nothing outside it. */
  public static Histogram of(
      String name, Axis axis, Values contents, Values errorsLow, Values errorsHigh) {
    return new Histogram(
        name, List.of(axis), contents, errorsLow, errorsHigh, 0, 0, contents.sum());
  }

  /**
   * The only axis.
   *
   * @throws ProblemException if there are several
   */
  public Axis axis() {
    if (axes.size() != 1) {
      throw new ProblemException(
          Problem.usage(
              "\"" + name + "\" has " + axes.size() + " axes.",
              "Choose a histogram with one axis."));
    }
    return axes.getFirst();
  }

  /**
   * Contents read as event counts.
   *
   * @throws ProblemException if there are several axes or a content is negative or not finite
   */
  public CountSpectrum toCounts() {
    return new CountSpectrum(name, axis(), contents, null, "");
  }

  /** Joins groups of neighbouring bins of the only axis; errors are joined in quadrature. */
  public Histogram rebin(int merge) {
    Rebinning groups = Rebinning.of(axis().binning(), merge);
    return new Histogram(
        name,
        List.of(axis().with(groups.binning())),
        groups.sums(contents),
        quadrature(groups, errorsLow),
        quadrature(groups, errorsHigh),
        underflow,
        overflow,
        sumOfWeights);
  }

  private static Values quadrature(Rebinning groups, Values errors) {
    return groups.sums(errors.map(error -> error * error)).map(Math::sqrt);
  }
}
