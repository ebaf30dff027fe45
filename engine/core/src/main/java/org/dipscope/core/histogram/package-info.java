/** Binnings, histograms and spectra. */
@NullMarked
package org.dipscope.core.histogram;

import org.jspecify.annotations.NullMarked;
