/**
 * Binned models after HistFactory (K. Cranmer et al., CERN-OPEN-2012-016): channels of samples
 * whose rates parameters scale and shift, with auxiliary measurements that constrain the
 * parameters; and the interference models of this project written in the same way.
 *
 * <p>&nu;<sub>ci</sub> = &Sigma;<sub>samples</sub> [nominal<sub>i</sub> + &Sigma;
 * &Delta;<sub>i</sub> (&alpha;)] &middot; &Pi; factors &middot; &Pi; &gamma;<sub>i</sub>. Samples
 * are signed: an interference term is a sample with negative contents. What must stay positive is
 * the total of a bin that has observed counts.
 *
 * <p>&lambda; = 2 &Sigma;<sub>bins</sub> [&nu; &minus; n + n ln(n/&nu;)] + constraints, relative to
 * the saturated model: a Gaussian constraint adds ((&theta; &minus; a)/&sigma;)&sup2;, a Poisson
 * constraint 2[&tau;&gamma; &minus; a + a ln(a/&tau;&gamma;)]. It is never negative. The constant
 * by which it differs from &minus;2 ln L with all factorials and normalisations, as pyhf reports
 * it, is {@link org.dipscope.core.histfactory.BinnedLikelihood#saturatedTwiceNll()}.
 */
@NullMarked
package org.dipscope.core.histfactory;

import org.jspecify.annotations.NullMarked;
