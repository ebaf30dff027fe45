package org.dipscope.core.format.lhe;

import java.util.Locale;

/**
 * What the weights of a file add up to, beside the cross section that it announces. Programs differ
 * (IDWTUP ±4: the mean weight is the cross section; ±3: weights of one, or weights that add up to
 * it; some write no cross section at all), so the facts are shown and the user decides.
 *
 * @param run the run information
 * @param events number of complete events
 * @param negativeEvents how many of them have a negative weight
 * @param sumOfWeights the sum of XWGTUP
 */
public record LheNormalisation(LheRun run, long events, long negativeEvents, double sumOfWeights) {
  private static final double AGREEMENT = 0.05;

  /** Mean weight over cross section; NaN if either is unknown. */
  public double meanOverCrossSection() {
    return events == 0 ? Double.NaN : sumOverCrossSection() / events;
  }

  /** Sum of weights over cross section; NaN if the latter is unknown. */
  public double sumOverCrossSection() {
    Double crossSection = run.crossSectionPb();
    return crossSection == null ? Double.NaN : sumOfWeights / crossSection;
  }

  /** The facts in one or two sentences. */
  public String text() {
    String facts =
        String.format(
            Locale.ROOT,
            "IDWTUP = %d, %d events (%d of negative weight), sum of weights %.6g",
            run.weightStrategy(),
            events,
            negativeEvents,
            sumOfWeights);
    Double crossSection = run.crossSectionPb();
    if (crossSection == null) {
      return facts + ". The file does not tell its cross section.";
    }
    return String.format(
        Locale.ROOT,
        "%s, cross section %.6g pb, mean/cross section %.4g, sum/cross section %.4g. %s",
        facts,
        crossSection,
        meanOverCrossSection(),
        sumOverCrossSection(),
        meaning());
  }

  private String meaning() {
    if (Math.abs(meanOverCrossSection() - 1) < AGREEMENT) {
      return "The mean weight is the cross section: divide weights by the number of events.";
    }
    if (Math.abs(sumOverCrossSection() - 1) < AGREEMENT) {
      return "The weights add up to the cross section.";
    }
    return "Neither mean nor sum of the weights is the cross section: choose the normalisation.";
  }
}
