package org.dipscope.core.neyman;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;

/**
 * One model, one statistic and one set of tested strengths, with all that leads from there to
 * confidence sets: calibration, inversion for the observed data, and coverage. Immutable; may be
 * used by several threads.
 */
public interface StrengthStudy {

  /** The tested strengths, increasing. */
  Values tested();

  /** How many simulated experiments a calibration takes unless something else is asked for. */
  int usualToys(Calibration method);

  /** How many experiments per true strength a check of coverage takes likewise. */
  int usualExperiments();

  /**
   * Critical values at all tested strengths.
   *
   * @param toys experiments per strength, or for quantile regression in all
   * @param seed the same seed gives the same values, however many workers there are
   * @param onProgress told the part done so far, between 0 and 1, by any thread
   * @return one curve per level
   * @throws org.dipscope.core.problem.ProblemException if there are too few toys, the method does
   *     not know the statistic, or fits fail
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  List<CriticalCurve> calibrate(
      Calibration method,
      int toys,
      long seed,
      Workers workers,
      DoubleConsumer onProgress,
      CancelToken token);

  /** The strengths that the observed data do not exclude; empty if nothing was observed. */
  Optional<ConfidenceSet> observed(CriticalCurve curve, CancelToken token);

  /** Where the likelihood of the observed data is largest; empty if nothing was observed. */
  OptionalDouble bestStrength(CancelToken token);

  /**
   * Repeats experiments that the calibration has not seen.
   *
   * @param truths true strengths
   * @param experiments how many per strength, at least one
   * @return for each truth one result per curve
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  List<List<Coverage>> coverage(
      List<CriticalCurve> curves,
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      DoubleConsumer onProgress,
      CancelToken token);

  /** What a user should know before trusting the results so far. */
  List<String> warnings();
}
