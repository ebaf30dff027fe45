package org.dipscope.core.bump;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * z that is found over z that was injected, at one bin and for one width.
 *
 * @param name of the definition
 * @param injected the true z of each injected signal over the background, increasing
 * @param found what the definition says
 * @param slope of the straight line of least squares through them; 1 is linear without loss
 * @param offset where that line is for no signal: the bias, together with what the data hold there
 */
public record Response(String name, Values injected, Values found, double slope, double offset) {
  private static final int LOWEST = -8;
  private static final int HIGHEST = 12;

  /**
   * The z that are injected: from &minus;8 to 12, always with both ends.
   *
   * @param step 1, or a divisor of 4 for a coarse curve
   */
  public static Values strengths(int step) {
    return Values.of(
        IntStream.iterate(LOWEST, z -> z <= HIGHEST, z -> z + step).asDoubleStream().toArray());
  }

  /**
   * Injects signals of growing strength, without fluctuations of their own, and looks for them.
   *
   * @param name of the definition
   * @param data to which the signal is added: the data, or what is expected
   * @param background over which z of the injected signal is meant
   * @param bin its centre
   * @param width of the signal, in the unit of the axis; of windows their width
   * @param strengths z, increasing
   * @param onStep is told of each strength that is done
   * @throws org.dipscope.core.problem.ProblemException if the spectrum does not allow it
   * @throws java.util.concurrent.CancellationException if the token was cancelled
   */
  public static Response of(
      String name,
      BumpData data,
      Values background,
      AnyWidth definition,
      int bin,
      double width,
      Values strengths,
      IntConsumer onStep,
      CancelToken token) {
    Binning binning = data.binning();
    double used = definition.used(width, binning, bin);
    SignificanceEstimator.Worker worker = definition.worker(used, binning, bin, false);
    SignificanceEstimator.Worker dips =
        definition.isWindow() ? definition.worker(used, binning, bin, true) : worker;
    double[] injected = new double[strengths.size()];
    double[] found = new double[injected.length];
    for (int k = 0; k < injected.length; k++) {
      token.throwIfCancelled();
      double z = strengths.get(k);
      InjectedSignal.Added added =
          new InjectedSignal(binning.centre(bin), definition.sigma(width), z)
              .over(binning, background);
      injected[k] = z == 0 ? 0 : added.z();
      BumpData with = data.withCounts(sum(data.counts(), added.events()));
      found[k] = (z < 0 ? dips : worker).scan(with).z().get(bin);
      onStep.accept(k);
    }
    double slope = slope(injected, found);
    return new Response(
        name, Values.of(injected), Values.of(found), slope, mean(found) - slope * mean(injected));
  }

  private static Values sum(Values counts, Values added) {
    double[] sum = counts.toArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(0, sum[i] + added.get(i));
    }
    return Values.of(sum);
  }

  private static double slope(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double shared = 0;
    double square = 0;
    for (int k = 0; k < x.length; k++) {
      shared += (x[k] - meanX) * (y[k] - meanY);
      square += (x[k] - meanX) * (x[k] - meanX);
    }
    return square > 0 ? shared / square : Double.NaN;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
