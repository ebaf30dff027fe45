/** Special functions and the only door to Commons Math. */
@NullMarked
package org.dipscope.core.math;

import org.jspecify.annotations.NullMarked;
