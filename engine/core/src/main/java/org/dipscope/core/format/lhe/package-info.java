/** Les Houches event files (E. Boos et al., hep-ph/0609017; J. Andersen et al., 1405.1067). */
@NullMarked
package org.dipscope.core.format.lhe;

import org.jspecify.annotations.NullMarked;
