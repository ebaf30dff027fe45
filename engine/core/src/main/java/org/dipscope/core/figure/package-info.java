/**
 * Figures as data: immutable records that say what a picture shows, independent of the screen and
 * of any file format. The workbench draws them with its own canvas, {@code
 * org.dipscope.core.figure.export} writes them to SVG, PDF, PNG and CSV, and {@link
 * org.dipscope.core.figure.FigureJson} keeps them in projects.
 */
@NullMarked
package org.dipscope.core.figure;

import org.jspecify.annotations.NullMarked;
