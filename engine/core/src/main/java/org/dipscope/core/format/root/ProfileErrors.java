package org.dipscope.core.format.root;

import org.dipscope.core.histogram.Values;

/**
 * Errors of profiles as TProfile defines them. With weights w and values y of a bin: spread s² =
 * |Σwy²/Σw − (Σwy/Σw)²|, effective entries n = (Σw)²/Σw².
 */
final class ProfileErrors {
  private static final int SPREAD = 1;
  private static final int INTEGER_SPREAD = 2;
  private static final int GAUSSIAN = 3;

  private ProfileErrors() {}

  /** Squared errors per bin, by the error option stored with the profile. */
  static Values variances(RootObject profile, double[] sums, double[] squares) {
    double[] weights = HistogramDecoder.squares(profile, "fBinEntries", sums.length);
    double[] squaredWeights = HistogramDecoder.squares(profile, "fBinSumw2", sums.length);
    long mode = profile.integer("fErrorMode", 0);
    double[] variances = new double[sums.length];
    for (int i = 0; i < variances.length && squares.length > 0; i++) {
      double weight = weights[i];
      if (weight == 0) {
        continue;
      }
      double mean = sums[i] / weight;
      double spread = Math.abs(squares[i] / weight - mean * mean);
      double effective =
          squaredWeights.length == 0
              ? weight
              : squaredWeights[i] == 0 ? 0 : weight * weight / squaredWeights[i];
      variances[i] = variance((int) mode, spread, weight, effective);
    }
    return Values.of(variances);
  }

  private static double variance(int mode, double spread, double weight, double effective) {
    return switch (mode) {
      case SPREAD -> spread;
      case GAUSSIAN -> 1 / weight;
      case INTEGER_SPREAD ->
          effective == 0 ? 0 : spread == 0 ? 1 / (12 * effective) : spread / effective;
      default -> effective == 0 ? 0 : spread / effective;
    };
  }
}
