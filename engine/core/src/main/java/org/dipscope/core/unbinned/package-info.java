/**
 * Unbinned extended likelihoods: every event enters with the densities of the components, as closed
 * forms or as ratios r<sub>j</sub>(x) = p<sub>j</sub>(x)/p<sub>ref</sub>(x) to a common reference,
 * as networks learn them (ATLAS, Rep. Prog. Phys. 88 (2025) 067801).
 *
 * <p>With morphing functions f<sub>j</sub>(&mu;), yields &nu;<sub>j</sub>, and rate and shape
 * variations G and g, D(x) = &Sigma;<sub>j</sub> f<sub>j</sub>(&mu;) &nu;<sub>j</sub>
 * r<sub>j</sub>(x) &Pi;<sub>k</sub> G<sub>jk</sub>(&alpha;<sub>k</sub>)
 * g<sub>jk</sub>(x,&alpha;<sub>k</sub>) and &nu; the same sum without r and g, &lambda; = &minus;2
 * ln L = 2&nu; &minus; 2 &Sigma;<sub>i</sub> ln D(x<sub>i</sub>) + &Sigma;<sub>k</sub>
 * (&alpha;<sub>k</sub> &minus; a<sub>k</sub>)&sup2;.
 */
@NullMarked
package org.dipscope.core.unbinned;

import org.jspecify.annotations.NullMarked;
