/** Neutral scalars that decay to top pairs: couplings, widths, propagators, interference. */
@NullMarked
package org.dipscope.core.physics.resonance;

import org.jspecify.annotations.NullMarked;
