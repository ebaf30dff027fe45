package org.dipscope.core.bump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The widths &sigma; of the Gaussian signals that are looked for.
 *
 * @param sigma one or more positive numbers
 * @param inBins whether they are times the width of the tested bin, or in the unit of the axis
 * @param deficit whether dips are looked for: of several widths the smallest z counts
 */
public record SignalWidths(Values sigma, boolean inBins, boolean deficit) {
  /** As wide as the bin, the usual choice. */
  public static final SignalWidths ONE_BIN = new SignalWidths(Values.of(1), true, false);

  private static final int MOST = 50;

  /** Checks the widths. */
  public SignalWidths {
    boolean isGood = !sigma.isEmpty() && sigma.size() <= MOST;
    for (int k = 0; k < sigma.size(); k++) {
      isGood &= sigma.get(k) > 0 && sigma.get(k) < 1e9;
    }
    if (!isGood) {
      throw new ProblemException(
          Problem.usage(
              "The signal widths " + sigma + " are not usable.",
              "Give 1 to " + MOST + " positive widths, such as 1,2,3,4."));
    }
  }

  /** Whether one z is more significant than another. */
  boolean isBetter(double z, double than) {
    return deficit ? z < than : z > than;
  }

  /** The shapes of spectra seen before are kept. One per thread. */
  static final class Shapes {
    private static final int MOST_KEPT = 64;

    private final SignalWidths widths;
    private final Map<Binning, List<SignalShape>> known = new HashMap<>();

    Shapes(SignalWidths widths) {
      this.widths = widths;
    }

    List<SignalShape> of(Binning binning) {
      List<SignalShape> shapes = known.get(binning);
      if (shapes == null) {
        if (known.size() >= MOST_KEPT) {
          known.clear();
        }
        shapes = new ArrayList<>();
        for (double sigma : widths.sigma().toArray()) {
          shapes.add(
              widths.inBins()
                  ? SignalShape.ofBins(binning, sigma)
                  : SignalShape.ofSigma(binning, sigma));
        }
        known.put(binning, shapes);
      }
      return shapes;
    }

    /** &sigma; of a width at a bin, in bins. */
    double inBins(int width, Binning binning, int bin) {
      double sigma = widths.sigma().get(width);
      return widths.inBins() ? sigma : sigma / binning.width(bin);
    }
  }
}
