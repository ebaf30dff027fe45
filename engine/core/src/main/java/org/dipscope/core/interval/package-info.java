/**
 * Tests of a parameter of interest and limits on it: the statistics q<sub>0</sub>, q<sub>&mu;</sub>
 * and q&#771;<sub>&mu;</sub> with their asymptotic distributions (G. Cowan, K. Cranmer, E. Gross
 * and O. Vitells, Eur. Phys. J. C 71 (2011) 1554) or with toys, CL<sub>s</sub> (A. L. Read, J.
 * Phys. G 28 (2002) 2693) and upper limits by raster scan.
 */
@NullMarked
package org.dipscope.core.interval;

import org.jspecify.annotations.NullMarked;
