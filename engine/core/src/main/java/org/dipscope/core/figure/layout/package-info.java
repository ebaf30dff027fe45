/**
 * From a figure to drawing operations: axis ranges, ticks, margins, legends and marks, the same for
 * every output.
 */
@NullMarked
package org.dipscope.core.figure.layout;

import org.jspecify.annotations.NullMarked;
