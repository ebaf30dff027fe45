package org.dipscope.core.neyman;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Draws the counts of one hypothesis again and again, one table look-up per bin (A. J. Walker,
 * Electron. Lett. 10 (1974) 127). Counts less probable than 1e-17 are left out. Immutable.
 */
final class PoissonTables {
  private static final double LARGEST_TABLED = 1e5;
  private static final int FEW = 50;
  private static final double REACH = 9.5;

  private final double[] rates;
  private final int[] first;
  private final int[] size;
  private final int[][] threshold;
  private final int[][] alias;

  /**
   * Prepares experiments.
   *
   * @param rates expected counts per bin
   * @param draws how many experiments will be drawn; for a few, tables are not worth their while
   */
  PoissonTables(double[] rates, int draws) {
    this.rates = rates.clone();
    int bins = rates.length;
    first = new int[bins];
    size = new int[bins];
    threshold = new int[bins][];
    alias = new int[bins][];
    for (int i = 0; i < bins; i++) {
      if (rates[i] <= LARGEST_TABLED && (draws > FEW || !(rates[i] > 0))) {
        tabulate(i);
      }
    }
  }

  private void tabulate(int bin) {
    double rate = Math.max(0, rates[bin]);
    double spread = REACH * Math.sqrt(rate) + 45;
    int low = rate == 0 ? 0 : (int) Math.max(0, Math.floor(rate - spread));
    int high = rate == 0 ? 0 : (int) Math.ceil(rate + spread);
    int n = high - low + 1;
    double[] share = new double[n];
    int mode = (int) rate - low;
    share[mode] = 1;
    for (int k = mode; k > 0; k--) {
      share[k - 1] = share[k] * (low + k) / rate;
    }
    for (int k = mode + 1; k < n; k++) {
      share[k] = share[k - 1] * rate / (low + k);
    }
    double sum = Arrays.stream(share).sum();
    for (int k = 0; k < n; k++) {
      share[k] *= n / sum;
    }
    first[bin] = low;
    size[bin] = n;
    threshold[bin] = new int[n];
    alias[bin] = new int[n];
    pair(share, threshold[bin], alias[bin]);
  }

  /** Fills every cell that holds less than its share from one that holds more. */
  private static void pair(double[] share, int[] threshold, int[] alias) {
    int n = share.length;
    int[] order = new int[n];
    int small = 0;
    int large = n;
    for (int k = 0; k < n; k++) {
      alias[k] = k;
      order[share[k] < 1 ? small++ : --large] = k;
    }
    int donor = large;
    for (int k = 0; k < small && donor < n; k++) {
      int poor = order[k];
      int rich = order[donor];
      alias[poor] = rich;
      threshold[poor] = (int) Math.min(Integer.MAX_VALUE, Math.round(share[poor] * (1L << 31)));
      share[rich] -= 1 - share[poor];
      if (share[rich] < 1) {
        order[small++] = rich;
        donor++;
      }
    }
    for (int k = 0; k < n; k++) {
      if (alias[k] == k) {
        threshold[k] = Integer.MAX_VALUE;
      }
    }
  }

  /** Fills in the counts of one experiment. */
  void draw(UniformRandomProvider random, double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (size[i] == 0) {
        counts[i] = sampler(random, i).sample();
        continue;
      }
      long bits = random.nextLong();
      int cell = (int) (((bits >>> 32) * size[i]) >>> 32);
      int fraction = (int) bits & Integer.MAX_VALUE;
      counts[i] = first[i] + (fraction < threshold[i][cell] ? cell : alias[i][cell]);
    }
  }

  private DiscreteSampler sampler(UniformRandomProvider random, int bin) {
    return PoissonSampler.of(random, rates[bin]);
  }
}
