/**
 * Fits of any likelihood with exact derivatives: minima within bounds, errors, profile scans, pulls
 * and impacts.
 *
 * <p>{@code twiceNll} is &lambda; = &minus;2 ln L with all constraint terms, so a rise by 1 is one
 * standard deviation of one parameter and the covariance is the inverse of half the Hessian of
 * &lambda;. Nothing here knows what the likelihood describes: an {@link
 * org.dipscope.core.fit.Objective} supplies values and derivatives.
 *
 * <p>A parameter has a value, as it is reported, and an internal coordinate u in which &lambda; is
 * smooth: a signal strength with interference is fitted in u = &radic;&mu;, since d&lambda;/d&mu;
 * diverges at 0.
 */
@NullMarked
package org.dipscope.core.fit;

import org.jspecify.annotations.NullMarked;
