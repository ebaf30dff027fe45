/** Leading-order amplitudes of top-pair production: loop functions, Born, dip floor. */
@NullMarked
package org.dipscope.core.physics.amplitude;

import org.jspecify.annotations.NullMarked;
