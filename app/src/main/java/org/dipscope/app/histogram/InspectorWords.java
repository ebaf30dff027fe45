package org.dipscope.app.histogram;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.bump.Response;
import org.dipscope.core.bump.WidthMap;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.StripDefinition;

/** What the inspector says about a place. */
final class InspectorWords {
  /** Why nothing here is counted. */
  static final String NO_LOOK =
      "Not counted as a look: the same data again. A width chosen here was searched for: quote its"
          + " p at any mass and width.";

  /** The same at length. */
  static final String WHY_NO_LOOK =
      "The ledger counts a spectrum with its bins and a definition once. Stability and response"
          + " look again at a place that was found, which finds nothing new. The best width is the"
          + " best of many: its z is more than that of one width by chance alone, and the p that"
          + " allows for it is that for any mass and any width of the map.";

  private static final double DISCOVERY = 5;

  private InspectorWords() {}

  /** The place and its z in the strip. */
  static String headline(
      SignificanceStrip strip, String unit, int bin, double width, StripDefinition definition) {
    boolean isWindow = definition == StripDefinition.BUMP_HUNTER;
    Binning binning = strip.data().data().binning();
    String what = strip.data().isMasked(bin) ? "masked" : strip.z(bin) < 0 ? "dip" : "bump";
    return String.format(
            Locale.ROOT,
            "%s at %s, %s %s: z %+.2f in the strip (%s)",
            what,
            number(binning.centre(bin), unit),
            isWindow ? "window" : "σ",
            number(width, unit),
            strip.curves().both().z().get(bin),
            definition.words())
        .replace("z -", "z −");
  }

  /** The best width at a bin, how likely such a z is, and whether the bins suit it. */
  static String map(WidthMap map, SignificanceStrip strip, String unit, int bin) {
    WidthMap.Cell best = map.best(bin);
    double z = map.z(best);
    if (!map.isDecidable(best)) {
      return "No width can be decided at this mass: the background could mimic any signal.";
    }
    String words =
        String.format(
                Locale.ROOT,
                "Best width here: %s %s = %s, z %+.2f.",
                map.windows() ? "window" : "σ",
                bins(map.width().get(best.row())),
                number(map.width(best), unit),
                z)
            .replace("z -", "z −");
    if (!map.windows() && map.rows().size() > 1) {
      words +=
          " p %s for such a z at any mass and width."
              .formatted(StripWords.probability(map.globalP(z)));
    }
    return words + suitability(map, best, strip);
  }

  private static String suitability(WidthMap map, WidthMap.Cell best, SignificanceStrip strip) {
    Values widths = strip.curves().both().width();
    double searched = 0;
    for (double width : widths.toArray()) {
      searched = Math.max(searched, width);
    }
    double found = map.width().get(best.row());
    return switch (map.binsFor(best, searched)) {
      case ANY -> "";
      case TOO_WIDE ->
          " ⚠ The bins are wider than half of this σ: finer bins would show its shape.";
      case WIDER_THAN_SEARCHED ->
          " ⚠ The strip has looked for σ up to %s, but this signal has %s, as where bins are half of the resolution: look for 1–4 bins, or join bins."
              .formatted(bins(searched), bins(found));
    };
  }

  /** Slope, bias and an example of the chosen definition; slope and bias of the others. */
  static String response(List<Response> responses, boolean onData) {
    Response chosen = responses.getFirst();
    StringBuilder words = new StringBuilder("S" + line(chosen).substring(1));
    if (onData) {
      words.append(" with what the data hold there");
    }
    words.append(
        String.format(Locale.ROOT, "; injected 5 is found as %+.1f.", at(chosen, DISCOVERY)));
    for (Response other : responses.subList(1, responses.size())) {
      words.append(' ').append(Character.toUpperCase(other.name().charAt(0)));
      words.append(other.name().substring(1)).append(": ").append(line(other)).append('.');
    }
    return words.toString().replace('-', '−');
  }

  private static String line(Response response) {
    return String.format(
        Locale.ROOT, "slope %.2f, bias %+.2f", response.slope(), response.offset());
  }

  private static double at(Response response, double z) {
    return SpectrumWords.between(response.injected(), response.found(), z);
  }

  private static String bins(double bins) {
    return digits(bins).equals("1") ? "1 bin" : digits(bins) + " bins";
  }

  private static String digits(double bins) {
    return plain(Math.round(10 * bins) / 10.0);
  }

  /** At most five digits and no trailing zeros. */
  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
  }

  private static String number(double value, String unit) {
    String text = plain(value);
    return unit.isEmpty() ? text : text + " " + unit;
  }
}
