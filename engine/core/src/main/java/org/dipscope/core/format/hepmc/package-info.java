/**
 * HepMC text files of versions 2 and 3 (M. Dobbs, J. B. Hansen 2001; A. Buckley et al.,
 * 1912.08005).
 */
@NullMarked
package org.dipscope.core.format.hepmc;

import org.jspecify.annotations.NullMarked;
