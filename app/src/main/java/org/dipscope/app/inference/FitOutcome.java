package org.dipscope.app.inference;

import java.util.List;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Impact;
import org.dipscope.core.fit.Pull;

/**
 * A fit of a model with everything that is shown of it.
 *
 * @param model what was fitted
 * @param withSystematics whether constrained parameters were free
 * @param result minima, errors, warnings
 * @param pulls of the constrained parameters
 * @param impacts of the constrained parameters on the parameter of interest
 * @param absoluteTwiceNll &minus;2 ln L at the best fit with all factorials and normalisations
 */
record FitOutcome(
    OpenModel model,
    boolean withSystematics,
    FitResult result,
    List<Pull> pulls,
    List<Impact> impacts,
    double absoluteTwiceNll) {}
