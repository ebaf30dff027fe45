package org.dipscope.core.bump;

import org.dipscope.core.math.Normal;

/**
 * A window of bins and how unlikely its count is.
 *
 * @param first its first bin
 * @param last its last bin
 * @param observed events in it
 * @param expected background events in it
 * @param logP ln of the probability of at least (of dips: at most) that many
 */
public record BumpWindow(int first, int last, double observed, double expected, double logP) {

  /** The number of standard deviations that corresponds to the probability, not signed. */
  public double z() {
    return Normal.significanceOfLog(logP);
  }
}
