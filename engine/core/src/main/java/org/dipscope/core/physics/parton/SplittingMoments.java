package org.dipscope.core.physics.parton;

import org.dipscope.core.math.Complex;
import org.dipscope.core.math.ComplexGamma;

/**
 * Mellin moments of the leading-order splitting functions at one N, in units of α_s/2π (Altarelli
 * and Parisi, Nucl. Phys. B126 (1977) 298), for a given number of flavours.
 */
record SplittingMoments(Complex qq, Complex qg, Complex gq, Complex gg) {
  private static final double EULER_GAMMA = 0.5772156649015329;

  static SplittingMoments at(Complex n, int flavours) {
    Complex n1 = n.plus(1);
    Complex n2 = n.plus(2);
    Complex less = n.plus(-1);
    Complex s1 = ComplexGamma.digamma(n1).plus(EULER_GAMMA);
    Complex square = n.times(n1).plus(2); // N² + N + 2
    Complex qq = n.times(n1).reciprocal().minus(s1.times(2)).plus(1.5).times(4.0 / 3);
    Complex qg = square.over(n.times(n1).times(n2)).times(flavours);
    Complex gq = square.over(less.times(n).times(n1)).times(4.0 / 3);
    Complex gg =
        n.times(less)
            .reciprocal()
            .plus(n1.times(n2).reciprocal())
            .minus(s1)
            .times(6)
            .plus(5.5 - flavours / 3.0);
    return new SplittingMoments(qq, qg, gq, gg);
  }
}
