/**
 * The few drawing operations that every output of a figure offers: paths, strokes, text, cells,
 * clipping.
 */
@NullMarked
package org.dipscope.core.figure.canvas;

import org.jspecify.annotations.NullMarked;
