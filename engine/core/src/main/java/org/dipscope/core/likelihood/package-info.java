/**
 * Likelihoods of binned spectra, profiled over nuisance parameters, and what is read off them:
 * surfaces over two parameters with all their minima and exact contours, one-dimensional profiles
 * with intervals, and expected significances.
 *
 * <p>One convention holds everywhere: {@code twiceNll} is &lambda; = &minus;2 ln L relative to the
 * saturated model (every expected rate equal to its observed value), plus the constraint term
 * &Sigma; &theta;&sup2; of the nuisances. It is therefore never negative, it is the
 * Baker&ndash;Cousins &chi;&sup2; for counts and the usual &chi;&sup2; for measured cross-sections,
 * and a difference of two of its values is &minus;2&Delta; ln L.
 *
 * <p>Nothing here knows where templates come from: a {@link
 * org.dipscope.core.likelihood.SignalModel} supplies them.
 */
@NullMarked
package org.dipscope.core.likelihood;

import org.jspecify.annotations.NullMarked;
