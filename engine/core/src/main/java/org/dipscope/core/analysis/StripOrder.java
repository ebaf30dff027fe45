package org.dipscope.core.analysis;

import org.dipscope.core.bump.InjectedSignal;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.core.project.ViewSettings.Strip;
import org.jspecify.annotations.Nullable;

/**
 * A significance strip that is asked for.
 *
 * @param drawn the data
 * @param expected the prediction, or null
 * @param choice what z means, and which widths are looked for
 * @param injected a signal that is added to the counts, or null
 */
public record StripOrder(
    DrawnSpectrum drawn,
    @Nullable Expectation expected,
    Strip choice,
    @Nullable InjectedSignal injected) {

  boolean isKnown() {
    return choice.definition() == StripDefinition.KNOWN;
  }

  /** Why there is no strip, without computing anything; empty if there can be one. */
  public String absence() {
    return StripData.absence(drawn, expected, isKnown());
  }
}
