package org.dipscope.app.histogram;

import java.util.Locale;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.bump.TrialsLedger;

/** The numbers of a significance strip as they are read. */
final class StripWords {
  private static final double SMALL = 1e-3;
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private StripWords() {}

  /** A candidate in one line. */
  static String of(StripCandidate found, String unit) {
    String in = unit.isEmpty() ? "" : " " + unit;
    return String.format(
            Locale.ROOT,
            "%s at %s%s (%s–%s), %s %s%s: z %+.2f%s, p %s local, %s global",
            found.deficit() ? "dip" : "bump",
            SpectrumWords.shortest(found.mass()),
            in,
            SpectrumWords.shortest(found.massLow()),
            SpectrumWords.shortest(found.massHigh()),
            found.isWindow() ? "window" : "σ",
            SpectrumWords.shortest(found.width()),
            in,
            found.z(),
            found.error() > 0 ? String.format(Locale.ROOT, " ± %.2f", found.error()) : "",
            probability(found.localP()),
            probability(found.globalP()))
        .replace("z -", "z −");
  }

  /** What was injected and what is found there; empty without injection. */
  static String found(StripResult now) {
    SignificanceStrip strip = now.strip();
    InjectedSignal signal = now.key().injected();
    return strip == null || signal == null
        ? ""
        : String.format(
                Locale.ROOT,
                "injected z %+.2f → found z %+.2f",
                now.injectedZ(),
                strip.zNear(signal))
            .replace('-', '−');
  }

  /** The looks counted so far, and the smallest global p as the smallest of so many. */
  static String looked(TrialsLedger ledger) {
    return ledger.count() == 0
        ? ""
        : ledger.count()
            + (ledger.count() == 1 ? " look, p " : " looks, p ")
            + probability(ledger.p());
  }

  /** A probability with two digits. */
  static String probability(double p) {
    if (p >= SMALL || p == 0) {
      return String.format(Locale.ROOT, "%.2g", p);
    }
    int power = (int) Math.floor(Math.log10(p));
    StringBuilder raised = new StringBuilder("⁻");
    Integer.toString(-power).chars().forEach(digit -> raised.append(RAISED.charAt(digit - '0')));
    return String.format(Locale.ROOT, "%.1f·10%s", p / Math.pow(10, power), raised);
  }
}
