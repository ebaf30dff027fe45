/**
 * Confidence sets for a signal strength that cover: test statistics, their distributions from toys
 * or exact sums, Neyman's construction by brute force or by quantile regression, and coverage.
 *
 * <p>A test statistic here is T(D; &mu;) = 2 [R(D) &minus; ln L(D; &mu;)] with a reference R that
 * depends on the data alone: the largest ln L for the likelihood ratio, the logarithm of the
 * likelihood averaged over a focus for the focused statistic. Large T speaks against &mu;; the set
 * {&mu; : T(D; &mu;) &le; c(&mu;)} covers with the probability at which c is the quantile of T. It
 * may have several pieces.
 */
@NullMarked
package org.dipscope.core.neyman;

import org.jspecify.annotations.NullMarked;
