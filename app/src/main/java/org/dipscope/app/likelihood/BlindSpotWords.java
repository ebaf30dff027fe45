package org.dipscope.app.likelihood;

import java.util.List;
import java.util.Locale;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.likelihood.PointStatus;

/** A map of blind spots in words. */
final class BlindSpotWords {
  private BlindSpotWords() {}

  /** What is expected at a point. */
  static String of(BlindSpotMap.Point point) {
    if (point.status() == PointStatus.INCOMPUTABLE) {
      return "–";
    }
    String sight =
        switch (point.sight()) {
          case NEITHER -> "nobody sees it";
          case BOTH -> "both see it";
          case BLIND_SPOT -> "blind spot";
          case BUMP_ONLY -> "only the bump hunt sees it";
        };
    return String.format(
            Locale.ROOT,
            "expected Z %.2f\nbump z %+.2f at %.0f GeV, dip z %+.2f\n%s",
            point.expectedZ(),
            point.bumpZ(),
            point.bumpMass(),
            point.dipZ(),
            sight)
        .replace('-', '−');
  }

  /** Where is hunted, and what to know about it. */
  static String of(BlindSpotMap.Search search) {
    String where =
        search.start()
            ? String.format(
                Locale.ROOT,
                "Hunted from %.0f GeV: below, its background does not describe top pairs; above, it"
                    + " finds |z| up to %.1f in background alone.",
                search.low(),
                search.spuriousZ())
            : String.format(
                Locale.ROOT, "Hunted from %.0f to %.0f GeV.", search.low(), search.high());
    return join(where, search.warnings());
  }

  private static String join(String first, List<String> others) {
    return others.isEmpty() ? first : first + " " + String.join(" ", others);
  }
}
