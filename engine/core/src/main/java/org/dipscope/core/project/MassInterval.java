package org.dipscope.core.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A part of the mass axis of a spectrum, such as one that is masked.
 *
 * @param low lower end, in the unit of the axis
 * @param high upper end, above the lower one
 */
public record MassInterval(double low, double high) {

  /**
   * @throws ProblemException if an end is not finite or the upper end does not lie above the lower
   */
  public MassInterval {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new ProblemException(
          Problem.badInput(
              "The mass interval reaches from " + low + " to " + high + ".",
              "Give two finite masses, the lower one first."));
    }
  }

  /** Whether more than rounding of a bin from {@code binLow} to {@code binHigh} lies inside. */
  public boolean overlaps(double binLow, double binHigh) {
    double rounding = 1e-9 * (binHigh - binLow);
    return binLow < high - rounding && binHigh > low + rounding;
  }

  /** The same area in increasing intervals that neither overlap nor touch. */
  public static List<MassInterval> joined(List<MassInterval> intervals) {
    List<MassInterval> sorted = new ArrayList<>(intervals);
    sorted.sort(Comparator.comparingDouble(MassInterval::low));
    List<MassInterval> joined = new ArrayList<>();
    for (MassInterval next : sorted) {
      MassInterval last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && next.low <= last.high) {
        joined.set(joined.size() - 1, new MassInterval(last.low, Math.max(last.high, next.high)));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }
}
