package org.dipscope.app.inference;

import java.util.List;
import java.util.Optional;

/**
 * What the intervals page shows.
 *
 * @param request what is asked
 * @param isHidden whether expected data stand in for the observed ones
 * @param expectedAt the strength at which they are expected
 * @param curves what there is of the critical curves, by statistic
 */
record IntervalInput(
    StudyRequest request, boolean isHidden, double expectedAt, List<Optional<Calibrated>> curves) {}
