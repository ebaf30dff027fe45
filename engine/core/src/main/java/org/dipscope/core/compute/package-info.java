/** Contracts between computations and whoever schedules them. */
@NullMarked
package org.dipscope.core.compute;

import org.jspecify.annotations.NullMarked;
