package org.dipscope.app.histogram;

import java.util.List;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.core.analysis.DrawnSpectrum;
import org.dipscope.core.analysis.Expectation;
import org.dipscope.core.analysis.StripOrder;
import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.core.project.ViewSettings.Strip;
import org.jspecify.annotations.Nullable;

/**
 * A strip that is asked for.
 *
 * @param key all it depends on
 * @param drawn the data
 * @param expected the prediction, or null
 */
record StripRequest(Key key, DrawnSpectrum drawn, @Nullable Expectation expected) {

  /** What tells one strip from another; the bins of a view, not its scale. */
  record Key(Bins bins, Choice choice, @Nullable InjectedSignal injected) {}

  /** The data of a strip. */
  record Bins(Spectrum spectrum, Binning drawn, List<MassInterval> masks, boolean compared) {
    static Bins of(SpectrumResult shown) {
      return new Bins(
          shown.data().spectrum(),
          shown.drawn().bins(),
          shown.data().masks(),
          shown.expected() != null);
    }

    /** Whether masks, which may be on the move, are all that differs. */
    boolean isSameButForMasks(Bins other) {
      return spectrum.equals(other.spectrum) && drawn.equals(other.drawn);
    }
  }

  /**
   * What is looked for.
   *
   * @param known the prediction if it is the background, else null
   */
  record Choice(StripDefinition definition, boolean manyWidths, @Nullable Values known) {}

  StripOrder order() {
    Choice choice = key.choice();
    return new StripOrder(
        drawn, expected, new Strip(choice.definition(), choice.manyWidths()), key.injected());
  }

  static StripRequest of(
      SpectrumResult shown,
      StripDefinition definition,
      boolean manyWidths,
      @Nullable InjectedSignal injected) {
    Expectation expected = shown.expected();
    boolean isKnown = definition == StripDefinition.KNOWN && expected != null;
    Values known = isKnown && expected != null ? expected.prediction().background() : null;
    return new StripRequest(
        new Key(Bins.of(shown), new Choice(definition, manyWidths, known), injected),
        shown.drawn(),
        expected);
  }
}
