/** Speed of the engine, beside the obvious implementation and beside the limits of the machine. */
@NullMarked
package org.dipscope.core.benchmark;

import org.jspecify.annotations.NullMarked;
