/** Pseudo-data: counts drawn from expectations, and signed weighted events of known density. */
@NullMarked
package org.dipscope.core.simulation;

import org.jspecify.annotations.NullMarked;
