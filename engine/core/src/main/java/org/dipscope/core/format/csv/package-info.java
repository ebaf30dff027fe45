/** Text tables: separated values with or without header, as spectra, histograms or event tables. */
@NullMarked
package org.dipscope.core.format.csv;

import org.jspecify.annotations.NullMarked;
