package org.dipscope.neural.significance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Some of the histograms of an evaluation.
 *
 * @param low what divides them is at least this
 * @param high and less than this
 * @param limit the half width that perfect inference reaches on them; NaN where unknown
 * @param performance of an estimator on them
 */
public record Slice(
    double low, double high, double limit, @JsonUnwrapped Performance performance) {}
