/** Figures as files: SVG, PDF, PNG and CSV writers that need no graphics library. */
@NullMarked
package org.dipscope.core.figure.export;

import org.jspecify.annotations.NullMarked;
