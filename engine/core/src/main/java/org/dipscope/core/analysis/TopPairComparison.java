package org.dipscope.core.analysis;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.SpectrumEntry.Comparison;
import org.dipscope.core.project.SpectrumEntry.Embedded;

/**
 * Whether a spectrum is compared with the prediction for top pairs. A prediction that does not
 * belong to the data is worse than none, so a spectrum must say that it counts top pairs, in the
 * label of its axis, its name or its source, unless the user says so.
 */
public final class TopPairComparison {
  private static final Pattern TOP_PAIRS =
      Pattern.compile(
          "tt̄|ttbar|t[ -]?tbar|t\\\\bar|t#bar|\\bm?_?\\{?tt\\b|_tt\\b|_\\{tt|\\btop[ -]?(quark["
              + " -]?)?pair|\\btop[ -]antitop",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private TopPairComparison() {}

  /**
   * Why a spectrum is not compared with top pairs, in one sentence; empty if it is.
   *
   * @param entry the wish of the user and the masks
   * @param spectrum the numbers of the entry
   * @param topMassGeV m_t
   */
  public static String absence(SpectrumEntry entry, Spectrum spectrum, double topMassGeV) {
    String unit = spectrum.axis().unit();
    Binning bins = spectrum.binning();
    if (entry.comparison() == Comparison.NONE) {
      return "This spectrum is shown without a prediction.";
    }
    if (!unit.isEmpty() && !unit.equals("GeV")) {
      return "The axis is in " + unit + ", the tt̄ prediction in GeV.";
    }
    if (above(bins, topMassGeV).findAny().isEmpty()) {
      return String.format(
          Locale.ROOT,
          "No bin lies above twice the top mass, %.0f GeV: there is no tt̄ prediction.",
          2 * topMassGeV);
    }
    if (entry.comparison() == Comparison.AUTOMATIC && !saysTopPairs(entry, spectrum)) {
      return "Neither label, name nor source says that this spectrum counts top pairs.";
    }
    if (above(bins, topMassGeV).allMatch(bin -> SpectrumData.isMasked(bins, bin, entry.masks()))) {
      return "Every bin that could be fitted is masked.";
    }
    return "";
  }

  private static IntStream above(Binning bins, double topMassGeV) {
    return IntStream.range(0, bins.count())
        .filter(bin -> SpectrumData.isAboveThreshold(bins, bin, topMassGeV));
  }

  private static boolean saysTopPairs(SpectrumEntry entry, Spectrum spectrum) {
    boolean generated = entry.data() instanceof Embedded embedded && embedded.generation() != null;
    return generated
        || TOP_PAIRS.matcher(spectrum.axis().label()).find()
        || TOP_PAIRS.matcher(spectrum.name()).find()
        || TOP_PAIRS.matcher(spectrum.source()).find();
  }
}
