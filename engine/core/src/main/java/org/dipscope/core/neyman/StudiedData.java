package org.dipscope.core.neyman;

import java.util.List;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * One data set as a {@link StrengthStudy} sees it: observed, expected or simulated. Belongs to one
 * thread.
 */
public interface StudiedData {

  /** T(D; &mu;) at some strengths within the parameter space. */
  Values statistic(Values strengths);

  /** T(D; &mu;) at one strength. */
  default double statistic(double strength) {
    return statistic(Values.of(strength)).get(0);
  }

  /**
   * &minus;2 ln [L(&mu;)/max L] at some strengths, all else fitted. It differs from T by a number
   * that does not depend on the strength.
   */
  Values twiceDeltaNll(Values strengths);

  /** Where the likelihood is largest. */
  double bestStrength();

  /** What was counted, bin by bin; empty if the data have no bins. */
  Values counts();

  /** What is expected at a strength, all else fitted; empty if the data have no bins. */
  Values expected(double strength);

  /** The other parameters as fitted at the best strength; empty if there are none. */
  List<Nuisance> nuisances();

  /** The strengths that the data do not exclude. */
  default ConfidenceSet set(CriticalCurve curve) {
    return ConfidenceSet.of(this::statistic, curve);
  }

  /**
   * Another parameter.
   *
   * @param name its name
   * @param measured its auxiliary measurement in these data; null if it has none
   * @param fitted its value at the best strength
   */
  record Nuisance(String name, @Nullable Double measured, double fitted) {}
}
