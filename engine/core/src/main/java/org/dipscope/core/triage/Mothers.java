package org.dipscope.core.triage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dipscope.core.bump.BackgroundFamily;
import org.dipscope.core.bump.BackgroundFit;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.selection.MassHistogram;
import org.dipscope.core.selection.Mother;
import org.jspecify.annotations.Nullable;

/**
 * The mothers of histograms, ln y = &Sigma;_{n=0}^{4} P_n x^n fitted to the kept bins by a Poisson
 * likelihood (LHCP 2025 proceedings of BumpNet), with Legendre polynomials of x on [&minus;1, 1]:
 * plain powers leave the fit short of its minimum. A signal that is in the histogram pulls its
 * mother along.
 */
public final class Mothers {
  private static final BackgroundFamily FAMILY = new BackgroundFamily.LogPolynomial(4);

  private Mothers() {}

  /**
   * Fits all.
   *
   * @param done hears how many are done, from several threads
   * @return one per histogram in their order, empty where there are not more bins than parameters
   *     or contents are negative
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<Optional<Mother>> of(
      List<MassHistogram> histograms, Workers workers, IntConsumer done, CancelToken token) {
    AtomicReferenceArray<@Nullable Mother> mothers = new AtomicReferenceArray<>(histograms.size());
    AtomicInteger count = new AtomicInteger();
    workers.forEachRow(
        mothers.length(),
        token,
        () ->
            i -> {
              mothers.set(i, of(histograms.get(i)).orElse(null));
              done.accept(count.incrementAndGet());
            });
    return IntStream.range(0, mothers.length())
        .mapToObj(i -> Optional.ofNullable(mothers.get(i)))
        .toList();
  }

  /** Fits one. */
  public static Optional<Mother> of(MassHistogram histogram) {
    try {
      BumpData data = Triage.data(histogram);
      if (data.bins() <= FAMILY.parameters() || !(data.counts().sum() > 0)) {
        return Optional.empty();
      }
      BackgroundFit fit = BackgroundFit.of(FAMILY, data);
      return Optional.of(
          new Mother(
              fit.rate().map(rate -> rate / data.eventsPerCount()),
              fit.deviance(),
              fit.degreesOfFreedom(),
              fit.pValue(),
              fit.converged()));
    } catch (ProblemException negative) {
      return Optional.empty();
    }
  }
}
