package org.dipscope.core.physics.parton;

import java.util.Arrays;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * α_s run from a reference scale by the renormalisation group equation at one or two loops,
 *
 * <p>dα_s/d ln Q² = −α_s² (b₀ + b₁ α_s), b₀ = (33 − 2n_f)/12π, b₁ = (153 − 19n_f)/24π²
 *
 * <p>(PDG review of QCD, eq. 9.3), continuous at the flavour thresholds and integrated by the
 * classical fourth-order Runge–Kutta method.
 */
final class RunningCoupling implements Coupling {
  private static final double STEP = 0.05;
  private static final double LARGEST = 5;

  private final double referenceGeV;
  private final double referenceAlphaS;
  private final boolean twoLoops;
  private final int fewestFlavours;
  private final double[] thresholdsGeV;

  /**
   * @param referenceGeV scale at which the coupling is known
   * @param referenceAlphaS the coupling there
   * @param twoLoops whether b₁ counts
   * @param fewestFlavours n_f below the first threshold
   * @param thresholdsGeV increasing scales at each of which n_f grows by one
   */
  RunningCoupling(
      double referenceGeV,
      double referenceAlphaS,
      boolean twoLoops,
      int fewestFlavours,
      double... thresholdsGeV) {
    this.referenceGeV = referenceGeV;
    this.referenceAlphaS = referenceAlphaS;
    this.twoLoops = twoLoops;
    this.fewestFlavours = fewestFlavours;
    this.thresholdsGeV = thresholdsGeV.clone();
  }

  @Override
  public double at(double qGeV) {
    double[] edges =
        Arrays.stream(thresholdsGeV)
            .filter(m -> m > Math.min(qGeV, referenceGeV) && m < Math.max(qGeV, referenceGeV))
            .sorted()
            .toArray();
    double alpha = referenceAlphaS;
    double from = referenceGeV;
    for (int i = 0; i < edges.length; i++) {
      double to = qGeV > referenceGeV ? edges[i] : edges[edges.length - 1 - i];
      alpha = run(alpha, from, to);
      from = to;
    }
    return run(alpha, from, qGeV);
  }

  private double run(double start, double fromGeV, double toGeV) {
    double middleGeV = Math.sqrt(fromGeV * toGeV);
    int flavours = fewestFlavours;
    for (double threshold : thresholdsGeV) {
      flavours += middleGeV > threshold ? 1 : 0;
    }
    double length = 2 * Math.log(toGeV / fromGeV);
    int steps = (int) Math.ceil(Math.abs(length) / STEP);
    double h = length / Math.max(steps, 1);
    double alpha = start;
    for (int i = 0; i < steps; i++) {
      double k1 = slope(alpha, flavours);
      double k2 = slope(alpha + h / 2 * k1, flavours);
      double k3 = slope(alpha + h / 2 * k2, flavours);
      double k4 = slope(alpha + h * k3, flavours);
      alpha += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
      if (!(alpha > 0 && alpha < LARGEST)) {
        throw new ProblemException(
            Problem.badInput(
                "The strong coupling diverges on the way from "
                    + referenceGeV
                    + " GeV to "
                    + toGeV
                    + " GeV.",
                "Choose a scale of at least 1 GeV."));
      }
    }
    return alpha;
  }

  private double slope(double alpha, int flavours) {
    double b0 = (33 - 2 * flavours) / (12 * Math.PI);
    double b1 = twoLoops ? (153 - 19 * flavours) / (24 * Math.PI * Math.PI) : 0;
    return -alpha * alpha * (b0 + b1 * alpha);
  }
}
