package org.dipscope.core.figure.layout;

import org.jspecify.annotations.Nullable;

/**
 * Everything about a panel that does not depend on the output.
 *
 * @param frame its place and scales
 * @param xTicks the ticks along the bottom and top
 * @param yTicks the ticks along both sides
 * @param first whether it is the uppermost of its column
 * @param last whether it is the lowest of its column, which carries the x axis labels
 * @param legend its legend
 * @param colourBar its colour bar, if it shows a surface
 */
record PanelLayout(
    PanelFrame frame,
    Ticks xTicks,
    Ticks yTicks,
    boolean first,
    boolean last,
    LegendLayout legend,
    @Nullable ColourBarLayout colourBar) {}
