package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Flags of one sign at equal mass in different categories. Categories share no event, so a
 * fluctuation of one does not show in another: what repeats is a signal or a mistake of the
 * background.
 *
 * @param candidate the flag
 * @param partners how many flags of its sign in other categories lie within one σ, of both signals
 *     added in quadrature
 * @param categories how many different categories these are in
 * @param expected how many would by chance: each other flag with the share of its histogram that
 *     lies so near
 * @param p probability of as many or more by chance, P(Poisson(expected) ≥ partners)
 */
public record Coincidences(
    Candidate candidate, int partners, int categories, double expected, double p) {

  /**
   * The coincidences of all flags, in their order.
   *
   * @param candidates all candidates; those below the flag of the rule are passed over
   */
  public static List<Coincidences> of(List<Candidate> candidates, TriageRule rule) {
    List<Candidate> flags =
        candidates.stream().filter(candidate -> Math.abs(candidate.z()) >= rule.flagZ()).toList();
    List<Coincidences> all = new ArrayList<>();
    for (Candidate flag : flags) {
      all.add(of(flag, flags));
    }
    return all;
  }

  private static Coincidences of(Candidate flag, List<Candidate> flags) {
    int partners = 0;
    double expected = 0;
    Set<String> categories = new HashSet<>();
    for (Candidate other : flags) {
      if (other.category().equals(flag.category()) || other.isDip() != flag.isDip()) {
        continue;
      }
      double near = Math.hypot(flag.widthGeV(), other.widthGeV());
      double from = Math.max(other.lowGeV(), flag.massGeV() - near);
      double to = Math.min(other.highGeV(), flag.massGeV() + near);
      expected += Math.max(0, to - from) / (other.highGeV() - other.lowGeV());
      if (Math.abs(other.massGeV() - flag.massGeV()) <= near) {
        partners++;
        categories.add(other.category());
      }
    }
    double p = partners == 0 ? 1 : RegularizedGamma.P.value(partners, expected);
    return new Coincidences(flag, partners, categories.size(), expected, p);
  }

  /** Whether no other category shows anything at this mass: such flags are the first to doubt. */
  public boolean isAlone() {
    return partners == 0;
  }
}
