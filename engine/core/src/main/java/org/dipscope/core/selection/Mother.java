package org.dipscope.core.selection;

import org.dipscope.core.histogram.Values;

/**
 * The smooth spectrum behind a histogram.
 *
 * @param background one number per kept bin, in the unit of its contents
 * @param deviance of the fit, in events
 * @param degreesOfFreedom bins less parameters
 * @param p probability of a larger deviance if the function is right
 * @param converged whether the fit reached its minimum
 */
public record Mother(
    Values background, double deviance, int degreesOfFreedom, double p, boolean converged) {

  /** Deviance per bin, about 1 for a good fit. */
  public double deviancePerBin() {
    return deviance / background.size();
  }
}
