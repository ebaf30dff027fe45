/**
 * Figures on the screen: the same {@link org.dipscope.core.figure.FigureSpec} that is written to
 * files, drawn on ChartFX charts, with crosshair, readout and zoom. The only package that knows
 * ChartFX.
 */
@NullMarked
package org.dipscope.app.figure;

import org.jspecify.annotations.NullMarked;
