/** YODA files of Rivet and HEPData, syntaxes 1 to 3. */
@NullMarked
package org.dipscope.core.format.yoda;

import org.jspecify.annotations.NullMarked;
