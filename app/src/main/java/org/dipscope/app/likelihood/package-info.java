/** The likelihood surface, its profiles and the pulls of the nuisances. */
@NullMarked
package org.dipscope.app.likelihood;

import org.jspecify.annotations.NullMarked;
