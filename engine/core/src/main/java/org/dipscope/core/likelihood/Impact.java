package org.dipscope.core.likelihood;

/**
 * What one nuisance does to the two fitted parameters of a surface, in the units of its axes. Two
 * definitions are in use, and they differ where nuisances are correlated; neither is an average of
 * an up and a down fit, which several minima would make ambiguous.
 *
 * @param nuisance its name
 * @param heldX shift of x when the nuisance moves by its uncertainty after the fit and the others
 *     stay: &minus;[&part;&sup2;&lambda;/&part;p&sup2;]<sup>&minus;1</sup>
 *     &part;&sup2;&lambda;/&part;p&part;&theta;<sub>k</sub> &radic;C<sub>kk</sub>
 * @param heldY the same for y
 * @param auxiliaryX shift of x when the constraint's centre moves by one prior standard deviation
 *     and everything is fitted again: C<sub>xk</sub>; 0 for a free nuisance
 * @param auxiliaryY the same for y
 */
public record Impact(
    String nuisance, double heldX, double heldY, double auxiliaryX, double auxiliaryY) {}
