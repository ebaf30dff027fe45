package org.dipscope.core.histogram;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Events counted per bin. Counts need not be whole numbers: Asimov data and weighted pseudo-data
 * are counts as well.
 *
 * @param name what the user calls it
 * @param axis the quantity, its unit and its bins
 * @param counts events per bin, finite and at least 0
 * @param luminosityInvFb integrated luminosity in fb⁻¹, positive, or null if unknown
 * @param source where it comes from; may be empty
 */
public record CountSpectrum(
    String name, Axis axis, Values counts, @Nullable Double luminosityInvFb, String source)
    implements Spectrum {

  /**
   * @throws ProblemException if the numbers of bins and counts differ, a count is negative or not
   *     finite, or the luminosity is not positive
   */
  public CountSpectrum {
    Rebinning.requireOnePerBin("counts", counts, axis.binning());
    for (int i = 0; i < counts.size(); i++) {
      if (!(counts.get(i) >= 0 && counts.get(i) < Double.POSITIVE_INFINITY)) {
        throw new ProblemException(
            Problem.badInput(
                "Bin " + (i + 1) + " of \"" + name + "\" holds the count " + counts.get(i) + ".",
                "Counts must be finite and not negative."));
      }
    }
    if (luminosityInvFb != null && !(luminosityInvFb > 0 && Double.isFinite(luminosityInvFb))) {
      throw new ProblemException(
          Problem.badInput(
              "The luminosity of \"" + name + "\" is " + luminosityInvFb + " fb⁻¹.",
              "Give a positive luminosity, or leave it out if it is unknown."));
    }
  }

  @Override
  public Values values() {
    return counts;
  }

  @Override
  public CountSpectrum rebin(int merge) {
    Rebinning groups = Rebinning.of(binning(), merge);
    return new CountSpectrum(
        name, axis.with(groups.binning()), groups.sums(counts), luminosityInvFb, source);
  }

  @Override
  public CountSpectrum named(String other) {
    return new CountSpectrum(other, axis, counts, luminosityInvFb, source);
  }

  /**
   * With √n as the errors, as ROOT draws unweighted counts; {@link Garwood} has exact intervals.
   */
  @Override
  public Histogram toHistogram() {
    Values errors = counts.map(Math::sqrt);
    return Histogram.of(name, axis, counts, errors, errors);
  }
}
