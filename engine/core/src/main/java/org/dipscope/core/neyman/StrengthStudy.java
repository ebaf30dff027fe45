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
   * @param progress told how far it is; the curves so far lead through the strengths that are done,
   *     which spread over all of them from the beginning
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
      StudyProgress<List<CriticalCurve>> progress,
      CancelToken token);

  /** The same for who only wants to know the part done so far, between 0 and 1. */
  default List<CriticalCurve> calibrate(
      Calibration method,
      int toys,
      long seed,
      Workers workers,
      DoubleConsumer onProgress,
      CancelToken token) {
    return calibrate(
        method, toys, seed, workers, (share, soFar) -> onProgress.accept(share), token);
  }

  /** The observed data; empty if nothing was observed. */
  Optional<StudiedData> observedData(CancelToken token);

  /** Data that equal their expectation at a strength (Asimov data). */
  StudiedData expectedData(double strength, CancelToken token);

  /**
   * Simulated experiments for a look at one after the other.
   *
   * @param seed the same seed gives the same experiments
   */
  ToyDraws toys(double strength, long seed, CancelToken token);

  /** The strengths that the observed data do not exclude; empty if nothing was observed. */
  default Optional<ConfidenceSet> observed(CriticalCurve curve, CancelToken token) {
    return observedData(token).map(data -> data.set(curve));
  }

  /** Where the likelihood of the observed data is largest; empty if nothing was observed. */
  default OptionalDouble bestStrength(CancelToken token) {
    return observedData(token).stream().mapToDouble(StudiedData::bestStrength).findFirst();
  }

  /**
   * Repeats experiments that the calibration has not seen.
   *
   * @param truths true strengths
   * @param experiments how many per strength, at least one
   * @param progress told how far it is; truths that are not done have no results
   * @return for each truth one result per curve
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  List<List<Coverage>> coverage(
      List<CriticalCurve> curves,
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      StudyProgress<List<List<Coverage>>> progress,
      CancelToken token);

  /** The same for who only wants to know the part done so far, between 0 and 1. */
  default List<List<Coverage>> coverage(
      List<CriticalCurve> curves,
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      DoubleConsumer onProgress,
      CancelToken token) {
    return coverage(
        curves,
        truths,
        experiments,
        seed,
        workers,
        (share, soFar) -> onProgress.accept(share),
        token);
  }

  /** What a user should know before trusting the results so far. */
  List<String> warnings();
}
