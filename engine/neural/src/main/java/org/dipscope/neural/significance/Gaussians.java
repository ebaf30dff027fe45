package org.dipscope.neural.significance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.numbers.gamma.Erf;

/** Shares of a Gaussian in the bins around the one it is centred on. */
final class Gaussians {
  private static final Map<Double, double[]> KNOWN = new ConcurrentHashMap<>();

  private Gaussians() {}

  /** Shares from bin &minus;reach to reach; do not change them. */
  static double[] shares(double sigmaBins, int reach) {
    return KNOWN.computeIfAbsent(
        sigmaBins,
        sigma -> {
          double[] shares = new double[2 * reach + 1];
          double scale = 1 / (sigma * Math.sqrt(2));
          for (int k = -reach; k <= reach; k++) {
            shares[k + reach] = 0.5 * (Erf.value((k + 0.5) * scale) - Erf.value((k - 0.5) * scale));
          }
          return shares;
        });
  }
}
