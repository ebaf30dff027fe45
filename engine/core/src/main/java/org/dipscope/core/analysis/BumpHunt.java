package org.dipscope.core.analysis;

import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.SearchStart;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;

/**
 * A bump hunt as it is applied to expected data.
 *
 * @param name of the hunter, in words
 * @param bumps what looks for bumps
 * @param dips what looks for dips; the same if one scan tells both
 * @param knowsBackground whether the expected background is given to it
 */
public record BumpHunt(
    String name, SignificanceEstimator bumps, SignificanceEstimator dips, boolean knowsBackground) {

  /** A hunter for one thread. */
  Worker worker() {
    SignificanceEstimator.Worker up = bumps.worker();
    return new Worker(up, bumps.equals(dips) ? up : dips.worker(), bumps instanceof BumpHunter);
  }

  /**
   * What one thread hunts with.
   *
   * @param windows whether what is found lies in the middle of a window, not in a bin
   */
  record Worker(
      SignificanceEstimator.Worker bumps, SignificanceEstimator.Worker dips, boolean windows) {

    SearchStart start(BumpData background, CancelToken token) {
      return SearchStart.of(background, bumps, dips, token);
    }

    /**
     * The strongest bump and dip.
     *
     * @param masked bins in which nothing is looked for
     */
    Catch hunt(BumpData data, boolean[] masked) {
      ZCurve excess = bumps.scan(data);
      ZCurve deficit = dips.equals(bumps) ? excess : dips.scan(data);
      int bump = strongest(excess, masked, 1);
      int dip = strongest(deficit, masked, -1);
      double mass =
          windows
              ? 0.5 * (excess.low().get(bump) + excess.high().get(bump))
              : data.binning().centre(bump);
      return new Catch(excess.z().get(bump), mass, deficit.z().get(dip));
    }

    private static int strongest(ZCurve curve, boolean[] masked, int sign) {
      int best = -1;
      for (int i = 0; i < masked.length; i++) {
        double z = sign * curve.z().get(i);
        if (!masked[i] && !Double.isNaN(z) && (best < 0 || z > sign * curve.z().get(best))) {
          best = i;
        }
      }
      return Math.max(0, best);
    }
  }

  /**
   * What was found.
   *
   * @param bumpZ the largest z
   * @param bumpMass where
   * @param dipZ the smallest z
   */
  record Catch(double bumpZ, double bumpMass, double dipZ) {}
}
