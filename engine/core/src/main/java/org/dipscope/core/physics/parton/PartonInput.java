package org.dipscope.core.physics.parton;

import java.util.List;
import java.util.stream.Stream;

/**
 * Distributions at the starting scale: the gluon and q ± q̄ of the three light flavours. Charm and
 * bottom vanish at their thresholds.
 *
 * @param gluon the gluon
 * @param plus q + q̄ for d, u, s (in the order of their PDG ids)
 * @param minus q − q̄ for d, u, s
 */
record PartonInput(BetaSum gluon, List<BetaSum> plus, List<BetaSum> minus) {
  PartonInput {
    plus = List.copyOf(plus);
    minus = List.copyOf(minus);
    if (plus.size() != 3 || minus.size() != 3) {
      throw new IllegalArgumentException("three light flavours");
    }
  }

  /** The largest real N at which any moment diverges, the pole of the evolution at 1 included. */
  double rightmostPole() {
    return Stream.concat(Stream.of(gluon), Stream.concat(plus.stream(), minus.stream()))
        .mapToDouble(BetaSum::rightmostPole)
        .reduce(1, Math::max);
  }
}
