package org.dipscope.core.physics.parton;

/**
 * The one-loop strong coupling with flavour thresholds, continuous at each:
 *
 * <p>α_s(Q) = α₀ / (1 + α₀ β₀ ln(Q²/Q₀²)/4π), β₀ = 11 − 2 n_f/3.
 *
 * @param startGeV scale Q₀ at which the coupling is given, in GeV
 * @param startAlphaS α_s(Q₀)
 * @param charmMassGeV scale at which n_f becomes 4
 * @param bottomMassGeV scale at which n_f becomes 5
 * @param topMassGeV scale at which n_f becomes 6; an infinite mass keeps the flavour out for good
 */
record LeadingOrderCoupling(
    double startGeV,
    double startAlphaS,
    double charmMassGeV,
    double bottomMassGeV,
    double topMassGeV)
    implements Coupling {

  static final int FEWEST_FLAVOURS = 3;
  static final int MOST_FLAVOURS = 6;

  static double beta0(int flavours) {
    return 11 - 2.0 * flavours / 3;
  }

  /** Where the region of {@code flavours} active flavours ends. */
  double endGeV(int flavours) {
    return switch (flavours) {
      case 3 -> charmMassGeV;
      case 4 -> bottomMassGeV;
      case 5 -> topMassGeV;
      default -> Double.POSITIVE_INFINITY;
    };
  }

  @Override
  public double at(double qGeV) {
    double alpha = startAlphaS;
    double low = startGeV;
    for (int flavours = FEWEST_FLAVOURS; flavours <= MOST_FLAVOURS && low < qGeV; flavours++) {
      double high = Math.min(Math.max(endGeV(flavours), low), qGeV);
      alpha = run(alpha, low, high, flavours);
      low = high;
    }
    return alpha;
  }

  private static double run(double alpha, double fromGeV, double toGeV, int flavours) {
    double logSquares = 2 * Math.log(toGeV / fromGeV);
    return alpha / (1 + alpha * beta0(flavours) * logSquares / (4 * Math.PI));
  }
}
